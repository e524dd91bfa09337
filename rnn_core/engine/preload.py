"""What a worker does before it shows itself: load TensorFlow, train a toy. So a visible worker is a warm one."""

from importlib import import_module

import keras
import numpy as np
import tensorflow as tf

from rnn_core.engine.work import TRAINERS


def dask_setup(worker: object) -> None:  # noqa: ARG001
    """Called by Dask in the fresh worker process, before it registers with the scheduler."""
    # A worker trains in one thread: two workers with two threads each on two cores would only wait for each other.
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    for module in TRAINERS.values():
        import_module(module)
    _train_toy()


def _train_toy() -> None:
    """One step of a tiny recurrent network: the first one ever costs a second."""
    inputs, target = np.zeros((2, 3, 1), "float32"), np.zeros((2, 1), "float32")
    network = keras.Sequential([keras.Input((3, 1)), keras.layers.LSTM(1), keras.layers.Dense(1)])
    network.compile("sgd", "mse")
    network.fit(inputs, target, epochs=1, verbose=0)
    keras.utils.clear_session()
