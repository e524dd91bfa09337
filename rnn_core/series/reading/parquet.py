"""Parquet files as cells of text, read by Arrow in a process of its own. Law: no Parquet file hurts us."""

import subprocess

import pyarrow as pa

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells, unique_names
from rnn_core.series.reading.child import run_program
from rnn_core.series.reading.layout import counts_rows

_PANDAS_INDEX = "__index_level_0__"


def read_parquet(data: bytes) -> Cells:
    """The cells of a Parquet file; columns of lists and other nested things are left out.

    Raises:
        FileError: `broken_parquet`, `slow_file`, `heavy_file` or `no_numbers`.
    """
    try:
        table = pa.ipc.open_stream(run_program("parquet_columns.py", "", data)).read_all()
    except (subprocess.CalledProcessError, pa.ArrowException, OSError) as error:
        raise FileError(
            "broken_parquet", "The file calls itself Parquet, but it is damaged. Make it again, or save it as CSV."
        ) from error
    columns = {name: table.column(i).combine_chunks() for i, name in enumerate(table.column_names)}
    kept = {name: texts for name, texts in columns.items() if not _counts(name, texts)}
    if not kept:
        raise FileError(
            "no_numbers",
            "A series needs a column of numbers beside its dates, and the file has none. Add one and choose it again.",
        )
    names = ["date" if name == _PANDAS_INDEX else name for name in kept]
    return Cells(unique_names(names), tuple(kept.values()))


def _counts(name: str, texts: pa.Array) -> bool:
    return counts_rows("" if name == _PANDAS_INDEX else name, texts.slice(0, 50).to_pylist())
