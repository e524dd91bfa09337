"""Feed: streams of a text, cut into pieces that are read one after the other. Runs in a worker only: TensorFlow."""

from dataclasses import dataclass

import tensorflow as tf

from rnn_core.text.vocabulary import Numbers
from rnn_core.text.write.parts import Parts, streams
from rnn_core.text.write.spec import WriteSpec

# No gradient goes back over what only scores, so that its pieces may be longer.
_HELD_OUT_PIECE = 256


@dataclass(frozen=True)
class Feed:
    """Numbers `streams` `(count, steps + 1)` in so many `batches`, whose lengths differ by one step at most."""

    streams: tf.Tensor
    batches: int


def feeds_of(spec: WriteSpec, parts: Parts) -> tuple[Feed, Feed]:
    """What is learnt from, in parallel streams, and what is held out, as one stream: its state is never broken off."""
    return _feed(streams(parts.learnt, spec.batch_size), spec.window), _feed(parts.held_out[None], _HELD_OUT_PIECE)


def _feed(rows: Numbers, longest: int) -> Feed:
    return Feed(tf.constant(rows, tf.int32), -(-(rows.shape[1] - 1) // longest))
