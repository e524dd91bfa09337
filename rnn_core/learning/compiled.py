"""Compiled: a function as one operation of TensorFlow. Runs in a worker only: imports TensorFlow."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from tensorflow.python.framework.ops import gradient_registry

# What the names of gradients of `tf.custom_gradient` begin with.
_CUSTOM = "CustomGradient-"


class Compiled:
    """`do` as one operation for tensors like those of `signature`, compiled when it is first called.

    Called directly: `tf.function` itself would look at each argument of each call to see whether it must compile anew.
    """

    def __init__(self, do: Callable[..., Any], signature: list[tf.TensorSpec]) -> None:
        self._function = tf.function(do, input_signature=signature, autograph=False)
        self._compiled: Callable[..., Any] | None = None

    def __call__(self, *tensors: tf.Tensor) -> Any:
        """What `do` gives for `tensors`."""
        if self._compiled is None:
            self._compiled = _compile(self._function)
        return self._compiled(*tensors)


def _compile(function: Any) -> Callable[..., Any]:
    """Compile, and let TensorFlow forget what it noted of gradients: it would keep the graph for ever.

    `tf.custom_gradient` registers each gradient under a new name, for those who differentiate the graph later. Here the
    gradients are part of the graph.
    """
    before = set(gradient_registry.list())
    compiled: Callable[..., Any] = function.get_concrete_function()
    for name in set(gradient_registry.list()) - before:
        if name.startswith(_CUSTOM):
            # Registries have no way to take a name back.
            del gradient_registry._registry[name]
    return compiled
