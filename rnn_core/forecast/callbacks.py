"""Early stopping and a falling learning rate, as Keras has them. Runs in a worker only: imports Keras."""

import keras

from rnn_core.forecast.spec import ForecastSpec

# "plateau": after so many epochs without progress the learning rate is halved.
_PATIENCE_BEFORE_SLOWING = 5


def callbacks_of(spec: ForecastSpec) -> list[keras.callbacks.Callback]:
    """What `spec` asks for besides plain training; only the training part and its validation part are looked at."""
    watched = "val_loss" if spec.validates else "loss"
    found: list[keras.callbacks.Callback] = []
    if spec.schedule == "plateau":
        # Losses of scaled values are small: any progress is progress.
        slower = keras.callbacks.ReduceLROnPlateau(watched, factor=0.5, patience=_PATIENCE_BEFORE_SLOWING, min_delta=0)
        found.append(slower)
    if spec.patience > 0:
        found.append(keras.callbacks.EarlyStopping(watched, patience=spec.patience, restore_best_weights=True))
    return found


def best_epoch(callbacks: list[keras.callbacks.Callback], done: int) -> int:
    """The epoch, counted from 1, whose weights the network has after `done` epochs; 0 before the first has ended."""
    stopper = next((one for one in callbacks if isinstance(one, keras.callbacks.EarlyStopping)), None)
    if stopper is None or stopper.best_weights is None:
        return done
    return min(int(stopper.best_epoch) + 1, done)
