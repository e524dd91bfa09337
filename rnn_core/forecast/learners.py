"""Learners that are kept, so that a shape that comes again need not be compiled again. Runs in a worker only.

A search, a comparison over seeds or a second try with other data ask for the same shape many times; compiling takes
longer than many of them need to learn.
"""

from rnn_core.cells import Choice
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.network import build_network
from rnn_core.forecast.shape import shape_of
from rnn_core.forecast.spec import ForecastSpec

# Each holds a network with its optimizer and a graph: some megabytes.
_MOST = 4

_learners: dict[str, Learner] = {}


def learner_for(spec: ForecastSpec, features: int, *, batches: int, choice: Choice) -> Learner:
    """A learner for networks like that of `spec` that read so many `features`; the one used last is let go last."""
    shape = shape_of(spec, features, batches=batches, fast=choice.fast)
    found = _learners.pop(shape, None) or Learner(build_network(spec, features, batches=batches, fast=choice.fast))
    _learners[shape] = found
    while len(_learners) > _MOST:
        del _learners[next(iter(_learners))]
    return found
