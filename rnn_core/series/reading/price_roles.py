"""Opening, high, low and closing prices known by their values, where no name tells. Pure."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_ORDER = ("open", "high", "low", "close")
_HOLDS = 0.99  # the share of rows in which highs must be highest and lows lowest
_MOVES = 0.5  # and the share in which they must differ, or four equal columns would pass
_WIDEST = 0.5  # high less low, as a share of the close, in a usual row; four other things are further apart


def roles_by_values(columns: Mapping[str, Floats]) -> dict[str, str]:
    """Roles of four neighbouring columns `(n,)` that behave like prices, and of the volume behind them; else nothing.

    >>> columns = {"a": [13.0, 14], "b": [15.0, 16], "c": [12.0, 13], "d": [14.0, 15], "e": [900.0, 8]}
    >>> roles_by_values({name: np.array(values) for name, values in columns.items()})
    {'open': 'a', 'high': 'b', 'low': 'c', 'close': 'd', 'volume': 'e'}
    """
    names = list(columns)
    for start in range(len(names) - 3):
        four = names[start : start + 4]
        if _are_prices([columns[name] for name in four]):
            roles = dict(zip(_ORDER, four, strict=True))
            behind = names[start + 4 : start + 5]
            return roles | ({"volume": behind[0]} if behind and _is_volume(columns[behind[0]]) else {})
    return {}


def _are_prices(four: Sequence[Floats]) -> bool:
    rows = np.isfinite(np.stack(four)).all(axis=0)
    open_, high, low, close = (values[rows] for values in four)
    if len(open_) < 2:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        near = bool(np.median(high - low) <= _WIDEST * np.median(np.abs(close)))
    holds = (high >= np.maximum(open_, close)) & (low <= np.minimum(open_, close))
    return near and bool(holds.mean() >= _HOLDS and (high > low).mean() >= _MOVES and (open_ != close).any())


def _is_volume(values: Floats) -> bool:
    known = values[np.isfinite(values)]
    return bool(len(known)) and bool((known >= 0).all())
