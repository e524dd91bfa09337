"""A run repeats what a plain Keras script does: same seed, same windows, same losses, same predictions.

The script below is written out anew, with every window as an explicit array, and shares no code with the library.
"""

from typing import Any

import keras
import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec, train
from tests.forecast.forecast_series import series_of

VALUES = 100 + 15 * np.sin(np.arange(150) / 4) + np.random.default_rng(3).normal(0, 2, 150)
# 120 training rows give 110 windows: seven batches of 16, the last one not full.
WINDOW, TRAIN, EPOCHS, BATCH, SEED = 10, 120, 3, 16, 7


def plain_keras(cell: str, units: int, optimizer: str, kept_back: int = 0, dropout: float = 0.0) -> tuple[Any, ...]:
    """Losses, validation losses and predictions of the usual tutorial's script."""
    low, high = VALUES[:TRAIN].min(), VALUES[:TRAIN].max()
    scaled = ((VALUES - low) / (high - low)).astype("float32")
    x = np.array([scaled[i : i + WINDOW] for i in range(len(scaled) - WINDOW)])[..., None]
    y = scaled[WINDOW:]
    last = TRAIN - WINDOW
    fit = slice(0, last - kept_back)
    keras.utils.set_random_seed(SEED)
    network = keras.Sequential([keras.Input((WINDOW, 1)), getattr(keras.layers, cell)(units)])
    if dropout:
        network.add(keras.layers.Dropout(dropout))
    network.add(keras.layers.Dense(1))
    network.compile(optimizer=optimizer, loss="mse")
    validation = (x[last - kept_back : last], y[last - kept_back : last]) if kept_back else None
    history = network.fit(
        x[fit], y[fit], epochs=EPOCHS, batch_size=BATCH, shuffle=True, validation_data=validation, verbose=0
    ).history
    predicted = network.predict(x[last:], verbose=0)[:, 0] * (high - low) + low
    return history["loss"], history.get("val_loss", []), predicted


@pytest.mark.parametrize(
    ("cell", "optimizer", "kept_back", "dropout"),
    [("LSTM", "rmsprop", 0, 0.0), ("GRU", "adam", 22, 0.3)],
)
def test_losses_and_predictions_equal_those_of_a_plain_script(
    cell: str, optimizer: str, kept_back: int, dropout: float
) -> None:
    spec = ForecastSpec(
        cell=cell,
        units=6,
        window=WINDOW,
        test_share=0.2,
        epochs=EPOCHS,
        batch_size=BATCH,
        optimizer=optimizer,
        dropout=dropout,
        validation_share=kept_back / (TRAIN - WINDOW),
        seed=SEED,
    )
    run = train(spec, series_of(value=VALUES))
    losses, validation, predicted = plain_keras(cell, 6, optimizer, kept_back, dropout)
    assert [epoch.loss for epoch in run.history] == pytest.approx(losses, rel=1e-5)
    watched = [epoch.validation_loss for epoch in run.history if epoch.validation_loss is not None]
    assert watched == pytest.approx(validation, rel=1e-5)
    assert len(watched) == (EPOCHS if kept_back else 0)
    assert run.predicted == pytest.approx(predicted, rel=1e-5)
