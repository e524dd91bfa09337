"""Series whose nature is known: a random walk, a noisy sine, prices whose rough and calm times cluster."""

from collections.abc import Callable

import numpy as np

from rnn_core.judge import Calibration, spread
from rnn_core.judge.significance import Floats

Maker = Callable[[np.random.Generator, int], Floats]


def walk(rng: np.random.Generator, rows: int) -> Floats:
    return 100 + rng.normal(size=rows).cumsum()


def noisy_sine(rng: np.random.Generator, rows: int) -> Floats:
    return 10 * np.sin(np.arange(rows) / 8) + rng.normal(size=rows)


def rough_and_calm_prices(rng: np.random.Generator, rows: int) -> Floats:
    """GARCH(1, 1) in the logarithm, with the heavy tails of Student's t with 4 degrees of freedom."""
    shocks = rng.standard_t(4, rows) / np.sqrt(2)
    variance, steps = 1e-4, np.empty(rows)
    for row in range(rows):
        steps[row] = np.sqrt(variance) * shocks[row]
        variance = 2e-6 + 0.09 * steps[row] ** 2 + 0.89 * variance
    return 100 * np.exp(steps.cumsum())


MAKERS: dict[str, Maker] = {"walk": walk, "noisy sine": noisy_sine, "rough and calm prices": rough_and_calm_prices}
# What comes before the rows that are looked at.
_BEFORE = 100


def naive_rows(values: Floats, kept_back: int) -> tuple[Floats, Floats, Floats, Calibration]:
    """Test rows `(predicted, actual, spread)` of the naive forecast, and `kept_back` rows before them."""
    predicted, known = np.r_[np.nan, values[:-1]], spread(values)
    back, test = slice(_BEFORE, _BEFORE + kept_back), slice(_BEFORE + kept_back, len(values))
    return predicted[test], values[test], known[test], Calibration(values[back], predicted[back], known[back])
