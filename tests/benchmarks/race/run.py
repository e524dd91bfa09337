"""The race: pairs of contestants in turn, ratios of their times. `make bench` calls this.

RACE_PAIRS and RACE_EPOCHS shorten it; TORCH_PYTHON names the Python of an environment with PyTorch. The prices are
Mastercard's, where the file is there, or simulated ones of the same length.
"""

import os
import platform
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

import numpy as np
from scipy.stats import mannwhitneyu

from rnn_core.engine import Engine
from rnn_core.forecast.recipes import RECIPES
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series, load_builtin, read_file
from tests.benchmarks.race.contestants import CELLS, TORCH_PYTHON, Result, plain_keras, pytorch, rnn_lab
from tests.benchmarks.race.recipe import BATCH, UNITS, WINDOW
from tests.benchmarks.reference import CSV

PAIRS = int(os.environ.get("RACE_PAIRS", "5"))
EPOCHS = int(os.environ.get("RACE_EPOCHS", "50"))
LAB, KERAS, TORCH = "RNN Lab", "plain Keras", "PyTorch"


def run() -> Iterator[str]:
    series = read_file(CSV) if CSV.exists() else load_builtin("share")
    spec = recipe()
    yield f"{os.cpu_count()} cores, {platform.machine()}; {UNITS} units, window {WINDOW}, {EPOCHS} epochs"
    yield f"prices: {series.name}"
    found: dict[str, list[Result]] = {LAB: [], KERAS: []} | ({TORCH: []} if TORCH_PYTHON else {})
    with tempfile.TemporaryDirectory() as folder, closing(Engine()) as engine:
        prices = write_prices(series, spec, Path(folder, "prices.npz"))
        while not engine.ready():
            time.sleep(0.1)
        for seed in range(1, PAIRS + 1):
            found[KERAS].append(plain_keras(prices, EPOCHS, seed))
            found[LAB].append(rnn_lab(engine, series, spec.change(seed=seed)))
            if TORCH_PYTHON:
                found[TORCH].append(pytorch(prices, EPOCHS, seed))
            yield ", ".join(f"{name} {results[-1].seconds:.1f} s" for name, results in found.items())
    yield from compared(found)
    if not TORCH_PYTHON:
        yield "PyTorch is not installed here; TORCH_PYTHON may name the Python of an environment that has it"


def recipe() -> ForecastSpec:
    asked = {"epochs": EPOCHS, "units": UNITS, "window": WINDOW, "batch_size": BATCH}
    return ForecastSpec.make(**RECIPES["mastercard"].settings | asked)


def write_prices(series: Series, spec: ForecastSpec, file: Path) -> Path:
    parts = split(spec, series)
    train = parts.target[parts.train.start : parts.train.stop]
    np.savez(file, train=train, test=parts.target[parts.test.start : parts.test.stop])
    return file


def compared(found: dict[str, list[Result]]) -> Iterator[str]:
    """Ratios of pairs, errors and memory of all."""
    for other in found.keys() - {LAB}:
        ratios = [theirs.seconds / ours.seconds for theirs, ours in zip(found[other], found[LAB], strict=True)]
        yield f"RNN Lab is {spread(ratios)} times as fast as {other}"
    for cell in CELLS:
        yield from errors(cell, {name: [one.rmse[cell] for one in results] for name, results in found.items()})
    for name, results in found.items():
        yield f"{name} held at most {max(one.memory for one in results):.2f} GiB"


def errors(cell: str, found: dict[str, Sequence[float]]) -> Iterator[str]:
    for name, values in found.items():
        yield f"{cell}, test RMSE of {name}: {', '.join(f'{value:.3f}' for value in values)}"
    ours, theirs = found[LAB], found[KERAS]
    most = max(abs(mine / other - 1) for mine, other in zip(ours, theirs, strict=True))
    yield f"{cell}: seed by seed, RNN Lab's error is that of plain Keras to within {most:.1%}"
    yield f"{cell}: over the seeds they differ with p = {mannwhitneyu(ours, theirs).pvalue:.2f} (Mann-Whitney)"


def spread(values: Sequence[float]) -> str:
    return f"{min(values):.2f} to {max(values):.2f}, in the median {median(values):.2f}"
