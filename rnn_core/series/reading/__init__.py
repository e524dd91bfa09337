"""Reading a person's file: from bytes to dated numbers, and the receipt of how."""

from rnn_core.series.reading.file import read_file

__all__ = ["read_file"]
