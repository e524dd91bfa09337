"""Files that hold several shares under one another: which column names them, and which one is kept. Pure."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.errors import FileError
from rnn_core.series.column_names import is_date_name
from rnn_core.series.reading.cells import Cells, listed

_MANY_AGAIN = 0.2  # the share of rows whose date was there already, from which on several series are suspected
_FEW_AGAIN = 0.02
_MOST_NAMES = 5_000
_MOST_PARTS, _JOIN = 6, " / "


@dataclass(frozen=True)
class Picked:
    """`rows` `(n,)` says which rows belong to `name`; `names` are all there are, most rows first; empty: one series.

    `columns` hold the names, one part each.
    """

    rows: npt.NDArray[np.bool_]
    name: str = ""
    names: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def pick_rows(cells: Cells, dates: npt.NDArray[np.datetime64], others: tuple[str, ...], wanted: str = "") -> Picked:
    """The rows of one series: those that hold `wanted`, else those of the name with the most rows.

    `others` are the columns that may hold names, or parts of them (a country and a product).

    Raises:
        FileError: `unknown_pick`.
    """
    known = ~np.isnat(dates)
    if not wanted and _again(dates[known]) < _MANY_AGAIN:
        return Picked(np.ones(len(dates), bool))
    possible = [name for name in others if not is_date_name(name)][:_MOST_PARTS]
    for columns in [*combinations(possible, 1), *combinations(possible, 2)]:
        parts = [cells.column(name) for name in columns]
        coded = pc.binary_join_element_wise(*parts, _JOIN).dictionary_encode()
        codes = coded.indices.to_numpy(zero_copy_only=False)
        names = coded.dictionary.to_pylist()
        if 1 < len(names) <= _MOST_NAMES and _again_within(dates[known], codes[known]) <= _FEW_AGAIN:
            return _picked(names, codes, known, columns, wanted)
    return Picked(np.ones(len(dates), bool))


def _picked(
    names: list[str],
    codes: npt.NDArray[np.int64],
    known: npt.NDArray[np.bool_],
    columns: tuple[str, ...],
    wanted: str,
) -> Picked:
    counts = np.bincount(codes[known], minlength=len(names))
    present = [names[i] for i in np.argsort(-counts, kind="stable") if counts[i]]
    if wanted and wanted not in present:
        raise _unknown(wanted, present)
    name = wanted or present[0]
    return Picked(codes == names.index(name), name, tuple(present), columns)


def _again(dates: npt.NDArray[np.datetime64]) -> float:
    """The share of rows whose date stands in an earlier row too."""
    stamps = dates.astype("int64")
    if bool((stamps[1:] > stamps[:-1]).all()):
        return 0.0
    stamps = np.sort(stamps)
    return float((stamps[1:] == stamps[:-1]).sum() / max(1, len(stamps)))


def _again_within(dates: npt.NDArray[np.datetime64], codes: npt.NDArray[np.int64]) -> float:
    pairs = pa.StructArray.from_arrays([pa.array(dates.astype("int64")), pa.array(codes)], names=["date", "code"])
    both = pa.table({"date": pairs.field("date"), "code": pairs.field("code")}).group_by(["date", "code"]).aggregate([])
    return 1.0 - int(both.num_rows) / max(1, len(dates))


def _unknown(wanted: str, names: list[str]) -> FileError:
    return FileError(
        "unknown_pick",
        "The file has no rows of {wanted}. Choose one of: {names}.",
        wanted=wanted[:40],
        names=listed(names),
    )
