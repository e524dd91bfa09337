"""Direction: how often a forecast says rightly whether the next value lies above or below the last one. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class HitRate:
    """Shares from 0 to 1: `rate` of the `rows` that moved was foretold rightly; with 95 % it truly lies in the range
    from `low` to `high`; `base` is what always saying the more common direction would have reached.
    """

    rate: float
    low: float
    high: float
    base: float
    rows: int


def hit_rate(actual: Floats, predicted: Floats, last: Floats) -> HitRate | None:
    """How often `predicted` was on the right side of `last`, the value one row earlier; all of shape `(rows,)`.

    Rows whose value did not change have no direction; a forecast that stays on the last value is wrong where it moved.
    None for a forecast that always stays there, as the naive line, for numbers that are no numbers, and where no row
    moved. The range is that of Wilson (1927).

    >>> hit_rate(np.array([2.0, 1.0, 3.0]), np.array([1.5, 1.9, 2.0]), np.array([1.0, 2.0, 1.0])).rate
    1.0
    """
    moved = actual != last
    if not (np.isfinite(actual).all() and np.isfinite(predicted).all() and np.isfinite(last).all()):
        return None
    if (predicted == last)[moved].all():  # as it is where no row moved
        return None
    # statsmodels takes a good second to load and is only needed here.
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415

    up = actual[moved] > last[moved]
    hits = int((np.sign(predicted - last)[moved] == np.sign(actual - last)[moved]).sum())
    low, high = proportion_confint(hits, len(up), alpha=0.05, method="wilson")
    share_up = float(up.mean())
    return HitRate(hits / len(up), float(low), float(high), max(share_up, 1 - share_up), len(up))
