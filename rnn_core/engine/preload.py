"""What a worker does before it shows itself: load TensorFlow, train a toy. So a visible worker is a warm one.

It also measures, once a machine, how fast that is, so that the first estimate of all is no guess.
"""

import os
from importlib import import_module

import keras
import numpy as np
import pandas as pd
import tensorflow as tf

from rnn_core.engine import memory
from rnn_core.engine.work import TRAINERS
from rnn_core.forecast import ForecastSpec, train
from rnn_core.forecast.costs.speed import remember_speed
from rnn_core.series import Receipt, Series

NICENESS = 5


def dask_setup(worker: object) -> None:  # noqa: ARG001
    """Called by Dask in the fresh worker process, before it registers with the scheduler."""
    # Pages and browser come first: on a small machine they would otherwise wait for the trainings that they show.
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    # A worker trains in one thread: two workers with two threads each on two cores would only wait for each other.
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    for module in TRAINERS.values():
        import_module(module)
    _train_toy()
    remember_speed()
    memory.settle()


def _train_toy() -> None:
    """A whole training of a tiny network: the first one ever costs a second more than later ones."""
    days = pd.date_range("2000-01-01", periods=20, name="date")
    series = Series("toy", pd.DataFrame({"value": np.sin(np.arange(20.0))}, index=days), Receipt("toy", "simulated"))
    train(ForecastSpec(units=1, window=3, epochs=1), series)
    keras.utils.clear_session()
