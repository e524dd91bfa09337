"""PITFALLS: the one list of mistakes that the page shows, in its order."""

from collections.abc import Mapping
from types import MappingProxyType

from rnn_core.lessons.pitfalls.demonstration import Pitfall
from rnn_core.lessons.pitfalls.horizons import HORIZONS
from rnn_core.lessons.pitfalls.lagging import LAG
from rnn_core.lessons.pitfalls.peeking import PEEKING
from rnn_core.lessons.pitfalls.scaling import SCALING
from rnn_core.lessons.pitfalls.shuffling import SHUFFLING

PITFALLS: Mapping[str, Pitfall] = MappingProxyType(
    {pitfall.name: pitfall for pitfall in (SCALING, SHUFFLING, PEEKING, HORIZONS, LAG)}
)
