"""Series of numbers over dates: reading them, loading them, and the receipt of how they were read."""

from rnn_core.series.builtin import Builtin, builtin_series, load_builtin
from rnn_core.series.file import read_file
from rnn_core.series.frequency import Frequency
from rnn_core.series.join import join_series
from rnn_core.series.loading import load_source
from rnn_core.series.options import ReadOptions
from rnn_core.series.series import ROLES, Origin, Receipt, Series
from rnn_core.series.source import Source, parse_source
from rnn_core.series.yahoo import load_ticker

__all__ = [
    "ROLES",
    "Builtin",
    "Frequency",
    "Origin",
    "ReadOptions",
    "Receipt",
    "Series",
    "Source",
    "builtin_series",
    "join_series",
    "load_builtin",
    "load_source",
    "load_ticker",
    "parse_source",
    "read_file",
]
