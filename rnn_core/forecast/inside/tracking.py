"""Tracking: which hidden units go along with something that a person can name, and how much of that is luck. Pure.

Both a hidden unit and the trend of a window change slowly, because neighbouring windows overlap, so that some of many
units go along with anything. How strongly is found by moving the two against each other in time: what is left then
is chance (a circular shift keeps how slowly each changes; see Theiler et al. 1992 on such surrogates).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.cells.through_time import Array
from rnn_core.forecast.inside.activity import Activity, gate_activity
from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.inside.things import THINGS, WEEKDAY, numbers_of, weekdays_of
from rnn_core.forecast.run import Floats

# What the best of all units reaches in fewer than one shift in twenty is more than luck.
_SURE = 0.95
_SHUFFLES = 100
# Fewer windows than these say nothing.
LEAST_WINDOWS = 20


@dataclass(frozen=True)
class Tracked:
    """One unit (counted from 0) and one of THINGS that it may track: `strength` from -1 to 1.

    `strength` is Pearson's correlation; of weekdays the share of the unit's spread that they explain, its root (eta,
    0 to 1). `luck` is what the best of all units reaches by chance: beyond it, `sure`.
    """

    thing: str
    unit: int
    strength: float
    luck: float

    @property
    def sure(self) -> bool:
        """Whether it is more than luck."""
        return abs(self.strength) > self.luck


@dataclass(frozen=True)
class Tracking:
    """What the hidden units of the last recurrent layer track over `rows` test windows.

    `tracked` holds every unit with every thing, the strongest first; `values` `(k,)` are those of the things that are
    numbers.
    """

    activity: Activity
    values: dict[str, Floats]
    tracked: tuple[Tracked, ...]

    @property
    def rows(self) -> int:
        """How many test windows it is told from."""
        return len(self.activity.places)

    def best(self) -> tuple[Tracked, ...]:
        """The strongest unit of each thing, the strongest first."""
        first: dict[str, Tracked] = {}
        for one in self.tracked:
            first.setdefault(one.thing, one)
        return tuple(first.values())


def tracking(inside: Inside, activity: Activity | None = None) -> Tracking:
    """What the hidden units of `inside` track at the end of its test windows, or of those of `activity`.

    Nothing where there are fewer than 20 windows.
    """
    activity = activity or gate_activity(inside, inside.looked_at())
    hidden = activity.hidden.astype("float64")
    values = numbers_of(inside, activity.places)
    found: list[Tracked] = []
    if len(hidden) >= LEAST_WINDOWS:
        for name, one in values.items():
            found += _tracked(name, *_correlations(hidden, one))
        weekdays = weekdays_of(inside, activity.places)
        if weekdays is not None:
            found += _tracked(WEEKDAY, *_etas(hidden, weekdays))
    order = list(THINGS)
    found.sort(key=lambda one: (-abs(one.strength), order.index(one.thing), one.unit))
    return Tracking(activity, values, tuple(found))


def _tracked(thing: str, strengths: Floats, luck: float) -> list[Tracked]:
    return [Tracked(thing, unit, float(strength), luck) for unit, strength in enumerate(strengths)]


def _correlations(hidden: Floats, thing: Floats) -> tuple[Floats, float]:
    """Pearson's correlation of each unit `(k, units)` with `thing` `(k,)`, and what chance reaches.

    All circular shifts at once by Fourier's transform; those by less than a tenth of the rows are left out, because
    what is nearly in step is not yet chance.
    """
    rows = len(hidden)
    spectra = np.fft.rfft(_unit_length(hidden), axis=0)
    meeting = np.fft.irfft(np.fft.rfft(_unit_length(thing[:, None]), axis=0).conj() * spectra, n=rows, axis=0)
    least = max(1, rows // 10)
    best_by_chance = np.abs(meeting[least : rows - least + 1]).max(axis=1)  # (shifts,)
    return meeting[0], float(np.quantile(best_by_chance, _SURE))


def _etas(hidden: Floats, weekdays: npt.NDArray[np.int64]) -> tuple[Floats, float]:
    """How much of each unit's spread the weekdays explain, and what days shuffled within their weeks reach."""
    days, named = np.unique(weekdays, return_inverse=True)
    scaled, random = _unit_length(hidden), np.random.default_rng(0)
    by_chance = [float(_eta(scaled, _shuffled_in_blocks(named, len(days), random)).max()) for _ in range(_SHUFFLES)]
    return _eta(scaled, named), float(np.quantile(by_chance, _SURE))


def _eta(scaled: Floats, named: npt.NDArray[np.int64]) -> Floats:
    """The correlation ratio of each column of `scaled`, `(k, units)` of mean 0 and length 1, over named groups."""
    groups = np.eye(int(named.max()) + 1)[named]  # (k, groups)
    sums = groups.T @ scaled
    etas: Floats = np.sqrt((sums**2 / groups.sum(axis=0)[:, None]).sum(axis=0))
    return etas


def _shuffled_in_blocks(
    named: npt.NDArray[np.int64], length: int, random: np.random.Generator
) -> npt.NDArray[np.int64]:
    blocks = np.arange(len(named)) // length
    return named[np.lexsort((random.random(len(named)), blocks))]


def _unit_length(columns: Array) -> Floats:
    """Each column with mean 0 and length 1; of one that never changes, zeros."""
    centred = np.asarray(columns - columns.mean(axis=0), "float64")
    length = np.sqrt((centred**2).sum(axis=0))
    # What rounding leaves of a mean is no spread.
    still = length <= 1e-9 * np.abs(columns).max(axis=0) * np.sqrt(len(columns))
    return np.where(still, 0.0, centred / np.where(still, 1.0, length))
