"""The network of a run as a file that Keras alone can load. Runs in a worker only: imports Keras."""

from pathlib import Path
from tempfile import TemporaryDirectory

import keras


def model_file(network: keras.Model) -> bytes:
    """`network` in Keras' own format (`.keras`): layers and weights, without what only a training needs.

    `keras.saving.load_model` reads it with nothing but Keras installed.
    """
    # A model that was never compiled has no optimizer whose state would be saved.
    bare = keras.Model(network.inputs, network.outputs)
    # Keras wants a path that ends in its own way.
    with TemporaryDirectory() as folder:
        path = Path(folder, "network.keras")
        bare.save(path)
        return path.read_bytes()
