"""A linear model on the same windows: ridge regression. Pure.

Law: what the penalty is, training windows alone decide.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Prepare = Callable[[npt.NDArray[Any]], npt.NDArray[Any]]
"""What is still to be done to a piece of windows `(k, window, features)` before they are read."""

# Numbers in the table that is learnt from, 64 MB of them; scikit-learn works on a few more such tables.
_MOST_NUMBERS = 8_000_000
# Numbers of one window, so that the table has ten rows a column where there are enough windows: with fewer, what is
# learnt from inputs that wander off leads far astray once they have left the range of the training part.
_MOST_COLUMNS = 890
# Multiplications for one try of a penalty.
_MOST_WORK = 300_000_000
# Penalties to try, as multiples of the number of windows.
_PENALTIES = np.logspace(-6, 3, 19)
# How fast older steps lose weight: not at all, or with their age.
_FADES = (0.0, 1.0)


def ridge_forecast(
    train_inputs: npt.ArrayLike,
    train_targets: npt.ArrayLike,
    test_inputs: npt.ArrayLike,
    *,
    prepare: Prepare | None = None,
) -> Floats:
    """Ridge regression of targets `(n,)` on windows `(n, window, features)`; predictions of `test_inputs`, `(m,)`.

    Inputs are standardised. The penalty is the one with the lowest leave-one-out error on training windows, and so is
    whether older steps are penalised more, with the square of their age, as in Litterman's (1986) "Minnesota" prior:
    without it a linear model on a long window drowns in noise. Of a great many windows it learns from the last ones,
    and chooses the penalty on fewer of them still; of windows with more than 890 numbers it reads the last steps.
    Inputs may be views: little of them is copied at a time; `prepare` is applied to each such piece of `test_inputs`.

    Raises:
        ValueError: there are fewer than two windows, or values that are no numbers.
    """
    # scikit-learn's linear models take a while to load and are only needed here.
    from sklearn.linear_model import Ridge  # noqa: PLC0415
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415

    inputs, targets = np.asarray(train_inputs), np.asarray(train_targets, "float64")
    _, window, features = inputs.shape
    steps = min(window, max(1, _MOST_COLUMNS // features))
    last = max(2, _MOST_NUMBERS // (steps * features))
    scaler = StandardScaler(copy=False)
    table, targets = scaler.fit_transform(_flat(inputs[-last:, -steps:])), targets[-last:]
    weights, penalty = _choose(table, targets, steps)
    table *= weights
    model = Ridge(alpha=penalty, copy_X=False).fit(table, targets)
    slopes = model.coef_ * weights / scaler.scale_  # of the inputs as they are
    start = float(model.intercept_ - scaler.mean_ @ slopes)
    return _predict(np.asarray(test_inputs), slopes, start, prepare or (lambda piece: piece))


def _choose(table: Floats, targets: Floats, steps: int) -> tuple[Floats, float]:
    """Weights of the columns of `table` and the penalty that go with the lowest leave-one-out error."""
    from sklearn.linear_model import RidgeCV  # noqa: PLC0415

    columns = table.shape[1]
    # The work grows with rows x columns x the smaller of the two.
    last = max(2, _MOST_WORK // columns**2, int((_MOST_WORK / columns) ** 0.5))
    table, targets = table[-last:], targets[-last:]
    age = np.repeat(np.arange(steps, 0, -1.0), columns // steps)  # (columns,), the last step is 1 old
    tries = []
    for fade in _FADES if steps > 1 else _FADES[:1]:
        weights = age**-fade
        # The best penalty as such hardly depends on the number of windows, so it may be told from fewer.
        search = RidgeCV(alphas=_PENALTIES * len(targets)).fit(table * weights, targets)
        tries.append((float(search.best_score_), weights, float(search.alpha_)))
    return max(tries, key=lambda one: one[0])[1:]


def _flat(windows: npt.NDArray[np.generic]) -> Floats:
    """A copy as a table: `(n, window, features)` -> `(n, window * features)`."""
    return np.array(windows, "float64", order="C").reshape(len(windows), -1)


def _predict(windows: npt.NDArray[np.generic], slopes: Floats, start: float, prepare: Prepare) -> Floats:
    if not len(windows):
        return np.empty(0)
    size = int(windows[0].size)
    chunk, steps = max(1, _MOST_NUMBERS // size), len(slopes) * windows.shape[1] // size
    pieces = (prepare(windows[at : at + chunk])[:, -steps:] for at in range(0, len(windows), chunk))
    return np.concatenate([_flat(piece) @ slopes + start for piece in pieces])
