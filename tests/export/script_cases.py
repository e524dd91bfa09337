"""Small runs that together use every option of a spec, and the programs that train them and run their scripts."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import pandas as pd

from rnn_core.engine.__main__ import CONFIG
from rnn_core.forecast import ForecastSpec, Run
from rnn_core.learning.events import EpochDone
from rnn_core.series import Receipt, Series
from rnn_core.settings import PROJECT_FOLDER

ROWS = 200
STOPPED_AFTER = 2
# Loading TensorFlow and tracing take their time on a busy machine.
SECONDS = 900
_WAVE = np.sin(np.arange(ROWS) / 9)
_NOISE = np.random.default_rng(5).normal(0, 1, (ROWS, 2))

SMALL: dict[str, Any] = {
    "cell": "SimpleRNN",
    "units": 4,
    "window": 6,
    "epochs": 3,
    "batch_size": 16,
    "learning_rate": 0.01,
    "target": "=high",
    "seed": 7,
}
CASES: dict[str, dict[str, Any]] = {
    "plain LSTM by days": {
        "cell": "LSTM",
        "optimizer": "rmsprop",
        "train_from": "2020-01-10",
        "train_to": "2020-05-20",
        "test_from": "2020-05-25",
        "test_to": "2020-07-10",
    },
    "GRU of two layers, dropout, early stopping": {
        "cell": "GRU",
        "layers": 2,
        "dropout": 0.2,
        "validation_share": 0.2,
        "patience": 1,
        "epochs": 8,
        "learning_rate": 0.1,
    },
    "attention, two directions, steps ahead": {
        "bidirectional": True,
        "attention": True,
        "horizon": 3,
        "validation_share": 0.1,
        "dropout": 0.1,
        "inputs": ("=high", 'it\'s "low"'),
        "l2": 0.01,
        "loss": "huber",
    },
    "each window by itself": {"cell": "GRU", "scaling": "window", "train_to": "2020-06-01", "clip_norm": 0.1},
    "each window by itself, as changes": {"scaling": "window", "predict": "log_change", "schedule": "cosine"},
    "all features, steps as differences": {
        "inputs": ("=high", "change(=high)", 'difference(it\'s "low")', 'log(=high/it\'s "low")'),
        "predict": "difference",
        "scaling": "standard",
        "horizon": 2,
        "train_from": "2020-01-10",
        "validation_from": "2020-05-20",
        "loss": "mae",
        "test_share": 0.25,
    },
    "recurrent dropout, relative, robust, rows with gaps left out": {
        "cell": "LSTM",
        "recurrent_dropout": 0.3,
        "predict": "relative",
        "scaling": "robust",
        "missing": "drop",
        "target": "gaps",
        "train_from": "2020-01-20",
        "optimizer": "sgd",
    },
    "a falling rate, last known values": {
        "schedule": "plateau",
        "epochs": 14,
        "learning_rate": 0.5,
        "missing": "previous",
        "target": "gaps",
        "inputs": ("gaps", "difference(gaps)"),
        "train_from": "2020-01-20",
        "test_to": "2020-07-01",
    },
    "each window of several inputs, steps ahead": {
        "scaling": "window",
        "horizon": 2,
        "inputs": ("=high", "gaps"),
        "missing": "previous",
        "validation_share": 0.001,
        "bidirectional": True,
    },
    "stopped after two epochs of a falling rate": {"schedule": "cosine", "epochs": 9},
    "rows that nobody uses have no logarithm": {
        "target": "late",
        "predict": "relative",
        "inputs": ("late", "change(late)"),
        "missing": "drop",
        "train_from": "2020-02-10",
        "test_to": "2020-07-01",
    },
    "numbers as they are, by the hour": {
        "target": "hours",
        "window": 3,
        "scaling": "none",
        "optimizer": "rmsprop",
        "test_share": 0.25,
        "batch_size": 32,
        "seed": 3,
    },
    "numbers beyond all bounds": {"scaling": "none", "optimizer": "sgd", "learning_rate": 1.0, "units": 8, "epochs": 9},
}
# Once more with the layers that people get: rounding goes another way there, and grows while a network learns.
FAST = tuple(
    f"{case}, by fast layers"
    for case in ("plain LSTM by days", "each window by itself", "a falling rate, last known values")
)
CASES |= {case: CASES[case.removesuffix(", by fast layers")] for case in FAST}
# Whose networks are loaded again: all cells, and what makes a network an unusual one.
LOADED = (
    "plain LSTM by days",
    "GRU of two layers, dropout, early stopping",
    "attention, two directions, steps ahead",
    "each window by itself",
    "each window of several inputs, steps ahead",
)
STOPPED = "stopped after two epochs of a falling rate"


def spec_of(case: str) -> ForecastSpec:
    return ForecastSpec(**{**SMALL, **CASES[case]})


def series_of_case(case: str) -> Series:
    """200 dated rows; `gaps` has missing cells, `late` begins below zero."""
    high = 50 + 8 * _WAVE + _NOISE[:, 0]
    columns = {"=high": high, 'it\'s "low"': high - 3 - np.abs(_NOISE[:, 1]), "gaps": high[::-1].copy()}
    columns["gaps"][[0, 30, 31, 77, 185, 190]] = np.nan
    columns["late"] = np.r_[np.linspace(-5, 0, 30), high[30:]]
    columns["hours"] = high * 1.5
    step = "37min" if CASES[case].get("target") == "hours" else "D"
    dates = pd.date_range("2020-01-01", periods=ROWS, freq=step, name="date").as_unit("us")
    name = 'A "name"\n# %%\nimport os'
    return Series(name, pd.DataFrame(columns, index=dates), Receipt("test", "simulated"), "USD")


def environment(**more: str) -> dict[str, str]:
    """That of a worker: what TensorFlow reads as it loads."""
    fixed = {name: str(value) for name, value in CONFIG["distributed.nanny.pre-spawn-environ"].items()}
    return {**os.environ, **fixed, **more}


@dataclass(frozen=True)
class Reproduced:
    """What became of all cases: `had` by RNN Lab, and `got` from their files elsewhere, by the case's number."""

    folder: Path
    had: Mapping[str, Any]
    got: Mapping[str, Any]

    def of(self, case: str) -> tuple[Path, Any, Any]:
        """The folder of a case, what RNN Lab had and what was got."""
        number = str(list(CASES).index(case))
        return self.folder / number, self.had[number], self.got[number]


def reproduce(folder: Path) -> Reproduced:
    """Train all cases as a worker does, and run their scripts in a process that knows nothing of RNN Lab.

    Two processes at once, the second fed by the first, because TensorFlow takes long to load.
    """
    trainer = subprocess.Popen(
        [sys.executable, "-m", "tests.export.script_cases", str(folder)],
        cwd=PROJECT_FOLDER,
        env=environment(),
        stdout=subprocess.PIPE,
    )
    runner = subprocess.Popen(
        [sys.executable, "-I", str(Path(__file__).with_name("script_runner.py"))],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(("TF_", "OMP_", "KERAS"))},
        stdin=trainer.stdout,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert trainer.stdout is not None
    trainer.stdout.close()
    try:
        said, _ = runner.communicate(timeout=SECONDS)
        assert (trainer.wait(timeout=SECONDS), runner.returncode) == (0, 0)
    finally:
        for process in (trainer, runner):
            process.kill()
            process.wait()
    had = {path.parent.name: json.loads(path.read_text()) for path in folder.glob("*/run.json")}
    return Reproduced(folder, had, json.loads(said.splitlines()[-1]))


def train_all(folder: Path) -> None:
    """Train each case and write its files into a folder of its own, whose name is then printed."""
    from rnn_core.export.data_csv import data_csv
    from rnn_core.export.notebook import notebook_of
    from rnn_core.export.script import script_of

    for number, case in enumerate(CASES):
        series, own = series_of_case(case), folder / str(number)
        run = _train(case, series)
        own.mkdir()
        (own / "script.py").write_text(script_of(run, series), "utf-8")
        (own / "notebook.ipynb").write_text(notebook_of(run, series), "utf-8")
        (own / "data.csv").write_text(data_csv(series), "utf-8", newline="")
        facts = {"rmse": run.scores.rmse, "naive": run.naive_scores.rmse, "fast": run.layer_choice.fast}
        if case in LOADED:
            (own / "network.keras").write_bytes(run.model_file)
            facts |= _about_network(run, series)
        (own / "run.json").write_text(json.dumps(facts))
        print(own, flush=True)


def _train(case: str, series: Series) -> Run:
    """By Keras' own layers but in FAST; without what comes after the test: nobody looks at it, and it takes long."""
    from rnn_core.cells import KERAS_LAYERS
    from rnn_core.forecast import training

    ended: list[int] = []

    def count(event: object) -> None:
        if isinstance(event, EpochDone):
            ended.append(event.epoch)

    changed: dict[str, Any] = {name: lambda *_: () for name in ("rivals_of", "look_ahead")}
    if case not in FAST:
        changed["choose_layers"] = lambda *_, **__: KERAS_LAYERS
    with mock.patch.multiple(training, **changed):
        return training.train(
            spec_of(case), series, count, should_stop=lambda: case == STOPPED and len(ended) == STOPPED_AFTER
        )


def _about_network(run: Run, series: Series) -> dict[str, Any]:
    """What the network of the file reads, and what it should say: the predictions, all scaling undone."""
    from rnn_core.forecast import split
    from rnn_core.forecast.feed import windows_before
    from rnn_core.forecast.scaling import known_before, scale

    parts = split(run.spec, series)
    scaled, rows = scale(parts, run.spec), parts.test_rows
    known = known_before(parts, rows, own_size=scaled.terms.by_window)
    asked = scaled.terms.asked(np.repeat(run.predicted[:, None], run.spec.horizon, axis=1), known)
    said = scaled.terms.scaler.transform(asked)[:, 0]
    return {"windows": windows_before(parts, scaled, rows).tolist(), "said": said.tolist()}


if __name__ == "__main__":
    train_all(Path(sys.argv[1]))
