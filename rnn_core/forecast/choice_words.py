"""The words of settings that are chosen from a list: one registry for controls, lists and reports. Pure.

English, to be translated where it is shown; names of methods stand as they are.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.scaling import SCALERS
from rnn_core.words import N_

CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "predict": {name: predict.title for name, predict in PREDICTS.items()},
        "scaling": {name: scaler.title for name, scaler in SCALERS.items()},
        "optimizer": {"adam": "Adam", "rmsprop": "RMSprop", "sgd": "SGD"},
        "loss": {"mse": N_("Squared error"), "mae": N_("Absolute error"), "huber": N_("Huber (in between)")},
        "schedule": {
            "constant": N_("Stays the same"),
            "cosine": N_("Falls smoothly to zero"),
            "plateau": N_("Halves when it gets no better"),
        },
        "missing": {
            "refuse": N_("Stop and tell me"),
            "drop": N_("Leave those rows out"),
            "previous": N_("Repeat the last known value"),
        },
    }
)
# Settings that are said in percent.
SHARES = frozenset({"dropout", "recurrent_dropout", "test_share", "validation_share"})
