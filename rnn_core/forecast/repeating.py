"""Repeating: trainings that differ in nothing but the seed are one network, tried several times. Pure."""

from collections.abc import Sequence

from rnn_core.forecast.spec import ForecastSpec


def places_by_network(specs: Sequence[ForecastSpec]) -> list[tuple[int, ...]]:
    """The places in `specs` of each network's seeds, in the order in which each network first appears.

    >>> places_by_network([ForecastSpec(seed=1), ForecastSpec(cell="GRU"), ForecastSpec(seed=2)])
    [(0, 2), (1,)]
    """
    places: dict[ForecastSpec, list[int]] = {}
    for place, spec in enumerate(specs):
        places.setdefault(spec.model_copy(update={"seed": 0}), []).append(place)
    return [tuple(found) for found in places.values()]
