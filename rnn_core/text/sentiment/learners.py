"""Learners that are kept, so that a shape that comes again need not be compiled again. Runs in a worker only.

A comparison over seeds asks for the same shape many times, and compiling takes as long as a good part of a training.
"""

from rnn_core.text.sentiment.learner import Learner
from rnn_core.text.sentiment.network import build_network, optimizer_of
from rnn_core.text.sentiment.spec import SentimentSpec

_COMPILED = {"cell", "units", "embedding", "bidirectional", "attention", "dropout", "recurrent_dropout", "clip_norm"}
# Each holds some megabytes.
_KEPT = 4

_learners: dict[str, Learner] = {}


def learner_for(spec: SentimentSpec, symbols: int, classes: int, *, fast: bool) -> Learner:
    """A learner for networks like that of `spec`; the one used last is let go last. Its `begin` makes it fresh."""
    shape = f"{symbols} {classes} {fast} {spec.model_dump_json(include=_COMPILED)}"
    found = _learners.pop(shape, None)
    while len(_learners) >= _KEPT:
        del _learners[next(iter(_learners))]
    _learners[shape] = found or Learner(build_network(spec, symbols, classes, fast=fast), optimizer_of(spec))
    return _learners[shape]
