"""A person's file as bytes."""

from pathlib import Path

from rnn_core.errors import FileError
from rnn_core.series.reading.given import read_bytes


def content_of(path: str) -> bytes:
    """What is in the file at `path`; of an empty one, nothing.

    Raises:
        FileError: it cannot be opened, or is far too large.
    """
    try:
        return read_bytes(Path(path))
    except FileError as error:
        if error.code == "empty_file":  # its words ask for dates and numbers; who reads texts has others
            return b""
        raise
