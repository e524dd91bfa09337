"""Randomness that belongs to one training alone. Runs in a worker only: imports Keras."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock

import keras
from keras.src.random import seed_generator


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Seed everything, and let Keras draw the seeds of its layers where nobody else in the process draws.

    Keras takes them from Python's one `random`, and any other thread (a worker has several) that draws at that moment
    would change the weights that a network begins with. The numbers are those of `keras.utils.set_random_seed`.
    """
    keras.utils.set_random_seed(seed)
    with mock.patch.object(seed_generator, "python_random", random.Random(seed)):
        yield
