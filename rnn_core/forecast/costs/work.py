"""Work: all of a training that decides how long it takes, as plain numbers, of one to come or of one that was. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rnn_core.cells import choose_layers
from rnn_core.forecast.run import Run
from rnn_core.forecast.shape import shape_of
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts


@dataclass(frozen=True)
class Work:
    """What is trained, and on how much of it.

    `fitted`, `kept_back` and `tested` count windows, `inputs` values that are read a time step. `fast` says which
    layers do the work, `feeds_itself` whether the network is asked for one step after the other at the end. Works of
    the same `shape` share what is compiled.
    """

    cell: str
    units: int
    layers: int
    directions: int
    attention: bool
    recurrent_dropout: bool
    inputs: int
    window: int
    batch_size: int
    epochs: int
    fitted: int
    kept_back: int
    tested: int
    feeds_itself: bool
    fast: bool
    shape: str


@dataclass(frozen=True)
class Timing:
    """How long a `work` took: `seconds` of training alone; `begun` and `ended` enclose all of it, and any wait."""

    work: Work
    seconds: float
    begun: datetime
    ended: datetime


def work_ahead(spec: ForecastSpec, parts: Parts) -> Work:
    """The work of training `spec` on `parts`; with early stopping the most that there can be."""
    read = {name for feature in parts.features for name in feature.columns}
    fast = choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size).fast
    return Work(
        **_of_network(spec, parts.inputs.shape[1], parts.fit_windows, fast=fast),
        epochs=spec.epochs,
        kept_back=parts.validation_windows,
        tested=parts.test_windows,
        feeds_itself=read == {parts.columns[0]},
    )


def work_done(run: Run) -> Work:
    """The work that `run` was, early stopping considered."""
    kept_back = len(run.kept_back.dates)
    fitted = run.train_windows - (kept_back + run.spec.horizon - 1 if kept_back else 0)
    return Work(
        **_of_network(run.spec, len(run.spec.inputs) or 1, fitted, fast=run.layer_choice.fast),
        epochs=len(run.history),
        kept_back=kept_back,
        tested=run.test_windows,
        feeds_itself=any(one.way == "recursive" and one.problem is None for one in run.ahead),
    )


def _of_network(spec: ForecastSpec, inputs: int, fitted: int, *, fast: bool) -> dict[str, Any]:
    shape = shape_of(spec, inputs, batches=-(-fitted // spec.batch_size), fast=fast)
    return {
        "cell": spec.cell,
        "units": spec.units,
        "layers": spec.layers,
        "directions": 2 if spec.bidirectional else 1,
        "attention": spec.attention,
        "recurrent_dropout": spec.recurrent_dropout > 0,
        "inputs": inputs,
        "window": spec.window,
        "batch_size": spec.batch_size,
        "fast": fast,
        "fitted": fitted,
        "shape": hashlib.sha256(shape.encode()).hexdigest()[:12],
    }
