"""Reads the columns of a Parquet file from standard input and prints them as texts. Run as a program of its own.

Law: nothing but Arrow and the standard library, so that it starts at once; and a limit on memory, because a few hundred
bytes can unpack to any size, whatever the file says about itself, and must then end this program and not the server.

The answer is one Arrow stream of text columns; columns of lists and other nested things are left out.
"""

import contextlib
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_MOST_CELLS = 30_000_000
_MOST_COLUMNS = 1_000
_MOST_BYTES = 400_000_000
_TOO_LARGE = 3


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


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
    return pc.utf8_trim_whitespace(texts.combine_chunks())


def _main() -> None:
    pa.set_memory_pool(pa.system_memory_pool())
    _limit_memory(int(sys.argv[2]))
    file = pq.ParquetFile(pa.BufferReader(sys.stdin.buffer.read()))
    about = file.metadata
    if about.num_rows * about.num_columns > _MOST_CELLS or about.num_columns > _MOST_COLUMNS:
        raise MemoryError
    table = file.read(use_threads=False)
    columns = {name: _texts(table.column(i)) for i, name in enumerate(table.column_names)}
    kept = {name: texts for name, texts in columns.items() if texts is not None}
    if sum(texts.nbytes for texts in kept.values()) > _MOST_BYTES:
        raise MemoryError
    schema = pa.schema([(name, pa.string()) for name in kept])
    with pa.ipc.new_stream(sys.stdout.buffer, schema) as stream:
        stream.write_table(pa.table(list(kept.values()), schema=schema))


if __name__ == "__main__":
    try:
        _main()
    except MemoryError:  # Arrow's own kind is one too
        sys.exit(_TOO_LARGE)
