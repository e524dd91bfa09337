"""Records: a run and its data as bytes that last, and back. Pure: no database, no files."""

from rnn_core.records.kinds import FORECAST, KINDS, Facts, Kind, Measures, kind_of
from rnn_core.records.record import pack_data, pack_run, pack_series, unpack_data, unpack_run, unpack_series

__all__ = [
    "FORECAST",
    "KINDS",
    "Facts",
    "Kind",
    "Measures",
    "kind_of",
    "pack_data",
    "pack_run",
    "pack_series",
    "unpack_data",
    "unpack_run",
    "unpack_series",
]
