"""Is a difference between two forecasts more than luck? Pure."""

import warnings

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LIKELY_REAL = 0.05
# Fewer test rows than this cannot separate luck from skill.
FEWEST_ROWS = 10


def chance_of_luck(actual: Floats, forecast: Floats, other: Floats) -> float:
    """The two-sided p value that `forecast` and `other` are equally good, by squared error, shapes `(rows,)`.

    Diebold and Mariano (1995) with the small-sample correction of Harvey, Leybourne and Newbold (1997), one step
    ahead. 1 where it cannot be told: fewer than 10 rows, or errors of the same size. 0 where one is better by the same
    amount in every row, which leaves the test nothing to weigh it against.
    """
    gap = (actual - forecast) ** 2 - (actual - other) ** 2
    if len(gap) < FEWEST_ROWS or not np.isfinite(gap).all():
        return 1.0
    if np.ptp(gap) == 0:
        return 1.0 if gap[0] == 0 else 0.0
    # statsmodels takes a good second to load and is only needed here.
    from statsmodels.tsa.stattools import diebold_mariano_test  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = diebold_mariano_test(actual, forecast, other, harvey_adj=True)
    chance = float(result.pvalue)
    return chance if np.isfinite(chance) else 1.0
