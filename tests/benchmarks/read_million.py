"""Reading a million rows of seven columns, each file in a process of its own. Limits: 4 s, 6 times the file's size."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import psutil

from rnn_core.series import read_file
from rnn_core.settings import PROJECT_FOLDER

ROWS = 1_000_000
MOST_SECONDS, MOST_MEMORY = 4.0, 6.0
SECONDS_BETWEEN_LOOKS = 0.005


def run() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        table = million_rows()
        for name, write in WAYS.items():
            path = Path(folder) / f"{name}.csv"
            write(table, path)
            yield f"{name}, {path.stat().st_size / 1e6:.1f} MB: {measured(path)}"


def million_rows() -> pd.DataFrame:
    """A row a minute, with numbers so short that the file stays below 50 MB."""
    index = pd.date_range("2019-01-01", periods=ROWS, freq="min", name="Date")
    close = 50 + np.cumsum(np.random.default_rng(1).normal(0, 0.02, ROWS)) % 40
    prices = {
        name: (close + add).round(1) for name, add in {"Open": -0.1, "High": 0.3, "Low": -0.3, "Close": 0}.items()
    }
    return pd.DataFrame({**prices, "Adj Close": prices["Close"], "Volume": np.arange(ROWS) % 997}, index=index)


def write_iso(table: pd.DataFrame, path: Path) -> None:
    table.to_csv(path, date_format="%Y-%m-%d %H:%M")


def write_german(table: pd.DataFrame, path: Path) -> None:
    names = {
        "Date": "Datum",
        "Open": "Eröffnung",
        "High": "Hoch",
        "Low": "Tief",
        "Close": "Schluss",
        "Volume": "Volumen",
    }
    german = table.rename(columns=names).rename_axis("Datum")
    german.to_csv(path, sep=";", decimal=",", date_format="%d.%m.%Y %H:%M")


def write_epoch(table: pd.DataFrame, path: Path) -> None:
    table.set_axis(table.index.astype("datetime64[s]").astype("int64").rename("time")).to_csv(path)


WAYS: dict[str, Callable[[pd.DataFrame, Path], None]] = {
    "ISO dates": write_iso,
    "German": write_german,
    "epoch": write_epoch,
}


def measured(path: Path) -> str:
    """What reading `path` takes in a fresh process, in words."""
    command = [sys.executable, "-m", "tests.benchmarks.read_million", str(path)]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, capture_output=True, text=True, check=True)
    rows, seconds, memory = (float(word) for word in done.stdout.split())
    within = "within" if rows == ROWS and seconds <= MOST_SECONDS and memory <= MOST_MEMORY else "OUTSIDE"
    limits = f"{MOST_SECONDS:.0f} s and {MOST_MEMORY:.0f} times"
    return f"{rows:,.0f} rows in {seconds:.2f} s, peak memory {memory:.1f} times the file: {within} {limits}"


def read(path: Path) -> tuple[int, float, float]:
    """The rows of `path`, the seconds that reading them took, and the peak memory in sizes of the file."""
    before, peak, done = memory(), [0], threading.Event()
    watch = threading.Thread(target=note_peak, args=(peak, done))
    watch.start()
    began = time.perf_counter()
    rows = len(read_file(path).frame)
    seconds = time.perf_counter() - began
    done.set()
    watch.join()
    return rows, seconds, (peak[0] - before) / path.stat().st_size


def note_peak(peak: list[int], done: threading.Event) -> None:
    while not done.wait(SECONDS_BETWEEN_LOOKS):
        peak[0] = max(peak[0], memory())


def memory() -> int:
    """Bytes of this process and its children, which may do the reading."""
    me = psutil.Process()
    return sum(one.memory_info().rss for one in (me, *me.children(recursive=True)))


if __name__ == "__main__":
    print(*read(Path(sys.argv[1])))
