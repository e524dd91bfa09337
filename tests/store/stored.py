"""Series and runs to put into a store, and how the tests look into its tables."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, text

from rnn_core.forecast import ForecastSpec, Run
from rnn_core.records.document import to_document
from rnn_core.series import Receipt, Series
from rnn_core.store import RunStore, run_name
from rnn_core.store.database import Database
from tests.made_up_runs import made_up_run

ANN, BOB = "ann", "bob"
SPEC = ForecastSpec.make(cell="GRU", target="Close", window=5, epochs=2)


def a_series(name: str = "Walk", rows: int = 60, column: str = "Close", unit: str = "USD") -> Series:
    dates = pd.date_range("2024-01-01", periods=rows, name="date")
    frame = pd.DataFrame({column: 50 + np.sin(np.arange(rows)) + np.arange(rows) / 7}, index=dates)
    return Series(name, frame, Receipt(f"file:{name}", "own"), unit)


WALK = a_series()


def a_result(spec: ForecastSpec = SPEC, series: Series = WALK, **fields: Any) -> Run:
    return replace(made_up_run(spec, series, 1.5), weights=(np.arange(12, dtype="float32"),), **fields)


def name_of(spec: ForecastSpec = SPEC, series: Series = WALK, owner: str = ANN) -> str:
    return run_name(spec.key(series), owner)


def begin(store: RunStore, spec: ForecastSpec = SPEC, series: Series = WALK, owner: str = ANN) -> str:
    """Begin a run and give back its name."""
    name = name_of(spec, series, owner)
    store.begin(name, spec, series, owner)
    return name


def finished(store: RunStore, spec: ForecastSpec = SPEC, series: Series = WALK, owner: str = ANN) -> str:
    """Begin a run, finish it, and give back its name."""
    name = begin(store, spec, series, owner)
    store.finish(name, a_result(spec, series))
    return name


def seeds(count: int) -> list[ForecastSpec]:
    """So many specs that make different runs."""
    return [SPEC.change(seed=seed) for seed in range(1, count + 1)]


def same(first: Any, second: Any) -> bool:
    """Whether two values hold the same, arrays included; no number equals no number."""
    (said, arrays), (said_too, arrays_too) = to_document(first), to_document(second)
    pairs = [(arrays[name], arrays_too.get(name)) for name in arrays]
    return said == said_too and all(_alike(one, other) for one, other in pairs)


def _alike(one: Any, other: Any) -> bool:
    return other is not None and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")


def same_number(one: float, other: float) -> bool:
    return one == other or (math.isnan(one) and math.isnan(other))


def change_tables(url: str, statement: str, **values: Any) -> None:
    """What no method does, such as turning back a clock."""
    database = Database(url)
    database.write(lambda connection: connection.execute(text(statement), values) and None)
    database.close()


def count_rows(url: str, table: str) -> int:
    def work(connection: Connection) -> int:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)

    database = Database(url)
    found = database.read(work)
    database.close()
    return found
