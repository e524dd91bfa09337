"""ForecastSpec: everything that decides one training run except the data. Every bound and default stands here alone."""

import hashlib
import json
from datetime import date
from typing import Annotated, Literal, Self, get_args

from annotated_types import Ge, Le
from pydantic import model_validator

from rnn_core.cells import CellName
from rnn_core.errors import SpecError
from rnn_core.forecast.features import Feature, read_feature
from rnn_core.series import Series
from rnn_core.spec import Spec

Optimizer = Literal["rmsprop", "adam", "sgd"]
Loss = Literal["mse", "mae", "huber"]
Schedule = Literal["constant", "cosine", "plateau"]
ScalingName = Literal["minmax", "standard", "robust", "window", "none"]
PredictName = Literal["price", "log_change", "relative", "difference"]
Missing = Literal["refuse", "drop", "previous"]

OPTIMIZERS: tuple[Optimizer, ...] = get_args(Optimizer)
LOSSES: tuple[Loss, ...] = get_args(Loss)
SCHEDULES: tuple[Schedule, ...] = get_args(Schedule)
MISSING: tuple[Missing, ...] = get_args(Missing)


# The feature that shows a target as it is to be predicted.
_OWN_FORM: dict[PredictName, str] = {
    "price": "value",
    "log_change": "change",
    "relative": "change",
    "difference": "difference",
}


# What decides only about the network and how it learns.
_NETWORK_ONLY = frozenset(
    {"cell", "units", "layers", "bidirectional", "attention", "dropout", "recurrent_dropout", "l2", "epochs"}
    | {"batch_size", "optimizer", "learning_rate", "loss", "schedule", "clip_norm", "patience", "seed"}
)


class ForecastSpec(Spec):
    """One network and one way to train and test it: predict `target` one step ahead from a window of `inputs`.

    Shares are fractions, `window` and `horizon` count time steps, `patience` counts epochs, 0 switches early stopping
    and clipping off. `test_share` is used only while `test_from` is not given, `validation_share` only while
    `validation_from` is not. `horizon` is how many steps the network learns to predict at once; the first is tested.
    """

    kind: Literal["forecast"] = "forecast"

    cell: CellName = "LSTM"
    units: Annotated[int, Ge(1), Le(512)] = 64
    layers: Annotated[int, Ge(1), Le(4)] = 1
    bidirectional: bool = False
    attention: bool = False
    dropout: Annotated[float, Ge(0.0), Le(0.8)] = 0.0
    recurrent_dropout: Annotated[float, Ge(0.0), Le(0.8)] = 0.0
    l2: Annotated[float, Ge(0.0), Le(0.1)] = 0.0

    target: str = ""
    inputs: tuple[str, ...] = ()
    predict: PredictName = "price"
    horizon: Annotated[int, Ge(1), Le(60)] = 1
    window: Annotated[int, Ge(1), Le(500)] = 60
    scaling: ScalingName = "minmax"
    missing: Missing = "refuse"

    epochs: Annotated[int, Ge(1), Le(1000)] = 30
    batch_size: Annotated[int, Ge(1), Le(1024)] = 32
    optimizer: Optimizer = "adam"
    learning_rate: Annotated[float, Ge(0.00001), Le(1.0)] = 0.001
    loss: Loss = "mse"
    schedule: Schedule = "constant"
    clip_norm: Annotated[float, Ge(0.0), Le(100.0)] = 0.0
    patience: Annotated[int, Ge(0), Le(200)] = 0
    seed: Annotated[int, Ge(0), Le(2_147_483_647)] = 1

    train_from: date | None = None
    validation_from: date | None = None
    train_to: date | None = None
    test_from: date | None = None
    test_to: date | None = None
    test_share: Annotated[float, Ge(0.01), Le(0.9)] = 0.2
    validation_share: Annotated[float, Ge(0.0), Le(0.5)] = 0.0

    @model_validator(mode="after")
    def _dates_are_in_order(self) -> Self:
        ordered = (self.train_from, self.validation_from, self.train_to, self.test_from, self.test_to)
        days = [day for day in ordered if day is not None]
        if days != sorted(days) or (self.train_to is not None and self.train_to == self.test_from):
            raise SpecError(
                "days_contradict",
                "Training must start before it ends, and testing must come after it. We got, in this order: {days}. "
                "Choose other days.",
                days=", ".join(day.isoformat() for day in days),
            )
        return self

    @property
    def validates(self) -> bool:
        """Whether a part of the training windows is kept back."""
        return self.validation_from is not None or self.validation_share > 0

    def key(self, series: Series) -> str:
        """sha256 of the whole spec, its columns as `series` names them, and the data's fingerprint: the run's name.

        Raises:
            SpecError: `series` has no such column.
        """
        inputs = [feature.name for feature in self.features(series)]
        settings = self.model_dump(mode="json") | {"target": series.column(self.target), "inputs": inputs}
        return hashlib.sha256(f"{json.dumps(settings, sort_keys=True)}\n{series.fingerprint}".encode()).hexdigest()

    @property
    def data(self) -> str:
        """All that decides which rows are learnt from and tested, and what is read and asked of each, as text."""
        return self.model_dump_json(exclude=set(_NETWORK_ONLY))

    def features(self, series: Series) -> tuple[Feature, ...]:
        """What the network reads of each row: `inputs`; if none are named, the target in the form it is predicted in.

        Raises:
            SpecError: `series` has no such column.
        """
        named = tuple(read_feature(text, series) for text in self.inputs)
        return tuple(dict.fromkeys(named)) or (Feature(_OWN_FORM[self.predict], (series.column(self.target),)),)
