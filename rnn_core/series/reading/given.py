"""What was given to read: the bytes of a file, and the name that it carries. Law: never more than MAX_BYTES."""

from pathlib import Path
from typing import BinaryIO

from rnn_core.errors import FileError

MAX_BYTES = 50 * 1024 * 1024

File = str | Path | bytes | BinaryIO


def read_bytes(file: File) -> bytes:
    """The content of `file`.

    Raises:
        FileError: `no_file`, `too_large` or `empty_file`.
    """
    if isinstance(file, bytes):
        data = file
    elif isinstance(file, str | Path):
        data = _read_path(Path(file))
    else:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FileError(
            "too_large",
            "A file may have at most {limit} MB, and this one has more. Shorten it, or leave out columns.",
            limit=MAX_BYTES // 1024**2,
        )
    if not data[:1024].strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe") and not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise empty_file()
    return data


def file_name(file: File) -> str:
    """The name that the file itself carries, empty when it carries none.

    >>> file_name("prices/MA.csv")
    'MA.csv'
    """
    own = file if isinstance(file, str | Path) else getattr(file, "name", "")
    return Path(own).name if isinstance(own, str | Path) else ""


def empty_file() -> FileError:
    """The refusal of a file without content."""
    return FileError("empty_file", "The file is empty. Choose a table with a date and a number in every row.")


def _read_path(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileError("no_file", "The file {name} cannot be opened. Check its name.", name=str(path)) from error
