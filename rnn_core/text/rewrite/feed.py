"""Feed: questions and answers as a network learns from them, fresh ones in each epoch. Runs in a worker only.

Law: what is drawn depends on the seed alone, never on how fast a machine is.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import tensorflow as tf

from rnn_core.text.rewrite.signs import lengths
from rnn_core.text.rewrite.spec import BATCHES_AN_EPOCH, RewriteSpec
from rnn_core.text.rewrite.task import Texts

# What is drawn for what, so that no two of them draw the same.
LEARNT, FORCED = range(2)


def stream(spec: RewriteSpec, use: int) -> np.random.Generator:
    """The random numbers of `spec` for one use alone."""
    return np.random.default_rng([spec.seed, use])


@dataclass(frozen=True)
class Batches:
    """Questions and answers by number, batch after batch of `batch_size` rows.

    `questions` `(n, longest)`, `lengths` `(n,)`; `before` and `wanted` `(n, steps)` are the letters of the answers,
    each with the one before it, and the border at the end; `counts` `(n,)` says how many of `wanted` count. `forced`
    `(n, steps)` says where the network is told the right letter before.
    """

    questions: tf.Tensor
    lengths: tf.Tensor
    before: tf.Tensor
    wanted: tf.Tensor
    counts: tf.Tensor
    forced: tf.Tensor
    batch_size: int

    @property
    def batches(self) -> int:
        """How many there are, the last one perhaps not full."""
        return -(-int(self.lengths.shape[0]) // self.batch_size)

    @property
    def tensors(self) -> tuple[tf.Tensor, ...]:
        """All of it in its order."""
        return self.questions, self.lengths, self.before, self.wanted, self.counts, self.forced

    def epoch(self, first: int) -> "Batches":  # noqa: ARG002
        """What is kept back is the same in every epoch."""
        return self


class Fresh:
    """An epoch of fresh batches after the other, none of them of what is kept back."""

    batches = BATCHES_AN_EPOCH

    def __init__(self, spec: RewriteSpec) -> None:
        self._spec = spec
        self._questions, self._coins = stream(spec, LEARNT), stream(spec, FORCED)
        self._now: Batches | None = None

    def epoch(self, first: int) -> Batches:
        """The epoch to which batch `first` belongs: with its first batch a new one begins."""
        if self._now is None or first == 0:
            self._now = self._draw()
        return self._now

    def _draw(self) -> Batches:
        spec = self._spec
        drawn = spec.what.draw(self._questions, self.batches * spec.batch_size, longest=spec.longest)
        return batches_of(spec, *drawn, coins=self._coins)


def batches_of(
    spec: RewriteSpec, questions: Texts, answers: Texts, *, coins: np.random.Generator | None = None
) -> Batches:
    """`questions` and `answers` in batches; with `coins` each letter is forced by chance, else all are."""
    letters = spec.writes.encode(answers)
    border = np.zeros((len(answers), 1), np.int32)
    shape = (len(answers), letters.shape[1] + 1)
    forced: npt.NDArray[np.bool_] = (
        np.ones(shape, bool) if coins is None else coins.random(shape) < spec.teacher_forcing
    )
    return Batches(
        questions=tf.constant(spec.reads.encode(questions)),
        lengths=tf.constant(lengths(questions)),
        before=tf.constant(np.concatenate([border, letters], axis=1)),
        wanted=tf.constant(np.concatenate([letters, border], axis=1)),
        counts=tf.constant(lengths(answers) + 1),
        forced=tf.constant(forced),
        batch_size=spec.batch_size,
    )
