"""Lists and runs out of a store of 5,000, on SQLite and on PostgreSQL where it is installed. Limit: 100 ms each."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, insert, text

from rnn_core.forecast import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.records import pack_run
from rnn_core.series import Receipt, Series
from rnn_core.store import Query, RunStore, Stage, short_name
from rnn_core.store.database import Database
from rnn_core.store.rows import facts_of, scores_of, words_of
from rnn_core.store.tables import RESULT, RUN
from rnn_core.store.writing import data_row, keep_data
from tests.made_up_runs import made_up_run
from tests.store.postgres import Postgres, programs

RUNS, SERIES, ROWS, WEIGHTS = 5_000, 40, 1_200, 60_000
OWNERS = ("ann", "bob")
TRIES = 20
MOST_SECONDS = 0.1
AT_ONCE = 100

QUERIES = {
    "the newest 25 of one visitor": Query("ann"),
    "the newest 25 of everybody": Query(None),
    "page 100 of everybody": Query(None, offset=2_475),
    "closest first": Query(None, order="rmse"),
    "best against the naive line, only what beats it": Query(None, better=True, order="against_naive"),
    "two words in titles, notes, data and cells": Query(None, text="stock GRU"),
    "a word that nothing holds": Query(None, text="nothing at all"),
    "one cell on one series, by title": Query("bob", cells=("GRU",), series=("Stock 7",), order="title"),
}


def run() -> Iterator[str]:
    for name, place in PLACES.items():
        with place() as (url, size):
            if not url:
                yield f"{name} is not installed"
                continue
            began = time.perf_counter()
            names = fill(url)
            yield f"{name}: {RUNS:,} runs put down in {time.perf_counter() - began:.0f} s, {size() / 1e9:.2f} GB"
            yield from figures(url, names[RUNS // 2])


def figures(url: str, name: str) -> Iterator[str]:
    """How long lists take, and the run `name`."""
    store = RunStore(url)
    for what, query in QUERIES.items():
        yield f"{what} ({store.find(query).count:,}): {measured(partial(store.find, query))}"
    yield f"the run behind a link: {measured(partial(store.name_of, short_name(name)))}"
    yield f"one run with all its arrays: {measured(partial(store.load, name))}"
    yield f"saying that the server lives, and sweeping: {measured(store.tend)}"
    store.close()


@contextmanager
def sqlite() -> Iterator[tuple[str, Callable[[], int]]]:
    """A database in a file, and how to know its size in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "runs.db"
        yield f"sqlite:///{file}", lambda: sum(one.stat().st_size for one in file.parent.iterdir())


@contextmanager
def postgresql() -> Iterator[tuple[str, Callable[[], int]]]:
    """A database of a server of our own, and how to know its size in bytes; no address where it is not installed."""
    folder = programs()
    if folder is None:
        yield "", lambda: 0
        return
    server = Postgres(folder)
    try:
        url = server.empty_database()
        yield url, lambda: size_on_server(url)
    finally:
        server.stop()


PLACES = {"SQLite": sqlite, "PostgreSQL": postgresql}


def size_on_server(url: str) -> int:
    database = Database(url)
    found = database.read(lambda open_: int(open_.scalar(text("SELECT pg_database_size(current_database())")) or 0))
    database.close()
    return found


def fill(url: str) -> list[str]:
    """Put down the runs, many in one transaction, and give back their names."""
    RunStore(url).close()
    database = Database(url)
    names = []
    for number in range(SERIES):
        series = a_series(number)
        data, model = data_row(series), a_run(series)
        moment = datetime.now(UTC)
        database.write(lambda open_, data=data, moment=moment: keep_data(open_, data, moment))
        numbers = range(number, RUNS, SERIES)
        for first in range(0, len(numbers), AT_ONCE):
            rows = [rows_of(one, model, series, data["id"]) for one in numbers[first : first + AT_ONCE]]
            database.write(lambda open_, rows=rows: put_down(open_, rows))
            names += [row["name"] for row, _ in rows]
    database.close()
    return names


def put_down(connection: Connection, rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    connection.execute(insert(RUN), [row for row, _ in rows])
    connection.execute(insert(RESULT), [result for _, result in rows])


def a_series(number: int) -> Series:
    """Days of a stock."""
    dates = pd.date_range("2020-01-01", periods=ROWS, freq="B", name="date")
    close = 100 + np.random.default_rng(number).normal(0, 1, (ROWS, 1)).cumsum(axis=0)
    frame = pd.DataFrame(close + np.array([0.0, 1.0, -1.0, 0.5]), index=dates, columns=["Open", "High", "Low", "Close"])
    return Series(f"Stock {number}", frame, Receipt(f"file:stock {number}.csv", "own"), "USD")


def a_run(series: Series) -> Run:
    """A run with 200 test rows and the weights of a network of usual size."""
    spec = ForecastSpec.make(cell="LSTM", target="Close", window=60, epochs=30, test_share=200 / ROWS)
    weights = np.random.default_rng(1).normal(size=WEIGHTS).astype("float32")
    return replace(made_up_run(spec, series, 1.5), weights=(weights,))


def rows_of(number: int, model: Run, series: Series, data: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The rows of one run and of its result; every run has other settings, scores and weights."""
    chance = np.random.default_rng(number)
    spec = model.spec.change(seed=number, cell=("LSTM", "GRU", "SimpleRNN")[number % 3])
    scores = replace(model.scores, rmse=float(chance.uniform(0.5, 2)))
    made = replace(model, key=spec.key(series), spec=spec, scores=scores, weights=(model.weights[0] + number,))
    owner, begun = OWNERS[number % 2], datetime.now(UTC) - timedelta(minutes=number)
    row = facts_of(spec, series) | scores_of(made) | words_of(f"Try {number}", "a note " * 5)
    row |= {"name": made.key, "key": made.key, "owner": owner, "series_id": data, "stage": Stage.FINISHED}
    row |= {"pinned": number % 500 == 0, "begun": begun, "ended": begun}
    return row, {"name": made.key, "record": pack_run(made)}


def measured(work: Callable[[], object]) -> str:
    """The median time of several tries, in words."""
    seconds = []
    for _ in range(TRIES):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    median = statistics.median(seconds)
    return f"{median * 1e3:.1f} ms {'within' if median <= MOST_SECONDS else 'OUTSIDE'} {MOST_SECONDS * 1e3:.0f} ms"


if __name__ == "__main__":
    print(*run(), sep="\n")
