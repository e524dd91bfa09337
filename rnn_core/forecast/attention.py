"""Attention over time: a layer that looks back at all steps of a window and weighs them. Worker only: imports Keras."""

import keras
from keras import ops


@keras.saving.register_keras_serializable("rnn_lab")
class AttentionOverTime(keras.layers.Layer):
    """Maps hidden states `(batch, window, units)` to one mixture of them, `(batch, units)`.

    The weight of each step is softmax(v · tanh(W h + b)), the additive attention of Bahdanau, Cho and Bengio (2015) in
    the form of Yang et al. (2016), "Hierarchical attention networks for document classification", equations 5 to 7.
    """

    def build(self, input_shape: tuple[int, ...]) -> None:
        """Make the weights for states of `input_shape`."""
        units = input_shape[-1]
        self.kernel = self.add_weight(shape=(units, units), initializer="glorot_uniform", name="kernel")
        self.bias = self.add_weight(shape=(units,), initializer="zeros", name="bias")
        self.query = self.add_weight(shape=(units, 1), initializer="glorot_uniform", name="query")

    def weights_of(self, states: keras.KerasTensor) -> keras.KerasTensor:
        """How much each step counts, `(batch, window, 1)`, summing to 1 over the window."""
        scores = ops.matmul(ops.tanh(ops.matmul(states, self.kernel) + self.bias), self.query)
        return ops.softmax(scores, axis=1)

    def call(self, states: keras.KerasTensor) -> keras.KerasTensor:
        """The mixture of `states`."""
        return ops.sum(states * self.weights_of(states), axis=1)

    def compute_output_shape(self, input_shape: tuple[int, ...]) -> tuple[int, ...]:
        """One state a window."""
        return (input_shape[0], input_shape[-1])
