"""Runs that nobody trained, but whose every number follows: as honest as a bundle asks for."""

import io
import json
import zipfile
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from rnn_core.export.exported import Exported
from rnn_core.export.layers import layers_of
from rnn_core.export.voice import Voice
from rnn_core.forecast import ForecastSpec, Run, split
from rnn_core.forecast.run import Baseline, Forecasts
from rnn_core.judge import score
from rnn_core.judge.spread import spread
from rnn_core.series import ReadOptions, Receipt, Series
from rnn_core.words import Amount, Sentence, show
from tests.made_up_runs import made_up_run

VERSIONS = {"rnn-lab": "0.1.0", "keras": "3.15.1", "tensorflow": "2.21.0"}
ENGLISH = Voice("en", "English", str, str, lambda value: show(float(value)), lambda day: day.isoformat())
# A language that nobody speaks, so that a text that was not translated is seen.
OTHER = replace(ENGLISH, code="zh", name="中文", say=lambda text: f"«{text}»", tell=lambda said: f"«{said}»")


def a_series(
    rows: int = 120, name: str = "Demo", unit: str = "USD", columns: tuple[str, str] = ("High", "Low")
) -> Series:
    """Daily prices out of somebody's file."""
    ways = np.random.default_rng(3).normal(0, 1, rows).cumsum() + 100
    frame = pd.DataFrame(
        {columns[0]: ways + 1, columns[1]: ways - 1},
        index=pd.date_range("2021-01-01", periods=rows, name="date", unit="us"),
    )
    receipt = Receipt(
        source=f"{name}.csv",
        origin="own",
        roles={"high": columns[0], "low": columns[1]},
        dropped={"Rows with the date of an earlier row": 2},
        warnings=(Sentence("jump", "{column} jumps by {size}.", {"column": columns[0], "size": Amount(3.5, unit)}),),
        found=ReadOptions(encoding="utf-8", separator=";", decimal=",", date_column="Day", date_order="day"),
        table=("Day", *columns),
    )
    return Series(name, frame, receipt, unit)


def a_spec(**fields: Any) -> ForecastSpec:
    return ForecastSpec(**({"window": 5, "units": 4, "epochs": 3, "validation_share": 0.3} | fields))


def honest_run(spec: ForecastSpec, series: Series, miss: float | None = 0.5, **fields: Any) -> Run:
    """A run that is `miss` too high everywhere, and is scored for just that."""
    made, parts = made_up_run(spec, series, miss), split(spec, series)
    layers = layers_of(spec, len(parts.features))
    step, size = parts.train_step, spread(parts.target)
    kept = parts.validation_rows
    actual, naive = parts.target[kept], parts.target[kept - 1]
    dates = parts.dates[kept].to_numpy("datetime64[s]")
    return replace(
        made,
        train_step=step,
        spread=size[parts.test_rows],
        scores=score(made.actual, made.predicted, made.naive, train_step=step),
        naive_scores=score(made.actual, made.naive, made.naive, train_step=step),
        kept_back=Forecasts(dates, actual, actual + (np.nan if miss is None else miss), naive, size[kept]),
        baselines=tuple(_honest(one, made, step) for one in made.baselines),
        versions=VERSIONS,
        layers=layers,
        weights=tuple(np.arange(layer.parameters, dtype="float32") for layer in layers),
        **fields,
    )


def _honest(one: Baseline, run: Run, step: float) -> Baseline:
    if one.predicted is None:
        return one
    return replace(one, scores=score(run.actual, one.predicted, run.naive, train_step=step))


def exported(**fields: Any) -> Exported:
    """One run with a model, a title and a note."""
    series = a_series()
    return Exported(
        honest_run(a_spec(**fields), series, model_file=a_model()), series, "My run", "A note\nof two lines"
    )


def a_model(**parts: bytes) -> bytes:
    """A `.keras` file as Keras writes it; `parts` replace its `config`, `metadata` or `weights`."""
    given = {
        "metadata": json.dumps({"keras_version": "3.15.1", "date_saved": "2026-11-21@18:18:12"}).encode(),
        "config": json.dumps(a_config()).encode(),
        "weights": b"\x89HDF\r\n\x1a\n" + bytes(range(256)),
    } | parts
    names = {"metadata": "metadata.json", "config": "config.json", "weights": "model.weights.h5"}
    return a_zip({names.get(name, name): content for name, content in given.items()}, zipfile.ZIP_STORED)


def a_config() -> dict[str, Any]:
    """The network of `made_up_run`, as Keras describes it, with what matters here."""
    policy = _keras("keras", "DTypePolicy", {"name": "float32"})
    start = _keras("keras.initializers", "Orthogonal", {"seed": None, "gain": 1.0})
    lstm = {"units": 4, "activation": "tanh", "recurrent_activation": "sigmoid", "dtype": policy, "start": start}
    layers = [
        _keras("keras.layers", "InputLayer", {"batch_shape": [None, 5, 1]}),
        _keras("keras.layers", "LSTM", lstm),
        _keras("keras.layers", "Dense", {"units": 1, "activation": "linear"}),
    ]
    network = _keras("keras.src.models.functional", "Functional", {"name": "functional", "layers": layers})
    return network | {"registered_name": "Functional", "compile_config": {}}


def _keras(module: str, name: str, config: dict[str, Any]) -> dict[str, Any]:
    return {"module": module, "class_name": name, "config": config, "registered_name": None}


def a_zip(files: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", way) as archive:
        for name, content in files.items():
            part = zipfile.ZipInfo(name)  # without the time of day
            part.compress_type = way
            archive.writestr(part, content)
    return packed.getvalue()
