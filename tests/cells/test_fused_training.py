"""Networks of fast layers learn as Keras' own do, and leave nothing of themselves in a file."""

import zipfile
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.cells.fused import FUSED

EVERY_CELL = pytest.mark.parametrize("cell", CELLS)
FAST_OR_NOT = (False, True)
WINDOWS = 48


def network(cell: str, *, fast: bool, units: tuple[int, ...] = (6,), window: int = 8, **options: Any) -> keras.Model:
    """Layers of `units`, with Dropout between them, under one seed."""
    keras.utils.set_random_seed(7)
    kind = FUSED[cell] if fast else getattr(keras.layers, CELLS[cell].layer)
    made = keras.Sequential([keras.Input((window, 2))])
    for depth, size in enumerate(units, start=1):
        made.add(kind(size, return_sequences=depth < len(units), **options))
        made.add(keras.layers.Dropout(0.2))
    made.add(keras.layers.Dense(1))
    made.compile("rmsprop", "mse")
    return made


def windows(window: int) -> tuple[np.ndarray, np.ndarray]:
    values = np.random.default_rng(2).normal(size=(WINDOWS, window, 2)).astype("float32")
    return values, values.sum(axis=(1, 2))[:, None]


def losses(model: keras.Model, window: int) -> list[float]:
    return model.fit(*windows(window), batch_size=16, epochs=3, verbose=0).history["loss"]


@EVERY_CELL
@pytest.mark.parametrize(
    ("units", "window", "options"),
    [((12,), 20, {"recurrent_dropout": 0.2}), ((8, 5), 6, {})],
    ids=["recurrent dropout", "two layers"],
)
def test_the_loss_falls_as_with_keras(cell: str, units: tuple[int, ...], window: int, options: dict[str, Any]) -> None:
    plain, fast = (
        losses(network(cell, fast=fast, units=units, window=window, **options), window) for fast in FAST_OR_NOT
    )
    np.testing.assert_allclose(fast, plain, rtol=1e-4)


@EVERY_CELL
def test_weights_move_to_keras_layers_and_back(cell: str) -> None:
    values, _ = windows(8)
    plain, fast = (network(cell, fast=fast, units=(6, 4)) for fast in FAST_OR_NOT)
    fast.set_weights([one + 0.1 for one in fast.get_weights()])
    plain.set_weights(fast.get_weights())
    np.testing.assert_allclose(plain(values), fast(values), atol=1e-5)
    back = network(cell, fast=True, units=(6, 4))
    back.set_weights(plain.get_weights())
    for one, two in zip(back.get_weights(), fast.get_weights(), strict=True):
        np.testing.assert_array_equal(one, two)


@EVERY_CELL
def test_the_file_of_a_plain_twin_knows_only_keras_own_layers(cell: str, tmp_path: Path) -> None:
    plain, fast = (network(cell, fast=fast) for fast in FAST_OR_NOT)
    plain.set_weights([one * 2 for one in fast.get_weights()])
    plain.optimizer.build(plain.trainable_variables)
    plain.save(tmp_path / "network.keras")
    with zipfile.ZipFile(tmp_path / "network.keras") as file:
        described = file.read("config.json").decode()
    assert "rnn_core" not in described
    assert "Fused" not in described
    found = keras.models.load_model(tmp_path / "network.keras", safe_mode=True)
    assert [type(layer) for layer in found.layers] == [type(layer) for layer in plain.layers]
    values, _ = windows(8)
    np.testing.assert_allclose(found(values), plain(values), atol=1e-6)
