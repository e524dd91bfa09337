"""Learners that are kept, so that what comes again need not be compiled again. Runs in a worker only.

Another seed, more epochs or other lengths of strings ask for the same network; compiling takes seconds.
"""

from rnn_core.text.rewrite.falling import Falling
from rnn_core.text.rewrite.learner import Learner
from rnn_core.text.rewrite.network import build_learning
from rnn_core.text.rewrite.spec import RewriteSpec

# As many as there are cells to compare.
_KEPT = 3
_SHAPE = ("cell", "task", "attention", "units", "embedding", "clip_norm")

_learners: dict[tuple[object, ...], Learner] = {}


def learner_for(spec: RewriteSpec, *, fast: bool) -> Learner:
    """A learner for networks like that of `spec`; the one used last is let go last."""
    told_all = spec.teacher_forcing == 1
    shape = (*(getattr(spec, name) for name in _SHAPE), told_all, fast)
    found = _learners.pop(shape, None)
    # Before another one is made: a worker's memory is limited.
    while len(_learners) >= _KEPT:
        del _learners[next(iter(_learners))]
    _learners[shape] = found or _make(spec, fast=fast, told_all=told_all)
    return _learners[shape]


def _make(spec: RewriteSpec, *, fast: bool, told_all: bool) -> Learner:
    falling = Falling()
    return Learner(build_learning(spec, falling, fast=fast), falling, told_all=told_all)
