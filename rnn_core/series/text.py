"""From a file to its text: size, kind and alphabet. Law: any bytes give a text or a refusal in words."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rnn_core.errors import FileError

MAX_BYTES = 50 * 1024 * 1024

# The longest marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Zip (also xlsx and ods), old Excel, gzip, PDF, Parquet.
_BINARY_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF", b"PAR1")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HEAD_BYTES = 20_000


@dataclass(frozen=True)
class Text:
    """A decoded file; `guessed` when nothing in the file proves that `encoding` is the right one."""

    content: str
    encoding: str
    guessed: bool = False


def read_bytes(file: str | Path | bytes | BinaryIO) -> bytes:
    """The content of `file`.

    Raises:
        FileError: `no_file` or `too_large`.
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
    return data


def file_name(file: str | Path | bytes | BinaryIO) -> str:
    """The name that the file itself carries, empty when it carries none.

    >>> file_name("prices/MA.csv")
    'MA.csv'
    """
    own = file if isinstance(file, str | Path) else getattr(file, "name", "")
    return Path(own).name if isinstance(own, str | Path) else ""


def decode(data: bytes) -> Text:
    """The text of a file, with `\\n` line ends.

    Raises:
        FileError: `empty_file` or `not_text`.
    """
    if not data.strip():
        raise FileError("empty_file", "The file is empty. Choose a table with a date and a number in every row.")
    mark = next((encoding for start, encoding in _MARKS if data.startswith(start)), "")
    if data.startswith(_BINARY_STARTS) or (not mark and b"\0" in data):
        raise _not_text()
    text = _decode_marked(data, mark) if mark else _decode_unmarked(data)
    if len(_CONTROL.findall(text.content[:_HEAD_BYTES])) > len(text.content[:_HEAD_BYTES]) / 100:
        raise _not_text()
    plain = text.content.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not plain.strip():
        raise FileError("empty_file", "The file is empty. Choose a table with a date and a number in every row.")
    return Text(plain, text.encoding, text.guessed)


def _read_path(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise FileError("no_file", "The file {name} cannot be opened. Check its name.", name=str(path)) from error


def _decode_marked(data: bytes, encoding: str) -> Text:
    try:
        return Text(data.decode(encoding), encoding.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        raise _not_text() from error


def _decode_unmarked(data: bytes) -> Text:
    try:
        return Text(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        encoding = _guess(data[:_HEAD_BYTES])
        content = data.decode(encoding, errors="replace")
        # Some old alphabets can leave halves of characters, which no later step accepts.
        return Text(content.encode("utf-8", "replace").decode("utf-8"), encoding, guessed=True)


def _guess(head: bytes) -> str:
    # Imported here because only files that are not UTF-8 need it.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(head).best()
    return best.encoding if best is not None else "cp1252"


def _not_text() -> FileError:
    return FileError(
        "not_text",
        "The file must be a table in plain text (CSV), and this one is not text; it may be an Excel workbook. "
        "Save it there as CSV and choose it again.",
    )
