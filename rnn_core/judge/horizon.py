"""Bands round forecasts several steps ahead, from what earlier forecasts of the same length missed by. Pure."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class HorizonBand:
    """`low` and `high` `(steps,)` in the series' unit, `nan` where a step has too few errors for the `level`.

    `coverage` is the share inside when the band is made of one half of the origins and tried on the other, `nan` where
    they are too few for that. `origins` `(steps,)` counts the errors that each step was made of.
    """

    low: Floats
    high: Floats
    coverage: float
    level: float
    origins: Counts


def horizon_band(future: Floats, errors: Floats, *, level: float) -> HorizonBand:
    """The band at `level` (a share) round `future` `(steps,)`.

    `errors` `(origins, steps)` are what forecasts from earlier rows missed by, `nan` where the series had ended. Their
    sizes are used without the sign, because two tails of a few errors each would say less than one of all.

    >>> horizon_band(np.array([5.0]), np.arange(-9.0, 10.0)[:, None], level=0.9).high
    array([14.])
    """
    half = _half_widths(errors, level)
    origins = np.isfinite(errors).sum(axis=0)
    return HorizonBand(future - half, future + half, _coverage(errors, level), level, origins)


def _half_widths(errors: Floats, level: float) -> Floats:
    """`(origins, steps) -> (steps,)`: the conformal quantile of each step, never narrower than a step before.

    What is uncertain tomorrow is no less so the day after; with few origins the quantiles alone jump up and down.
    """
    half = np.array([_conformal_quantile(column, level) for column in np.abs(errors).T])
    return np.where(np.isfinite(half), np.fmax.accumulate(half), np.nan) if len(half) else half


def _conformal_quantile(sizes: Floats, level: float) -> float:
    """The size that a new one exceeds with a chance of at most 1 - `level` (Vovk et al. 2005, section 4.1)."""
    known = np.sort(sizes[np.isfinite(sizes)])
    rank = math.ceil(round(level * (len(known) + 1), 9))
    return float(known[rank - 1]) if rank <= len(known) else math.nan


def _coverage(errors: Floats, level: float) -> float:
    """Each half of the origins, in time, is judged by a band made of the other; the mean over the steps."""
    middle = len(errors) // 2
    earlier, later = errors[:middle], errors[middle:]
    shares = [_shares_inside(one, _half_widths(other, level)) for one, other in ((earlier, later), (later, earlier))]
    known = [share for share in np.concatenate(shares).tolist() if math.isfinite(share)]
    return math.fsum(known) / len(known) if known else math.nan


def _shares_inside(errors: Floats, half: Floats) -> Floats:
    """`(origins, steps)` and `(steps,)` -> `(steps,)`, `nan` where there is nothing to count."""
    told = np.isfinite(errors) & np.isfinite(half)
    inside = (np.abs(errors) <= half) & told
    counts = told.sum(axis=0)
    return np.where(counts > 0, inside.sum(axis=0) / np.maximum(counts, 1), np.nan)
