"""The Mastercard recipe on the engine's workers, by fast layers, then its exported script and notebook, elsewhere.

On the Mastercard prices where they are (see `reference`), else on the simulated share.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from rnn_core.engine.job import Job
from rnn_core.export.data_csv import data_csv
from rnn_core.export.notebook import notebook_of
from rnn_core.export.script import script_of
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.run import Run
from rnn_core.series import Series, load_builtin, read_file
from tests.benchmarks.reference import CSV
from tests.benchmarks.trainings import train_all

SETTINGS = {
    "target": "High",
    "train_from": "2016-01-01",
    "train_to": "2020-12-31",
    "test_from": "2021-01-01",
    "units": 125,
    "window": 60,
    "epochs": 50,
    "optimizer": "rmsprop",
    "seed": 455,
}
RMSE = re.compile(r"^Network: +RMSE (\S+)", re.MULTILINE)


def run() -> Iterator[str]:
    series = read_file(CSV) if CSV.exists() else load_builtin("share")
    specs = [ForecastSpec(cell=cell, **SETTINGS) for cell in ("LSTM", "GRU")]
    for done in train_all([Job(spec, series) for spec in specs]):
        yield f"{done.spec.cell}: the engine's worker had RMSE {done.scores.rmse:.10g} on {series.name}"
        yield f"   a file of the network of {len(done.model_file):,} bytes"
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), done, series)
            for name, way in (("script", by_script), ("notebook", by_notebook)):
                rmse = float(RMSE.findall(way(Path(folder)))[0])
                yield f"   its {name} has RMSE {rmse:.10g}, relative difference {abs(rmse / done.scores.rmse - 1):.1e}"


def write(folder: Path, done: Run, series: Series) -> None:
    (folder / "data.csv").write_text(data_csv(series), "utf-8", newline="")
    (folder / "script.py").write_text(script_of(done, series), "utf-8")
    (folder / "notebook.ipynb").write_text(notebook_of(done, series), "utf-8")


def by_script(folder: Path) -> str:
    """What it prints, started where RNN Lab is not."""
    command = [sys.executable, "-I", "script.py"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def by_notebook(folder: Path) -> str:
    """What its last cell prints."""
    os.environ["JUPYTER_RUNTIME_DIR"] = os.environ["IPYTHONDIR"] = str(folder)
    notebook = nbformat.read(folder / "notebook.ipynb", as_version=4)
    NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(folder)}}).execute()
    return "".join(one.get("text", "") for one in notebook.cells[-1].outputs)
