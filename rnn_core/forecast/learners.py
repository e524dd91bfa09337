"""Learners that are kept, so that a shape that comes again need not be compiled again. Runs in a worker only.

A search, a comparison over seeds or a second try with other data ask for the same shape many times; compiling takes
longer than many of them need to learn.
"""

from rnn_core.cells import Choice
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.network import build_network
from rnn_core.forecast.shape import KEPT_SHAPES, shape_of
from rnn_core.forecast.spec import ForecastSpec

# What is kept beside the one at work must fit into this: a worker's memory is limited.
_MOST_BYTES = 100_000_000

_learners: dict[str, Learner] = {}


def learner_for(spec: ForecastSpec, features: int, *, batches: int, choice: Choice) -> Learner:
    """A learner for networks like that of `spec` that read so many `features`; the one used last is let go last."""
    shape = shape_of(spec, features, batches=batches, fast=choice.fast)
    found = _learners.pop(shape, None)
    # Before another one is made: large ones would not fit beside each other.
    while len(_learners) >= KEPT_SHAPES or sum(one.nbytes for one in _learners.values()) > _MOST_BYTES:
        del _learners[next(iter(_learners))]
    _learners[shape] = found or Learner(build_network(spec, features, batches=batches, fast=choice.fast))
    return _learners[shape]
