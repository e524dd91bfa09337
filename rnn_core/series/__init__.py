"""Series of numbers over dates: reading them, loading them, and the receipt of how they were read."""

from rnn_core.series.frequency import Frequency
from rnn_core.series.series import ROLES, Origin, Receipt, Series
from rnn_core.series.source import Source, parse_source

__all__ = ["ROLES", "Frequency", "Origin", "Receipt", "Series", "Source", "parse_source"]
