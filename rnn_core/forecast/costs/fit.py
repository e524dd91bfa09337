"""Fitting costs to how long trainings took: relative errors, outliers held back, near the costs known before. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.costs.amounts import Amounts

Floats = npt.NDArray[np.float64]
Costs = Mapping[str, float]
"""Milliseconds by the name of a cost."""

# How far, as logarithms, one timing lies off, one cost lies off what was known before, and all of them together do.
_NOISE, _DOUBT, _DOUBT_OF_ALL = 0.15, 0.25, 0.5
# Timings further off than so many times the noise weigh less: something else kept the machine busy.
_OUTLIER = 2.0
_ROUNDS = 25
# No step changes a cost by more than this factor, as a logarithm.
_LONGEST_STEP = 0.7


@dataclass(frozen=True)
class Row:
    """Something that took `seconds`, known the better the greater its `weight`."""

    amounts: Amounts
    seconds: float
    weight: float = 1.0


def seconds_of(amounts: Amounts, costs: Costs) -> float:
    """What `amounts` take."""
    return sum(count * costs[name] for name, count in amounts.items()) / 1000


def fit_costs(rows: Sequence[Row], known: Costs) -> Costs:
    """The costs that say best how long `rows` took, each near what is `known`; what no row tells of moves with all.

    Gauss-Newton steps in the logarithms of the costs, so that none can become negative and twice as much is as far off
    as half as much; Huber's weights (1964) for outliers.
    """
    if not rows:
        return known
    names = list(known)
    amounts = np.array([[row.amounts.get(name, 0.0) * known[name] / 1000 for name in names] for row in rows])
    took, weights = np.log([row.seconds for row in rows]), np.array([row.weight for row in rows])
    # One change for each cost, and a last one for all.
    doubts = np.append(np.full(len(names), _DOUBT), _DOUBT_OF_ALL)
    changes = np.zeros(len(doubts))
    for _ in range(_ROUNDS):
        changes += _step(amounts, took, weights, changes, doubts)
    factors = np.exp(changes[:-1] + changes[-1])
    return {name: known[name] * float(factor) for name, factor in zip(names, factors, strict=True)}


def _step(amounts: Floats, took: Floats, weights: Floats, changes: Floats, doubts: Floats) -> Floats:
    """How to move `changes` `(costs + 1,)` so that `amounts` `(rows, costs)` come closer to `took`."""
    shares = amounts * np.exp(changes[:-1] + changes[-1])  # seconds
    whole = shares.sum(axis=1)
    slopes = np.column_stack([shares / whole[:, None], np.ones(len(whole))])
    missing = took - np.log(whole)
    weights = weights * np.minimum(1.0, _OUTLIER * _NOISE / np.maximum(np.abs(missing), 1e-9))
    pull = doubts**-2.0 * _NOISE**2
    matrix = (slopes.T * weights) @ slopes + np.diag(pull)
    found: Floats = np.linalg.solve(matrix, slopes.T @ (weights * missing) - pull * changes)
    return np.clip(found, -_LONGEST_STEP, _LONGEST_STEP)
