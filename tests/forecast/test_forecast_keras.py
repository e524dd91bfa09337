"""A run repeats what a plain Keras script does: same seed, same windows, same losses, same predictions.

The script below is written out anew, with every window as an explicit array, and shares no code with the library.
"""

from typing import Any

import keras
import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.forecast import ForecastSpec, train
from tests.forecast.forecast_series import series_of

VALUES = 100 + 15 * np.sin(np.arange(150) / 4) + np.random.default_rng(3).normal(0, 2, 150)
# 120 training rows give 110 windows: seven batches of 16, the last one not full.
WINDOW, TRAIN, EPOCHS, BATCH, SEED = 10, 120, 3, 16, 7
# Windows that are kept back, where any are: one full batch and one that is not.
KEPT_BACK = 22
VALIDATED = {"validation_share": KEPT_BACK / (TRAIN - WINDOW)}
# Both ways round the same sums are added up in another order, so that single precision rounds differently, and each
# step of an optimizer that divides by small gradients widens that.
ROUNDING = 1e-5


def plain_keras(spec: ForecastSpec) -> tuple[Any, ...]:
    """Losses, validation losses and predictions of the usual tutorial's script, with what `spec` asks for."""
    low, high = VALUES[:TRAIN].min(), VALUES[:TRAIN].max()
    scaled = ((VALUES - low) / (high - low)).astype("float32")
    x = np.array([scaled[i : i + WINDOW] for i in range(len(scaled) - WINDOW)])[..., None]
    y = scaled[WINDOW:]
    last = TRAIN - WINDOW
    kept_back = KEPT_BACK if spec.validates else 0
    fit = slice(0, last - kept_back)
    keras.utils.set_random_seed(SEED)
    network = plain_network(spec, -(-(last - kept_back) // BATCH))
    validation = (x[last - kept_back : last], y[last - kept_back : last]) if kept_back else None
    history = network.fit(
        x[fit], y[fit], epochs=EPOCHS, batch_size=BATCH, shuffle=True, validation_data=validation, verbose=0
    ).history
    predicted = network.predict(x[last:], verbose=0)[:, 0] * (high - low) + low
    return history["loss"], history.get("val_loss", []), predicted


def plain_network(spec: ForecastSpec, batches: int) -> keras.Model:
    network = keras.Sequential([keras.Input((WINDOW, 1))])
    shrunk = keras.regularizers.L2(spec.l2) if spec.l2 else None
    for depth in range(spec.layers):
        layer = getattr(keras.layers, spec.cell)(
            spec.units,
            return_sequences=depth + 1 < spec.layers,
            recurrent_dropout=spec.recurrent_dropout,
            kernel_regularizer=shrunk,
            recurrent_regularizer=shrunk,
        )
        network.add(keras.layers.Bidirectional(layer) if spec.bidirectional else layer)
        if spec.dropout:
            network.add(keras.layers.Dropout(spec.dropout))
    network.add(keras.layers.Dense(1))
    network.compile(optimizer=plain_optimizer(spec, batches), loss="mse")
    return network


def plain_optimizer(spec: ForecastSpec, batches: int) -> keras.Optimizer:
    rate: Any = 0.001
    if spec.schedule == "cosine":
        rate = keras.optimizers.schedules.CosineDecay(rate, decay_steps=EPOCHS * batches)
    kind = {"rmsprop": keras.optimizers.RMSprop, "adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}
    return kind[spec.optimizer](learning_rate=rate, global_clipnorm=spec.clip_norm or None)


CASES: dict[str, dict[str, Any]] = {
    "an LSTM": {"cell": "LSTM", "optimizer": "rmsprop"},
    "a GRU with dropout, weights kept small and validation": {"cell": "GRU", "dropout": 0.3, "l2": 0.01, **VALIDATED},
    "a SimpleRNN in two directions, gradients clipped, a falling learning rate": {
        "cell": "SimpleRNN",
        "bidirectional": True,
        "clip_norm": 0.05,
        "schedule": "cosine",
    },
    "two layers, dropout from step to step, validation": {
        "cell": "SimpleRNN",
        "layers": 2,
        "dropout": 0.2,
        "recurrent_dropout": 0.3,
        **VALIDATED,
    },
}


@pytest.mark.parametrize("fields", CASES.values(), ids=CASES)
def test_losses_and_predictions_equal_those_of_a_plain_script(fields: dict[str, Any]) -> None:
    shared = {"units": 6, "window": WINDOW, "test_share": 0.2, "epochs": EPOCHS, "batch_size": BATCH, "seed": SEED}
    spec = ForecastSpec(**shared, **fields)
    run = train(spec, series_of(value=VALUES))
    assert run.layer_choice.fast
    losses, validation, predicted = plain_keras(spec)
    assert [epoch.loss for epoch in run.history] == pytest.approx(losses, rel=ROUNDING)
    watched = [epoch.validation_loss for epoch in run.history if epoch.validation_loss is not None]
    assert watched == pytest.approx(validation, rel=ROUNDING)
    assert len(watched) == (EPOCHS if spec.validates else 0)
    assert run.predicted == pytest.approx(predicted, rel=ROUNDING)


def test_every_cell_is_held_against_keras() -> None:
    assert {case["cell"] for case in CASES.values()} == set(CELLS)
