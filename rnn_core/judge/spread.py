"""Spread: how large the next change of a series is likely to be, as known before it happens. Pure."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

# How much of yesterday's estimate is kept: the value of RiskMetrics for daily data.
MEMORY = 0.94
# A stretch without any change does not mean that none will ever come: never below this share of the usual change,
# and where there has been none at all, of the value itself.
_SHARE_OF_USUAL, _SHARE_OF_VALUE = 0.1, 1e-6


def spread(values: Floats) -> Floats:
    """The typical size of the change into each row, known before it: `(n,) -> (n,)` in the same unit, never 0.

    The root of an exponentially weighted mean of the squared changes so far (RiskMetrics Technical Document 1996,
    section 5.2). The first two rows know of no change and are `nan`; missing values are passed over.

    >>> spread(np.array([1.0, 4.0, 7.0, 10.0]))
    array([nan, nan,  3.,  3.])
    """
    seen = pd.Series(np.where(np.isfinite(values), values, np.nan))
    squares = seen.diff() ** 2
    recent = np.sqrt(squares.ewm(alpha=1 - MEMORY, ignore_na=True).mean())
    usual = np.sqrt(squares.expanding().mean())
    size = seen.abs().expanding().max()
    # Nothing but zeros so far has no size of its own; any small number will do.
    least = np.fmax(_SHARE_OF_USUAL * usual, _SHARE_OF_VALUE * size.where(size > 0, 1.0))
    known = np.full(len(values), np.nan)
    known[1:] = np.maximum(np.maximum(recent, least), np.finfo("float64").tiny)[:-1]
    return known
