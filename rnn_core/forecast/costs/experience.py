"""Experience: what past trainings say of how long one to come takes. Pure.

Two steps: costs that explain all of them, and what those leave unexplained of the most similar ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from rnn_core.cells import CELLS
from rnn_core.forecast.costs.amounts import COSTS, around_amounts, training_amounts
from rnn_core.forecast.costs.fit import Costs, Row, fit_costs, seconds_of
from rnn_core.forecast.costs.work import Timing, Work
from rnn_core.forecast.shape import KEPT_SHAPES

Floats = npt.NDArray[np.float64]

# A timing counts half as much when so many newer ones are there: programs and machines change.
_HALF_LIFE = 40
# The time around a training also holds whatever else the machine did.
_WEIGHT_AROUND = 0.2
# How much less is believed of a similar training than of the very same, as variances; and what is believed at most.
_NOISE_OF_ONE, _MOST_OFF = 0.5, 0.7


@dataclass(frozen=True)
class Experience:
    """`costs`, and corrections for trainings that are like some of `places` `(n, features)`, by their `pulls` `(n,)`.

    `warm` are the shapes that need not be compiled any more.
    """

    costs: Costs
    places: Floats
    pulls: Floats
    warm: frozenset[str] = frozenset()

    def seconds(self, work: Work) -> float:
        """How long `work` takes from its beginning to its result."""
        fresh = work.shape not in self.warm
        training = seconds_of(training_amounts(work, fresh=fresh), self.costs)
        around = seconds_of(around_amounts(work, fresh=fresh), self.costs)
        off = float(_likeness(_place(work)[None], self.places)[0] @ self.pulls)
        return training * float(np.exp(off)) + around


def inexperienced(costs: Costs = COSTS) -> Experience:
    """Who knows costs alone."""
    return Experience(costs, np.empty((0, len(_NUMBERS) + len(_KINDS))), np.empty(0))


def learn(timings: Sequence[Timing], known: Costs, *, workers: int, since: datetime) -> Experience:
    """What `timings` teach whose costs would else be `known`.

    `workers` train side by side; what they compiled `since` then is still there.
    """
    timings = sorted(timings, key=lambda one: one.begun)
    if not timings:
        return inexperienced(known)
    weights = 0.5 ** (np.arange(len(timings))[::-1] / _HALF_LIFE)
    fresh = _fresh([one.work.shape for one in timings])
    inner = [
        Row(training_amounts(one.work, fresh=new), max(one.seconds, 0.001), weight)
        for one, new, weight in zip(timings, fresh, weights, strict=True)
    ]
    costs = fit_costs([*inner, *_around_rows(timings, fresh, weights, workers)], known)
    places = np.array([_place(one.work) for one in timings])
    off = np.log([row.seconds / seconds_of(row.amounts, costs) for row in inner]).clip(-_MOST_OFF, _MOST_OFF)
    noise = np.diag(_NOISE_OF_ONE / weights)
    warm = dict.fromkeys(one.work.shape for one in reversed(timings) if one.begun >= since)
    return Experience(
        costs, places, np.linalg.solve(_likeness(places, places) + noise, off), frozenset(list(warm)[:KEPT_SHAPES])
    )


def _fresh(shapes: Sequence[str]) -> list[bool]:
    """Of trainings in their order, whether each had to be compiled: not if its shape had been there shortly before."""
    return [shape not in shapes[max(0, place - KEPT_SHAPES) : place] for place, shape in enumerate(shapes)]


def _around_rows(timings: Sequence[Timing], fresh: Sequence[bool], weights: Floats, workers: int) -> Iterator[Row]:
    """A row for what lay around each training that found an idle worker; how long others waited nobody knows."""
    for one, new, weight in zip(timings, fresh, weights, strict=True):
        around = (one.ended - one.begun).total_seconds() - one.seconds
        before = sum(other.begun < one.begun < other.ended for other in timings)
        if before < workers and around > 0:
            yield Row(around_amounts(one.work, fresh=new), around, _WEIGHT_AROUND * weight)


# Where a training stands among others: doublings of numbers, and differences in kind, which lie far apart.
_NUMBERS = ("units", "window", "batch_size", "layers", "directions", "inputs", "epochs", "fitted")
_WEIGHTS = (1.0, 0.7, 1.0, 1.0, 1.0, 0.3, 0.3, 0.3)
_KINDS = ("attention", "recurrent_dropout", "fast", "cell")
_FAR = 2.0


def _place(work: Work) -> Floats:
    numbers = np.log2([float(getattr(work, name)) for name in _NUMBERS]) * _WEIGHTS
    kinds = [_FAR * work.attention, _FAR * work.recurrent_dropout, 2 * _FAR * work.fast]
    return np.append(numbers, [*kinds, _FAR * list(CELLS).index(work.cell)])


def _likeness(left: Floats, right: Floats) -> Floats:
    """From 1, the same, to 0: `(n, features)` and `(m, features)` to `(n, m)`."""
    found: Floats = np.exp(-0.5 * ((left[:, None] - right[None]) ** 2).sum(axis=2))
    return found
