"""Differing: which settings several specs have in common, and which not. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rnn_core.forecast.spec import ForecastSpec

_NO_SETTING = "kind"


@dataclass(frozen=True)
class Setting:
    """One setting of several specs: its `values`, one a spec, in their order."""

    name: str
    values: tuple[Any, ...]

    @property
    def unusual(self) -> tuple[bool, ...]:
        """Of each spec whether its value is another than that of most specs; all are where there is no such value.

        >>> Setting("units", (8, 8, 16)).unusual, Setting("units", (8, 16)).unusual
        ((False, False, True), (True, True))
        """
        return tuple(2 * self.values.count(value) <= len(self.values) for value in self.values)

    @property
    def numeric(self) -> bool:
        """Whether all values are numbers, which have an order and distances."""
        return all(isinstance(value, int | float) and not isinstance(value, bool) for value in self.values)


@dataclass(frozen=True)
class Differing:
    """The settings of several specs, in the order of the spec's fields: those that differ, and those that do not."""

    different: tuple[Setting, ...]
    same: tuple[Setting, ...]


def differing(specs: Sequence[ForecastSpec]) -> Differing:
    """What differs among `specs`, of which there is at least one.

    >>> found = differing([ForecastSpec(units=8), ForecastSpec(units=16)])
    >>> [(one.name, one.values) for one in found.different]
    [('units', (8, 16))]
    """
    names = [name for name in ForecastSpec.model_fields if name != _NO_SETTING]
    settings = [Setting(name, tuple(getattr(spec, name) for spec in specs)) for name in names]
    different = tuple(one for one in settings if len(set(one.values)) > 1)
    return Differing(different, tuple(one for one in settings if one not in different))
