"""One table packed as .gz or .zip, as many vendors send it. Law: never more than MAX_BYTES unpacked."""

import io
import lzma
import zipfile
import zlib

from rnn_core.errors import FileError
from rnn_core.series.reading.given import MAX_BYTES

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_MOST_MEMBERS = 50
_TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods", ".parquet")
# What the libraries raise on damaged or locked archives.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, ValueError, RuntimeError),
)


def unpack(data: bytes) -> bytes:
    """What a packed file holds, if it is one with a single table; everything else stays as it is.

    Raises:
        FileError: `zip_bomb` or `broken_archive`.
    """
    try:
        if data.startswith(_GZIP):
            return _gunzip(data)
        if data.startswith(_ZIP):
            return _single(data)
    except BROKEN as error:
        raise FileError(
            "broken_archive", "The file is a packed one or a workbook, and it is damaged. Download or save it again."
        ) from error
    return data


def _gunzip(data: bytes) -> bytes:
    """All members of a .gz file, which may be several ones put together."""
    content = b""
    for _ in range(_MOST_MEMBERS):
        member = zlib.decompressobj(wbits=31)
        content = _limited(content + member.decompress(data, MAX_BYTES + 1 - len(content)))
        if not member.eof:
            raise EOFError
        data = member.unused_data
        if not data.startswith(_GZIP):
            return content
    raise EOFError


def _single(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir() and not part.filename.startswith("__MACOSX")]
        if len(parts) != 1 or not parts[0].filename.lower().endswith(_TABLES):
            return data
        with archive.open(parts[0]) as stream:
            return _limited(stream.read(MAX_BYTES + 1))


def _limited(content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise FileError(
            "zip_bomb",
            "A packed file may unpack to at most {limit} MB, and this one is larger. Leave out rows or columns.",
            limit=MAX_BYTES // 1024**2,
        )
    return content
