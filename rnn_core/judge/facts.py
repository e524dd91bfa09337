"""Facts: what a comparison of forecasts comes down to, before any words. Arrays in, one plain value out. Pure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from rnn_core.judge.lag import lag
from rnn_core.judge.learned import Failure, failure
from rnn_core.judge.metrics import rmse
from rnn_core.judge.repeats import Repeats, apart, comparable, repeats
from rnn_core.judge.significance import FEWEST_ROWS, LIKELY_REAL, Floats, chance_of_luck

Answer = Literal["yes", "no", "cannot tell"]
# What speaks against naming a winner: the ranges over the seeds overlap, or the test of the rows finds luck.
Alike = Literal["seeds", "rows"]
Linear = Literal["closer", "as close", "alike", "further"]


@dataclass(frozen=True)
class Rows:
    """The test rows, arrays of shape `(rows,)`; `train_mean` is the mean of the training part, `nan` if unknown."""

    actual: Floats
    naive: Floats
    train_mean: float


@dataclass(frozen=True)
class Failed:
    """`failed` of the `runs` of one network did not learn, all in the same way."""

    name: str
    kind: Failure
    failed: int
    runs: int


@dataclass(frozen=True)
class Facts:
    """Errors are RMSE in the series' unit; `ranked` holds the networks whose middle run learnt, the closest first.

    `alike`: why the first two cannot be told apart, None where they can or there is only one. `chance`: the p value
    of the best against the naive line, counted once for each network. `linear`: how a linear model on the same inputs
    compares with the best, and `linear_rmse`. `repeats_last`: its curve is mostly the last value, one row late.
    """

    ranked: tuple[Repeats, ...] = ()
    naive: float = math.nan
    rows: int = 0
    chance: float = 1.0
    alike: Alike | None = None
    linear: Linear | None = None
    linear_rmse: float = math.nan
    repeats_last: bool = False
    failed: tuple[Failed, ...] = ()

    @property
    def best_rmse(self) -> float:
        """That of the run which stands for the best network."""
        return middle_rmse(self.ranked[0])

    @property
    def answer(self) -> Answer:
        """Is the best network better than "tomorrow = today"?

        As of an even number of seeds the worse middle one is tested, and failed ones count as the worst, a yes always
        means that more than half of the seeds beat the naive line.
        """
        if not self.ranked or self.best_rmse >= self.naive:
            return "no"
        return "yes" if self.chance < LIKELY_REAL else "cannot tell"

    @property
    def lead(self) -> float:
        """The share by which the best is closer than the naive line, below 0 where it is further off."""
        return 1 - self.best_rmse / self.naive if self.naive > 0 else math.nan

    @property
    def seeds(self) -> int:
        """How many runs of the best network were tried."""
        return len(self.ranked[0].rmse)

    @property
    def seeds_that_beat_naive(self) -> int:
        """How many of them are closer than the naive line; those that failed are not."""
        return sum(miss < self.naive for miss in self.ranked[0].rmse)

    @property
    def as_many_seeds(self) -> bool:
        """Whether as many seeds of the second network learnt as of the best."""
        return len(self.ranked[0].learnt) == len(self.ranked[1].learnt)

    @property
    def separate(self) -> bool:
        """Whether there is a winner: a second network, and the best told apart from it."""
        return len(self.ranked) > 1 and self.alike is None

    @property
    def by_seeds(self) -> bool:
        """Whether the ranges over the seeds speak for the winner as well."""
        return self.separate and apart(*self.ranked[:2])

    @property
    def behind(self) -> float:
        """By which share of the best one's RMSE the second is further off."""
        return middle_rmse(self.ranked[1]) / self.best_rmse - 1 if self.best_rmse > 0 else math.nan

    @property
    def too_few_rows(self) -> bool:
        """Whether the rows are too few for any test of luck."""
        return self.rows < FEWEST_ROWS


def middle_rmse(one: Repeats) -> float:
    """The RMSE of the run that stands for a network, `nan` if it failed."""
    return one.rmse[one.middle]


def find_repeats(test: Rows, predictions: Mapping[str, Sequence[Floats]]) -> dict[str, Repeats]:
    """Of each network the runs and the one that stands for them."""
    return {
        name: repeats(name, test.actual, runs, naive=test.naive, train_mean=test.train_mean)
        for name, runs in predictions.items()
    }


def find_facts(
    test: Rows, predictions: Mapping[str, Sequence[Floats]], found: Mapping[str, Repeats], linear: Floats | None = None
) -> Facts:
    """What there is to say about `predictions`, of each network those of its seeds, all of shape `(rows,)`.

    `found` is what `find_repeats` found of them.
    """
    known = (one for one in found.values() if math.isfinite(middle_rmse(one)))
    ranked = tuple(sorted(known, key=middle_rmse))
    failed = tuple(one for name, runs in predictions.items() for one in _failed(test, name, runs))
    rows, naive = len(test.actual), rmse(test.actual, test.naive)
    if not ranked:
        return Facts(naive=naive, rows=rows, failed=failed)
    standing = [predictions[one.name][one.middle] for one in ranked]
    return Facts(
        ranked=ranked,
        naive=naive,
        rows=rows,
        # The best of several was picked by this very test, so its chance of luck counts once for each that was tried,
        # those that failed too (Bonferroni).
        chance=min(1.0, chance_of_luck(test.actual, standing[0], test.naive) * len(found)),
        alike=_alike(test.actual, ranked, standing),
        linear=_against_linear(test.actual, standing[0], linear),
        linear_rmse=rmse(test.actual, linear) if linear is not None else math.nan,
        repeats_last=_repeats_last(test, standing[0]),
        failed=failed,
    )


def _failed(test: Rows, name: str, runs: Sequence[Floats]) -> list[Failed]:
    kinds = [failure(test.actual, run, test.naive, train_mean=test.train_mean) for run in runs]
    return [Failed(name, kind, kinds.count(kind), len(runs)) for kind in get_args(Failure) if kind in kinds]


def _alike(actual: Floats, ranked: Sequence[Repeats], standing: Sequence[Floats]) -> Alike | None:
    if len(ranked) < 2:
        return None
    if comparable(*ranked[:2]) and not apart(*ranked[:2]):
        return "seeds"
    return "rows" if chance_of_luck(actual, *standing[:2]) >= LIKELY_REAL else None


def _against_linear(actual: Floats, best: Floats, linear: Floats | None) -> Linear | None:
    """None too where the rows are too few to say anything of the two."""
    if linear is None or not np.isfinite(linear).all() or len(actual) < FEWEST_ROWS:
        return None
    no_further = rmse(actual, linear) <= rmse(actual, best)
    if chance_of_luck(actual, linear, best) < LIKELY_REAL:
        return "closer" if no_further else "further"
    return "as close" if no_further else "alike"


def _repeats_last(test: Rows, best: Floats) -> bool:
    """Whether it fits best one row late, and leaves the last value by less than the series does itself.

    Without the second a forecast that is far off everywhere would count, as some shift always fits it best.
    """
    found = lag(test.actual, best)
    return found is not None and found.best == 1 and found.rmse[1] < rmse(test.actual, test.naive)
