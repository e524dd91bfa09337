"""Parquet files are read in a process of their own, and hostile ones are refused without harm to ours."""

import io

import numpy as np
import pandas as pd
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from rnn_core.errors import FileError
from rnn_core.series import read_file

DAYS = pd.date_range("2024-01-01", periods=30)


def parquet(table: pa.Table) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    return buffer.getvalue()


def repeated_text() -> bytes:
    """One text of 20 kB in 200,000 rows: 4 GB."""
    texts = pa.DictionaryArray.from_arrays(pa.array(np.zeros(200_000, "int32")), pa.array(["y" * 20_000]))
    return parquet(pa.table({"date": pa.array(["2024-01-01"] * 200_000), "text": texts}))


def too_many_cells() -> bytes:
    zeros = np.zeros(8_000_000)
    return parquet(
        pa.table({"date": pa.array(np.zeros(8_000_000, "int32"), pa.date32()), **dict.fromkeys("abc", zeros)})
    )


@pytest.mark.parametrize("bomb", [repeated_text, too_many_cells])
def test_bombs_are_refused_with_a_sentence(bomb: object) -> None:
    data = bomb()  # type: ignore[operator]
    assert len(data) < 2_000_000
    before = psutil.Process().memory_info().rss
    with pytest.raises(FileError) as refusal:
        read_file(data)
    assert refusal.value.code == "heavy_file"
    assert psutil.Process().memory_info().rss - before < 100e6


def test_damaged_files_are_refused() -> None:
    data = parquet(pa.table({"date": DAYS, "close": np.arange(30.0)}))
    for broken in (data[:-10], data[:4] + b"\xff" * 100 + data[104:], b"PAR1 and no more"):
        with pytest.raises(FileError) as refusal:
            read_file(broken)
        assert refusal.value.code == "broken_parquet"


def test_nested_columns_are_left_out_and_categories_read() -> None:
    frame = pd.DataFrame({"when": DAYS.strftime("%Y-%m-%d").astype("category"), "rain": np.arange(30)})
    series = read_file(parquet(pa.Table.from_pandas(frame).append_column("list", pa.array([[1, 2]] * 30))))
    assert (series.columns, len(series.frame)) == (("rain",), 30)


def test_times_in_a_zone_become_universal() -> None:
    times = pd.date_range("2024-01-01 09:30", periods=30, tz="Asia/Shanghai")
    series = read_file(parquet(pa.table({"time": times, "close": np.arange(30.0)})))
    assert str(series.dates[0]) == "2024-01-01 01:30:00"


def test_a_file_without_single_values_is_refused() -> None:
    with pytest.raises(FileError) as refusal:
        read_file(parquet(pa.table({"list": pa.array([[1], [2]])})))
    assert refusal.value.code == "no_numbers"
