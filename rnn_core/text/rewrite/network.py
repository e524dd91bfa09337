"""The Keras networks that a spec describes, encoder and decoder in one. Runs in a worker only: imports Keras.

Both map questions and the letters that stand before each letter of the answer to what each letter may be. One is made
for learning fast, the other of Keras' own layers alone; layers of one name have the same weights.

The encoder reads each question in both directions (Schuster and Paliwal 1997). The decoder begins with states made of
the encoder's last ones, tanh(W h), as in Cho et al. (2014): that is all that it knows of a question without attention.

With attention (Bahdanau, Cho and Bengio 2015), the share of input letter j in the context of output letter i is the
softmax over j of v · tanh(W s_i + b + U h_j + b'), with h_j what the encoder has at j. It differs from the paper in
three points: s_i is the decoder's state after it has read the last output letter, where the paper takes the one
before; the context joins that state in a tanh layer before the output, as in Luong, Pham and Manning (2015), and does
not enter the next state; so the states of all steps are worked out first, and attention after that for all of them at
once. And W and U have biases. Padding takes part in nothing.
"""

from typing import Any

import keras
import tensorflow as tf

from rnn_core.cells import CELLS
from rnn_core.cells.fused import FUSED
from rnn_core.cells.loops import LOOPS
from rnn_core.text.rewrite.falling import Falling
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.weights import LAYERS


class BothWays(keras.layers.Layer):
    """A recurrent layer in each direction, for questions that are padded at their end; quicker than masks are.

    Maps letters `(batch, steps, embedding)` and `lengths` `(batch,)` to states `(batch, steps, 2 * units)` and the last
    ones of both directions `(batch, 2 * units)`.
    """

    def __init__(self, kind: Any, units: int, **more: Any) -> None:
        super().__init__(**more)
        self.ahead = kind(units, return_sequences=True)
        self.back = kind(units, return_sequences=True)

    def build(self, letters_shape: Any, lengths_shape: Any) -> None:  # noqa: ARG002 - Keras knows them by name
        """Weights are made in the order in which Keras' `Bidirectional` has them."""
        self.ahead.build(letters_shape)
        self.back.build(letters_shape)

    def call(self, letters: Any, lengths: Any) -> tuple[Any, Any]:
        """Each question is turned around within its own length, so that padding comes last both ways."""
        ahead = self.ahead(letters)
        back = tf.reverse_sequence(self.back(tf.reverse_sequence(letters, lengths, 1)), lengths, 1)
        last = tf.gather(ahead, lengths - 1, batch_dims=1)
        return tf.concat([ahead, back], axis=2), tf.concat([last, back[:, 0]], axis=1)

    def compute_output_shape(self, letters_shape: Any, lengths_shape: Any) -> tuple[Any, Any]:  # noqa: ARG002
        """States of all steps, and the last ones."""
        width = 2 * self.ahead.units
        return (*letters_shape[:-1], width), (letters_shape[0], width)


def build_learning(spec: RewriteSpec, falling: Falling, *, fast: bool) -> keras.Model:
    """A network from questions, their lengths and letters said to logits `(batch, steps, signs)`.

    It is compiled to learn at the rate `falling`.
    """
    kind = FUSED[spec.cell] if fast else getattr(keras.layers, CELLS[spec.cell].layer)
    questions, lengths, said = (keras.Input(shape, dtype="int32") for shape in ((None,), (), (None,)))
    letters = _embedding(spec, "question", len(spec.reads))(questions)
    states, last = BothWays(kind, spec.units, name="encoder")(letters, lengths)
    real = keras.ops.not_equal(questions, 0)
    logits = _decoder(spec, kind, said, states, last, real)
    network = keras.Model([questions, lengths, said], logits)
    network.compile(optimizer=keras.optimizers.Adam(falling, global_clipnorm=spec.clip_norm or None))
    return network


def build_own(spec: RewriteSpec) -> keras.Model:
    """The same of Keras' own layers alone, from questions and letters said to probabilities `(batch, steps, signs)`."""
    kind = getattr(keras.layers, CELLS[spec.cell].layer)
    questions, said = (keras.Input((None,), dtype="int32", name=name) for name in ("questions", "letters_before"))
    letters = _embedding(spec, "question", len(spec.reads), mask_zero=True)(questions)
    layer = kind(spec.units, return_sequences=True, return_state=True)
    states, *lasts = keras.layers.Bidirectional(layer, name="encoder")(letters)
    last = keras.layers.Concatenate()(lasts[:: LOOPS[spec.cell].states])
    logits = _decoder(spec, kind, said, states, last)
    return keras.Model([questions, said], keras.layers.Softmax()(logits))


def weights_of(network: keras.Model) -> list[Any]:
    """All weights, in the order of `weights.py`."""
    there = {layer.name: layer for layer in network.layers}
    return [array for name in LAYERS if name in there for array in there[name].get_weights()]


def take_weights(network: keras.Model, like: keras.Model) -> None:
    """`network` gets the weights of `like`, layer by layer."""
    there = {layer.name: layer for layer in like.layers}
    for layer in network.layers:
        if layer.name in LAYERS:
            layer.set_weights(there[layer.name].get_weights())


def _embedding(spec: RewriteSpec, name: str, signs: int, **more: Any) -> keras.layers.Layer:
    return keras.layers.Embedding(signs, spec.embedding, name=name, **more)


def _decoder(spec: RewriteSpec, kind: Any, said: Any, states: Any, last: Any, real: Any = None) -> Any:
    """Logits of each letter of the answer; `real` tells padding apart where `states` carry no mask of their own."""
    before = _embedding(spec, "said", len(spec.writes))(said)
    begin = [_dense(spec, name, "tanh")(last) for name in ("begin", "begin_memory")[: LOOPS[spec.cell].states]]
    hidden = kind(spec.units, return_sequences=True, name="decoder")(before, initial_state=begin)
    if spec.attention:
        asked, keys = _dense(spec, "query")(hidden), _dense(spec, "keys")(states)
        mask = {} if real is None else {"mask": [None, real]}
        context = keras.layers.AdditiveAttention(name="attention")([asked, states, keys], **mask)
        hidden = keras.layers.Concatenate()([hidden, context])
    joined = _dense(spec, "joined", "tanh")(hidden)
    return keras.layers.Dense(len(spec.writes), name="letters")(joined)


def _dense(spec: RewriteSpec, name: str, activation: str | None = None) -> keras.layers.Layer:
    return keras.layers.Dense(spec.units, activation=activation, name=name)
