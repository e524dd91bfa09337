"""Series of numbers over dates: reading them, loading them, and the receipt of how they were read."""

from rnn_core.series.builtin import Builtin, builtin_series, load_builtin
from rnn_core.series.companies import company_of, find_companies, symbol_meant
from rnn_core.series.company_list import COMPANIES, Company
from rnn_core.series.frequency import Frequency
from rnn_core.series.join import join_series
from rnn_core.series.kept_prices import KeptPrices, find_kept_prices, symbol_and_day
from rnn_core.series.loading import load_source
from rnn_core.series.options import ReadOptions
from rnn_core.series.reading import read_file
from rnn_core.series.series import ROLES, Origin, Receipt, Series
from rnn_core.series.source import Source, parse_source
from rnn_core.series.yahoo import INTERVALS, load_ticker

__all__ = [
    "COMPANIES",
    "INTERVALS",
    "ROLES",
    "Builtin",
    "Company",
    "Frequency",
    "KeptPrices",
    "Origin",
    "ReadOptions",
    "Receipt",
    "Series",
    "Source",
    "builtin_series",
    "company_of",
    "find_companies",
    "find_kept_prices",
    "join_series",
    "load_builtin",
    "load_source",
    "load_ticker",
    "parse_source",
    "read_file",
    "symbol_and_day",
    "symbol_meant",
]
