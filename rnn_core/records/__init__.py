"""Records: a run and a series as bytes that last, and back. Pure: no database, no files."""

from rnn_core.records.record import pack_run, pack_series, unpack_run, unpack_series

__all__ = ["pack_run", "pack_series", "unpack_run", "unpack_series"]
