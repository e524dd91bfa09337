"""Made-up results of trainings that rewrite: networks of random weights, and marks that a test gives them."""

from dataclasses import replace

import numpy as np

from rnn_core.cells import KERAS_LAYERS
from rnn_core.learning.events import EpochDone
from rnn_core.text.rewrite.examining import usual_text
from rnn_core.text.rewrite.marks import LengthMarks, Marks, Right, RightOnes
from rnn_core.text.rewrite.result import Mistake, Rewritten
from rnn_core.text.rewrite.reversing import BEYOND
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.weights import shapes

TESTS = 500


def made_up_rewritten(
    spec: RewriteSpec, exact: float = 0.9, *, beam: float | None = None, stopped_after: int | None = None
) -> Rewritten:
    """A run that answers a share of `exact` questions; it writes at random. `beam` as greedy if not said.

    `stopped_after` so many epochs, where somebody stopped it.
    """
    random = np.random.default_rng(spec.seed)
    epochs = min(spec.epochs, 4) if stopped_after is None else stopped_after
    return Rewritten(
        key=spec.key(),
        spec=spec,
        history=tuple(_epoch(epoch, epochs, exact) for epoch in range(1, epochs + 1)),
        greedy=marks(exact),
        beam=marks(exact if beam is None else beam),
        usual=marks(0.0),
        usual_text=usual_text(spec),
        right=RightOnes(first(exact), first(exact if beam is None else beam), first(0.0)),
        by_length=_by_length(spec, exact),
        mistakes=(Mistake(spec.what.examples[0], "right", "wrong"),) if exact < 1 else (),
        seconds=2.0,
        stopped=stopped_after is not None,
        weights=tuple(
            random.normal(0, 0.7, shape).astype("float32") for layer in shapes(spec).values() for shape in layer
        ),
        versions={},
        layer_choice=KERAS_LAYERS,
    )


def marks(exact: float, count: int = TESTS) -> Marks:
    return Marks(count, exact, (1 + exact) / 2)


def first(exact: float, count: int = TESTS) -> Right:
    """That share of `count` questions was answered rightly: the first ones."""
    return np.arange(count) < round(exact * count)


def _epoch(epoch: int, epochs: int, exact: float) -> EpochDone:
    return EpochDone(epoch, 1.0 / epoch, 1.1 / epoch, float(epoch), measure=exact * epoch / epochs)


def _by_length(spec: RewriteSpec, exact: float) -> tuple[LengthMarks, ...]:
    if not spec.what.adjustable:
        return tuple(LengthMarks(length, marks(exact, 50)) for length in (3, 5, 7))
    longest = spec.longest
    return tuple(
        LengthMarks(length, marks(exact * (length <= longest), 100), learnt=length <= longest)
        for length in range(1, longest + BEYOND + 1)
    )


def lost(run: Rewritten) -> Rewritten:
    """The same, whose weights grew beyond all bounds: it cannot be asked, and nothing was marked."""
    nothing = Marks(0, float("nan"), float("nan"))
    weights = tuple(np.full_like(one, np.nan) for one in run.weights)
    right = RightOnes(first(0.0, 0), first(0.0, 0), run.right.usual)
    history = run.history[:1]
    fields = {"history": history, "right": right, "weights": weights}
    return replace(run, greedy=nothing, beam=None, by_length=(), mistakes=(), **fields)
