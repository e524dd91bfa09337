"""Material: the values that a demonstration works on, cut so that it never takes long. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.errors import SpecError

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
Dates = npt.NDArray[np.datetime64]

MOST_ROWS = 3_000
MOST_TEST_ROWS = 1_000
MOST_PEERS = 5
_FEWEST_TRAIN, _FEWEST_TEST = 60, 10


@dataclass(frozen=True)
class Material:
    """One column over time, its training rows and its test rows; row numbers count from 0 in `values`.

    `dates` and `values` are `(rows,)`, `train` is a half-open range from 0, `test` ascending rows behind it. `peers`
    are the other columns of the same rows, `unit` is that of `values`. `is_cut`: the series has more rows than these.
    """

    dates: Dates
    values: Floats
    train: range
    test: Rows
    peers: Mapping[str, Floats]
    unit: str = ""
    is_cut: bool = False

    @property
    def train_values(self) -> Floats:
        """The values of the training part."""
        return self.values[: self.train.stop]


def gather(
    dates: Dates, values: Floats, *, train: range, test: Rows, peers: Mapping[str, Floats], unit: str = ""
) -> Material:
    """The last training rows and the first test rows after them, at most 3,000 together; all arrays are `(rows,)`.

    Peers that miss a value are left out, and of many the first five are kept.

    Raises:
        SpecError: `pitfall_too_short`: a part has too few rows to show anything.
    """
    _require_rows(len(train), len(test))
    tested = test[:MOST_TEST_ROWS]
    first = max(train.start, train.stop - (MOST_ROWS - len(tested)))
    used = slice(first, int(tested[-1]) + 1)
    whole = {name: column[used] for name, column in peers.items() if np.isfinite(column[used]).all()}
    return Material(
        dates=dates[used],
        values=values[used],
        train=range(0, train.stop - first),
        test=tested - first,
        peers=dict(list(whole.items())[:MOST_PEERS]),
        unit=unit,
        is_cut=len(tested) < len(test) or first > train.start,
    )


def windows_before(values: Floats, rows: Rows, window: int, *, ahead: int = 1) -> Floats:
    """The `window` values that end `ahead` rows before each of `rows`: `(rows,)` -> `(len(rows), window)`.

    >>> windows_before(np.arange(9.0), np.array([5]), 3, ahead=2).tolist()
    [[1.0, 2.0, 3.0]]
    """
    view = np.lib.stride_tricks.sliding_window_view(values, window)
    return np.asarray(view[rows - ahead - window + 1], "float64")


def _require_rows(train: int, test: int) -> None:
    if train < _FEWEST_TRAIN or test < _FEWEST_TEST:
        raise SpecError(
            "pitfall_too_short",
            "To show this, at least {train} rows to learn from and {test} to be tested on are needed; this series has "
            "{train_rows} and {test_rows}. Choose a longer series, or another split on the Data page.",
            train=_FEWEST_TRAIN,
            test=_FEWEST_TEST,
            train_rows=train,
            test_rows=test,
        )
