"""Keras' recurrent layers with a faster way through time on a processor. Runs in a worker only: imports TensorFlow.

Law: the same weights, the same mathematics and the same random numbers as the layers of `keras.layers` that these
extend; only `inner_loop` is another. What they cannot do (masks of missing steps, other activations) they leave to
Keras. They are for training: what is saved is a network of Keras' own layers with the same weights.

Keras sends each step in time through a loop of TensorFlow, whose bookkeeping costs more than the arithmetic of a small
cell, and multiplies once per step for the gradient of the weights. Here one operation goes all the way forward and
one all the way back, both in NumPy; the equations and their derivation stand in `lstm.py`, `gru.py` and
`simple_rnn.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Loop

# A network that diverges ends in numbers that are none; TensorFlow does not complain of them either.
_QUIETLY = partial(np.errstate, all="ignore")


class _Fused:
    """What the three layers share; `loop` says how their cell goes through time."""

    loop: Loop
    supports_jit = False  # XLA cannot look into NumPy
    cell: Any
    return_sequences: bool
    go_backwards: bool

    def inner_loop(self, sequences: Any, initial_state: Any, mask: Any, training: bool = False) -> Any:
        """As Keras has it: the last output, all outputs, and the last states."""
        if mask is not None or not _fits(self):
            return super().inner_loop(sequences, initial_state, mask, training=training)  # type: ignore[misc]
        way = Way(self.loop, every_step=self.return_sequences, backwards=self.go_backwards)
        states = list(initial_state) if isinstance(initial_state, list | tuple) else [initial_state]
        weights = [tf.convert_to_tensor(one) for one in (self.cell.kernel, self.cell.recurrent_kernel, self.cell.bias)]
        hidden, states = way.go(sequences, states, weights, _masks(self, states[0]) if training else None)
        return states[0], states[0][:, None] if hidden is None else hidden, states


@keras.saving.register_keras_serializable("rnn_core")
class FusedLSTM(_Fused, keras.layers.LSTM):
    """`keras.layers.LSTM`, faster."""

    loop = LOOPS["LSTM"]


@keras.saving.register_keras_serializable("rnn_core")
class FusedGRU(_Fused, keras.layers.GRU):
    """`keras.layers.GRU`, faster."""

    loop = LOOPS["GRU"]


@keras.saving.register_keras_serializable("rnn_core")
class FusedSimpleRNN(_Fused, keras.layers.SimpleRNN):
    """`keras.layers.SimpleRNN`, faster."""

    loop = LOOPS["SimpleRNN"]


FUSED: dict[str, type[keras.layers.Layer]] = {"LSTM": FusedLSTM, "GRU": FusedGRU, "SimpleRNN": FusedSimpleRNN}


@dataclass(frozen=True)
class Way:
    """One way through time as operations of TensorFlow: `every_step` is wanted, or the last one; read `backwards`."""

    loop: Loop
    every_step: bool = True
    backwards: bool = False

    def go(
        self, inputs: tf.Tensor, states: Sequence[tf.Tensor], weights: Sequence[tf.Tensor], masks: tf.Tensor | None
    ) -> tuple[tf.Tensor | None, list[tf.Tensor]]:
        """All hidden states `(batch, steps, units)`, as they were reached, if wanted; and the last states.

        Differentiable with respect to `inputs` `(batch, steps, features)`, first `states` and `weights`.
        """
        dropped = () if masks is None else (masks,)
        loop, kind = self.loop, inputs.dtype

        @tf.custom_gradient
        def through_time(*arrays: tf.Tensor) -> tuple[Any, Callable[..., Any]]:
            count = self.every_step + loop.states + loop.saved
            found = tf.numpy_function(self._forward, (*arrays, *dropped), [kind] * count, stateful=False)
            results, saved = found[: -loop.saved], found[-loop.saved :]

            def gradient(*d_results: tf.Tensor) -> list[tf.Tensor]:
                needed = (*d_results, *saved, *arrays[1 + loop.states :], *dropped)
                found = tf.numpy_function(self._backward, needed, [kind] * len(arrays), stateful=False)
                return [_shaped(one, like.shape) for one, like in zip(found, arrays, strict=True)]

            return tuple(results), gradient

        results = list(through_time(inputs, *states, *weights))
        hidden = _shaped(results.pop(0), inputs.shape[:2] + states[0].shape[1:]) if self.every_step else None
        return hidden, [_shaped(one, like.shape) for one, like in zip(results, states, strict=True)]

    def _forward(self, inputs: Array, *rest: Array) -> list[Array]:
        """`loop.forward` for TensorFlow: arrays in one row, in and out."""
        first_weight = self.loop.states
        states, weights, masks = rest[:first_weight], rest[first_weight:][:3], rest[first_weight + 3 :]
        sequence = inputs[:, ::-1] if self.backwards else inputs
        with _QUIETLY():
            passed = self.loop.forward(sequence, states, weights, masks[0] if masks else None)
        hidden = [np.ascontiguousarray(passed.hidden)] if self.every_step else []
        return [*hidden, *passed.states, *passed.saved]

    def _backward(self, *arrays: Array) -> list[Array]:
        """`loop.backward` for TensorFlow: arrays in one row, in and out."""
        left = list(arrays)
        d_hidden = left.pop(0) if self.every_step else None
        d_states, saved, weights = (
            tuple(left.pop(0) for _ in range(n)) for n in (self.loop.states, self.loop.saved, 3)
        )
        with _QUIETLY():
            found = self.loop.backward(d_hidden, d_states, saved, weights, left[0] if left else None)
        d_inputs = found.inputs[:, ::-1] if self.backwards else found.inputs
        return [np.ascontiguousarray(one) for one in (d_inputs, *found.states, *found.weights)]


def _fits(layer: Any) -> bool:
    """Whether the loop knows what `layer` was asked for; dropout of inputs within the cell it does not know."""
    cell = layer.cell
    return bool(
        cell.use_bias
        and not layer.unroll
        and not cell.dropout
        and cell.activation is keras.activations.tanh
        and getattr(cell, "recurrent_activation", keras.activations.sigmoid) is keras.activations.sigmoid
        and getattr(cell, "reset_after", True)
        and layer.compute_dtype in ("float32", "float64")
    )


def _masks(layer: Any, hidden: tf.Tensor) -> tf.Tensor | None:
    """The masks of recurrent dropout that Keras has drawn for this batch, `(masks, batch, units)`."""
    masks = layer.cell.get_recurrent_dropout_mask(hidden)
    if masks is None:
        return None
    return tf.stack(masks if isinstance(masks, list) else [masks])


def _shaped(tensor: tf.Tensor, shape: tf.TensorShape) -> tf.Tensor:
    """`tensor`, which comes from NumPy, with the `shape` that it is known to have."""
    tensor.set_shape(shape)
    return tensor
