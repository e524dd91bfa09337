"""Learners that are kept, so that a shape that comes again need not be compiled again. Runs in a worker only.

A search, a comparison over seeds or a second try with other data ask for the same shape many times; compiling takes
longer than many of them need to learn.
"""

from typing import Any

from rnn_core.cells import Choice
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.network import build_network
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import ForecastSpec

# Each holds a network with its optimizer and a graph: some megabytes.
_MOST = 4

_learners: dict[tuple[Any, ...], Learner] = {}


def learner_for(spec: ForecastSpec, features: int, *, batches: int, choice: Choice) -> Learner:
    """A learner for networks like that of `spec` that read so many `features`; the one used last is let go last."""
    shape = _shape(spec, features, batches, choice)
    found = _learners.pop(shape, None) or Learner(build_network(spec, features, batches=batches, fast=choice.fast))
    _learners[shape] = found
    while len(_learners) > _MOST:
        del _learners[next(iter(_learners))]
    return found


def _shape(spec: ForecastSpec, features: int, batches: int, choice: Choice) -> tuple[Any, ...]:
    """All that is compiled into a learner; what is not here is given to it anew each time."""
    network = (spec.cell, spec.units, spec.layers, spec.bidirectional, spec.attention, spec.window, spec.horizon)
    learning = (spec.dropout, spec.recurrent_dropout, spec.l2, spec.loss, spec.optimizer, spec.clip_norm)
    scheduled = (spec.learning_rate, spec.epochs, batches) if spec.schedule == "cosine" else ()
    return (features, SCALERS[spec.scaling].by_window, choice.fast, network, learning, scheduled)
