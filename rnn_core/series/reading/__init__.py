"""Reading a person's file: from bytes to dated numbers, and the receipt of how."""

import pyarrow as pa

from rnn_core.series.reading.file import read_file

# Arrow's own pool of memory keeps what it no longer needs, as much again as the file; the system's gives it back.
pa.set_memory_pool(pa.system_memory_pool())

__all__ = ["read_file"]
