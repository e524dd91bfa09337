"""The network of a run as a file that Keras alone can load. Runs in a worker only: imports Keras."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import keras

logger = logging.getLogger(__name__)


def model_file(network: keras.Model) -> bytes:
    """`network` in Keras' own format (`.keras`): layers and weights, without what only a training needs.

    `keras.saving.load_model` reads it with nothing but Keras installed. Empty where the disk has no room for it: a
    training is worth more than a file of it.
    """
    # A model that was never compiled has no optimizer whose state would be saved.
    bare = keras.Model(network.inputs, network.outputs)
    # Keras wants a path that ends in its own way.
    try:
        with TemporaryDirectory() as folder:
            path = Path(folder, "network.keras")
            bare.save(path)
            return path.read_bytes()
    except OSError as error:
        logger.error("The network could not be written as a file: %s", error)
        return b""
