"""Tracking: which hidden units go along with something that a person can name, and how much of that is luck. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.inside.activity import Activity, gate_activity
from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.inside.luck import eta, luck_of, unit_length
from rnn_core.forecast.inside.things import THINGS, WEEKDAY, numbers_of, weekdays_of
from rnn_core.forecast.run import Floats

# Fewer windows than these say nothing.
LEAST_WINDOWS = 20


@dataclass(frozen=True)
class Tracked:
    """One unit (counted from 0) and one of THINGS that it may track: `strength` from -1 to 1.

    `strength` is Pearson's correlation; of weekdays the share of the unit's spread that they explain, its root (eta,
    0 to 1). `luck` is what the best of all units and things reaches by chance: beyond it, `sure`.
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
    numbers. `no_weekdays` says that there are weekdays, but not from window to window, as some were left out.
    """

    activity: Activity
    values: dict[str, Floats]
    tracked: tuple[Tracked, ...]
    no_weekdays: bool = False

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
    values, days = numbers_of(inside, activity.places), weekdays_of(inside, activity.places)
    # Of windows that lie apart, weekdays come in stretches: what is slow would pass for the day of the week.
    apart = bool((np.diff(activity.places) != 1).any())
    weekdays = {} if days is None or apart else {WEEKDAY: np.unique(days, return_inverse=True)[1].astype("int64")}
    found = (
        _tracked(activity.hidden.astype("float64"), values, weekdays) if len(activity.places) >= LEAST_WINDOWS else []
    )
    return Tracking(activity, values, tuple(found), no_weekdays=days is not None and apart)


def _tracked(hidden: Floats, values: dict[str, Floats], weekdays: dict[str, npt.NDArray[np.int64]]) -> list[Tracked]:
    """Each unit of `hidden` `(k, units)` with each thing, the strongest first."""
    scaled, luck, order = unit_length(hidden), luck_of(hidden, values, weekdays), list(THINGS)
    strengths = {name: unit_length(one[:, None])[:, 0] @ scaled for name, one in values.items()}
    strengths |= {name: eta(scaled, days[None])[0] for name, days in weekdays.items()}
    found = [
        Tracked(thing, unit, float(strength), luck[thing])
        for thing, each in strengths.items()
        for unit, strength in enumerate(each)
    ]
    return sorted(found, key=lambda one: (-abs(one.strength), order.index(one.thing), one.unit))
