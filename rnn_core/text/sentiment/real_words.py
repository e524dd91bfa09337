"""RealWords: fast recurrent layers over padded texts, as if there were no padding. Runs in a worker only.

The fast layers know no masks. Padding stands at the end, so a direction forward in time has read a text before it meets
any: the state after the last real word is taken. The direction from the end is given the real words in reversed order,
padding still behind them. Keras' own layers come to the same by a mask, and tests hold the two together.
"""

from typing import Any

import keras
import tensorflow as tf


class RealWords(keras.layers.Layer):
    """What `layer`, a fast one or `Bidirectional` of one, makes of `(batch, words, n)` with a mask of real words.

    Gives the states after each word, `(batch, words, directions * units)`, if `every_word`, else the last of each
    direction, `(batch, directions * units)`. Each text has a real word at least.
    """

    def __init__(self, layer: keras.layers.Layer, *, every_word: bool) -> None:
        super().__init__()
        self._directions, self._every_word = [layer], every_word
        if isinstance(layer, keras.layers.Bidirectional):
            self._directions = [layer.forward_layer, layer.backward_layer]
            # It is given the words in the order in which it is to read them.
            layer.backward_layer.go_backwards = False

    def build(self, shape: tuple[int | None, ...]) -> None:
        """Each direction has weights of its own."""
        for layer in self._directions:
            layer.build(shape)

    def call(self, sequences: Any, mask: Any = None, training: bool = False) -> Any:
        """Read the words that `mask` `(batch, words)` calls real."""
        lengths = tf.reduce_sum(tf.cast(mask, tf.int32), axis=1)
        found = []
        for place, layer in enumerate(self._directions):
            # Without its mask, which Keras would hand on.
            states = layer(_in_order(tf.identity(sequences), lengths, place), training=training)
            last = tf.gather(states, lengths - 1, batch_dims=1)
            found.append(_in_order(states, lengths, place) if self._every_word else last)
        return tf.concat(found, axis=-1)

    def compute_mask(self, _sequences: Any, mask: Any = None) -> Any:
        """The same words are real afterwards; last states are no words."""
        return mask if self._every_word else None


def _in_order(sequences: tf.Tensor, lengths: tf.Tensor, direction: int) -> tf.Tensor:
    """The real words as direction 0 (forward in time) or 1 (from the end) reads them; and back again."""
    return tf.reverse_sequence(sequences, lengths, seq_axis=1, batch_axis=0) if direction else sequences
