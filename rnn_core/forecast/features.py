"""Features: what a network reads of each row, a column as it is or something derived from columns. Pure.

FEATURES is the one list of ways to derive. A feature is written as a person would write it: "Close", "change(Close)",
"difference(Close)", "log(Open/High)". Law: a feature of a row is known as soon as the row and those before it are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rnn_core.errors import SpecError
from rnn_core.series import Series
from rnn_core.words import N_

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class FeatureKind:
    """One way to derive: `of(now, before, other)` gives the feature from arrays of the same shape.

    `now` holds the column's values, `before` those one row earlier, `other` those of the second column.
    """

    pattern: str
    title: str
    of: Callable[[Floats, Floats, Floats], Floats]
    columns: int = 1
    looks_back: bool = False
    needs_positive: bool = False


FEATURES: Mapping[str, FeatureKind] = MappingProxyType(
    {
        "value": FeatureKind("{0}", N_("{column} as it is"), lambda now, _before, _other: now),
        "change": FeatureKind(
            "change({0})",
            N_("{column}: change in percent"),
            lambda now, before, _other: np.log(now / before),
            looks_back=True,
            needs_positive=True,
        ),
        "difference": FeatureKind(
            "difference({0})",
            N_("{column}: difference to the row before"),
            lambda now, before, _other: now - before,
            looks_back=True,
        ),
        "ratio": FeatureKind(
            "log({0}/{1})",
            N_("{column} against {other}"),
            lambda now, _before, other: np.log(now / other),
            columns=2,
            needs_positive=True,
        ),
    }
)


@dataclass(frozen=True)
class Feature:
    """One thing that a network reads of each row: its `kind` in FEATURES, and the columns that it is derived from."""

    kind: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """How a person writes it.

        >>> Feature("ratio", ("Open", "High")).name
        'log(Open/High)'
        """
        return FEATURES[self.kind].pattern.format(*self.columns)

    @property
    def looks_back(self) -> bool:
        """Whether it needs the row before, so that the first row of a series has none."""
        return FEATURES[self.kind].looks_back

    @property
    def needs_positive(self) -> bool:
        """Whether all values of its columns must lie above zero."""
        return FEATURES[self.kind].needs_positive

    def of(self, now: Floats, before: Floats, other: Floats) -> Floats:
        """Its values, of the shape of `now`, by FEATURES; a value that does not exist is no finite number."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return FEATURES[self.kind].of(now, before, other)


def read_feature(text: str, series: Series) -> Feature:
    """The feature that a person means by `text`; a column of that name comes first.

    >>> import pandas as pd
    >>> from rnn_core.series import Receipt
    >>> prices = Series("p", pd.DataFrame(columns=["Open", "High"]), Receipt("p", "own"))
    >>> read_feature("log(open/high)", prices)
    Feature(kind='ratio', columns=('Open', 'High'))

    Raises:
        SpecError: `series` has no such column.
    """
    derived = re.fullmatch(r"\s*(change|difference|log)\s*\((.+)\)\s*", text, re.IGNORECASE)
    if derived is None or text.strip() in series.columns:
        return Feature("value", (series.column(text),))
    kind, inside = derived[1].casefold(), derived[2]
    return _ratio(inside, series) if kind == "log" else Feature(kind, (series.column(inside),))


def _ratio(inside: str, series: Series) -> Feature:
    """`inside` is cut at the first stroke that leaves a column on both sides: the name of a column may hold one."""
    for stroke in re.finditer("/", inside):
        sides = inside[: stroke.start()], inside[stroke.end() :]
        try:
            first, second = (series.column(side.strip() or inside) for side in sides)
        except SpecError:
            continue
        return Feature("ratio", (first, second))
    raise SpecError(
        "bad_ratio",
        "A ratio is written as log(Open/High), with two columns of the series. We got log({inside}). "
        "The columns are: {columns}.",
        inside=inside,
        columns=", ".join(series.columns),
    )
