"""Luck: how closely the best of all hidden units goes along with lines that have nothing to do with them. Pure.

Both a hidden unit and the trend of a window change slowly, because neighbouring windows overlap, and slow lines are
easily alike. So each thing is drawn anew many times, as slow as it is but otherwise by chance, and the best of all
units is looked for each time. Many things are looked at, so that luck is that of the best of all of them too.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from rnn_core.cells.through_time import Array
from rnn_core.forecast.run import Floats

# What the best of all units and things reaches in fewer than one draw in twenty is more than luck.
_SURE = 0.95
_DRAWS = 300
# Where nothing is random, a correlation is at most so far from 1 that Fisher's transform stays finite.
_MOST = 1 - 1e-12


def luck_of(
    hidden: Array, numbers: Mapping[str, Floats], weekdays: Mapping[str, npt.NDArray[np.int64]]
) -> dict[str, float]:
    """What chance reaches for each of `numbers` and `weekdays`, `(k,)` each, with the best of `hidden` `(k, units)`.

    In 19 of 20 cases chance reaches none of them. The draws are the same each time.
    """
    scaled, random = unit_length(hidden), np.random.default_rng(0)
    best = {name: np.abs(drawn_as_slow(one, random) @ scaled).max(axis=1) for name, one in numbers.items()}
    for name, days in weekdays.items():
        best[name] = eta(scaled, _shuffled_in_weeks(days, random)).max(axis=1)
    return _of_the_best_thing(best)


def drawn_as_slow(thing: Floats, random: np.random.Generator, count: int = _DRAWS) -> Floats:
    """`count` lines `(count, k)` of mean 0 and length 1 that follow `thing` `(k,)` in their slowness alone.

    Each keeps a share of its last value and adds one of the surprises of `thing`. The share that is measured in few
    rows is too small, and is put right as in Kendall (1954); that of a random walk is 1.
    """
    line = unit_length(thing[:, None])[:, 0]
    if not line.any():
        return np.zeros((count, len(line)))
    measured = (line[1:] @ line[:-1]) / (line[:-1] @ line[:-1])
    share = float(np.clip(measured + (1 + 3 * measured) / len(line), -1, 1))
    surprises = line[1:] - share * line[:-1]
    drawn = random.choice(surprises - surprises.mean(), (len(line), count))
    # The line did not begin with the first window.
    drawn[0] /= np.sqrt(max(1 - share**2, 1 / len(line)))
    for row in range(1, len(line)):
        drawn[row] += share * drawn[row - 1]
    return unit_length(drawn).T


def eta(scaled: Floats, named: npt.NDArray[np.int64]) -> Floats:
    """The correlation ratio of each column of `scaled`, `(k, units)` of mean 0 and length 1, over named groups.

    `named` `(draws, k)` counts the groups from 0; the answer is `(draws, units)`.
    """
    groups = (named[:, None] == np.arange(named.max() + 1)[:, None]).astype("float64")  # (draws, groups, k)
    sums = groups @ scaled
    etas: Floats = np.sqrt((sums**2 / groups.sum(axis=2)[:, :, None]).sum(axis=1))
    return etas


def unit_length(columns: Array) -> Floats:
    """Each column with mean 0 and length 1; of one that never changes, zeros."""
    centred = np.asarray(columns - columns.mean(axis=0), "float64")
    length = np.sqrt((centred**2).sum(axis=0))
    # What rounding leaves of a mean is no spread.
    still = length <= 1e-9 * np.abs(columns).max(axis=0) * np.sqrt(len(columns))
    return np.where(still, 0.0, centred / np.where(still, 1.0, length))


def _of_the_best_thing(best: Mapping[str, Floats]) -> dict[str, float]:
    """Luck for each thing, `best` `(draws,)` being that of each alone: as rare for one of them as for all together.

    Fast things reach less far by chance than slow ones, so each is told in multiples of what is rare for it alone.
    """
    far = {name: np.arctanh(np.minimum(one, _MOST)) for name, one in best.items()}
    alone = {name: float(np.quantile(one, _SURE)) for name, one in far.items()}
    multiples = [far[name] / alone[name] for name in far if alone[name] > 0]
    together = float(np.quantile(np.max(multiples, axis=0), _SURE)) if multiples else 1.0
    return {name: float(np.tanh(together * alone[name])) for name in far}


def _shuffled_in_weeks(named: npt.NDArray[np.int64], random: np.random.Generator) -> npt.NDArray[np.int64]:
    """`named` `(k,)`, days of the week from 0, shuffled among neighbours: `(draws, k)`."""
    weeks = np.arange(len(named)) // (int(named.max()) + 1)
    # A number that is drawn within each week keeps weeks in their order.
    return named[np.argsort(weeks + random.random((_DRAWS, len(named))), axis=1)]
