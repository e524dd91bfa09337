"""The Keras network that a spec describes. Runs in a worker only: imports Keras.

LSTM, GRU and SimpleRNN take one path: the cell is a value looked up in CELLS.
"""

from typing import Any

import keras

from rnn_core.cells import CELLS
from rnn_core.cells.fused import FUSED
from rnn_core.text.sentiment.real_words import RealWords
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.vocabulary import PADDING


def build_network(spec: SentimentSpec, symbols: int, classes: int, *, fast: bool = False) -> keras.Model:
    """A network from numbers `(batch, words)`, padding at the end, to probabilities `(batch, classes)`.

    All its layers are Keras' own, which pass over padding by a mask, unless `fast`: then the recurrent ones are those
    that learn faster, with the same weights in the same order and the same answers.
    """
    numbers = keras.Input((None,), dtype="int32")
    embedded = keras.layers.Embedding(symbols, spec.embedding, mask_zero=True)(numbers)
    states = _recurrent(spec, fast=fast)(_dropped(spec, embedded))
    read = _mixed(states, numbers) if spec.attention else states
    said = keras.layers.Dense(classes, activation="softmax")(_dropped(spec, read))
    return keras.Model(numbers, said)


def optimizer_of(spec: SentimentSpec) -> keras.Optimizer:
    """Adam (Kingma and Ba 2015); gradients longer than `clip_norm` are cut to it, all weights together."""
    return keras.optimizers.Adam(learning_rate=spec.learning_rate, global_clipnorm=spec.clip_norm or None)


def _dropped(spec: SentimentSpec, values: Any) -> Any:
    return keras.layers.Dropout(spec.dropout)(values) if spec.dropout > 0 else values


def _recurrent(spec: SentimentSpec, *, fast: bool) -> keras.layers.Layer:
    """Reads the words: all states if attention is to look at them, else the last ones."""
    kind = FUSED[spec.cell] if fast else getattr(keras.layers, CELLS[spec.cell].layer)
    every = fast or spec.attention
    layer = kind(spec.units, return_sequences=every, recurrent_dropout=spec.recurrent_dropout)
    whole = keras.layers.Bidirectional(layer) if spec.bidirectional else layer
    return RealWords(whole, every_word=spec.attention) if fast else whole


def _mixed(states: Any, numbers: Any) -> Any:
    """One mixture `(batch, width)` of the states `(batch, words, width)` of all real words.

    The weight of each is softmax(v · tanh(W h + b)), the additive attention of Bahdanau, Cho and Bengio (2015) in the
    form of Yang et al. (2016), "Hierarchical attention networks for document classification", equations 5 to 7.
    """
    bent = keras.layers.Dense(states.shape[-1], activation="tanh")(states)
    scores = keras.layers.Dense(1, use_bias=False)(bent)
    real = keras.ops.expand_dims(keras.ops.not_equal(numbers, PADDING), axis=-1)  # (batch, words, 1)
    shares = keras.layers.Softmax(axis=1)(scores, mask=real)
    return keras.ops.sum(shares * states, axis=1)
