"""Attention over time: looks back at all steps of a window and weighs them. Worker only: imports Keras.

Made of Keras' own layers alone, so that a saved network loads wherever Keras is.
"""

import keras

# What a table of the network's layers calls the whole of it.
NAME = "AttentionOverTime"


def attention_over_time(window: int, units: int) -> keras.Model:
    """Maps hidden states `(batch, window, units)` to one mixture of them, `(batch, units)`.

    The weight of each step is softmax(v · tanh(W h + b)), the additive attention of Bahdanau, Cho and Bengio (2015) in
    the form of Yang et al. (2016), "Hierarchical attention networks for document classification", equations 5 to 7.
    """
    states = keras.Input((window, units))
    hidden = keras.layers.Dense(units, activation="tanh")(states)
    scores = keras.layers.Dense(1, use_bias=False)(hidden)
    weights = keras.layers.Softmax(axis=1)(scores)  # (batch, window, 1), summing to 1 over the window
    mixture = keras.layers.Dot(axes=1)([weights, states])  # (batch, 1, units)
    return keras.Model(states, keras.layers.Flatten()(mixture), name=NAME)
