"""Parquet files as cells of text, like any other table. Law: never more cells than `MOST_CELLS` in memory."""

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells, unique_names
from rnn_core.series.reading.layout import MOST_COLUMNS, counts_rows

MOST_CELLS = 30_000_000
_MOST_BYTES = 1_500_000_000  # once unpacked
_PANDAS_INDEX = "__index_level_0__"
# What pyarrow raises on damaged files.
_BROKEN = (pa.ArrowException, OSError, ValueError, TypeError, KeyError, NotImplementedError, MemoryError, UnicodeError)


def read_parquet(data: bytes) -> Cells:
    """The cells of a Parquet file; columns of lists and other nested things are left out.

    Raises:
        FileError: `broken_parquet` or `too_many_cells`.
    """
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        _refuse_bombs(file.metadata)
        table = file.read()
        columns = {name: _texts(table.column(i)) for i, name in enumerate(table.column_names)}
    except FileError:
        raise
    except _BROKEN as error:
        raise FileError(
            "broken_parquet", "The file calls itself Parquet, but it is damaged. Make it again, or save it as CSV."
        ) from error
    kept = {name: texts for name, texts in columns.items() if texts is not None}
    kept = {name: texts for name, texts in kept.items() if not _counts(name, texts)}
    if not kept:
        raise FileError(
            "no_numbers",
            "A series needs a column of numbers beside its dates, and the file has none. Add one and choose it again.",
        )
    names = ["date" if name == _PANDAS_INDEX else name for name in kept]
    return Cells(unique_names(names), tuple(kept.values()))


def _refuse_bombs(about: pq.FileMetaData) -> None:
    unpacked = sum(about.row_group(i).total_byte_size for i in range(about.num_row_groups))
    cells = about.num_rows * about.num_columns
    if cells > MOST_CELLS or unpacked > _MOST_BYTES or about.num_columns > MOST_COLUMNS:
        raise FileError(
            "too_many_cells",
            "A table may have at most {most} cells, and this file unpacks to {cells}. Leave out rows or columns.",
            most=MOST_CELLS,
            cells=cells,
        )


def _counts(name: str, texts: pa.Array) -> bool:
    return counts_rows("" if name == _PANDAS_INDEX else name, texts.slice(0, 50).to_pylist())


def _texts(column: pa.ChunkedArray) -> pa.Array | None:
    """One column as texts, None where its values are no single things."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        column, kind = column.cast(kind.value_type), kind.value_type
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return None
    if pa.types.is_boolean(kind) or pa.types.is_null(kind):
        return None
    texts = pc.fill_null(pc.cast(column, pa.string()), "")
    return pc.utf8_trim_whitespace(texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts)
