"""What kind of file it is, told from its first bytes and never from its name. Pure."""

from enum import Enum

from rnn_core.errors import FileError


class Kind(Enum):
    """The kinds that can be read."""

    TEXT = "text"
    WORKBOOK = "workbook"
    PARQUET = "parquet"


_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_TABLES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BZh", "bzip2"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3", "SQLite"),
    (b"\x89HDF", "HDF5"),
)


def kind_of(data: bytes) -> Kind:
    """The kind of a file that begins like `data`.

    Raises:
        FileError: `not_a_table_file` or `locked`, for files that hold no table that we can read.
    """
    if data.startswith(b"PAR1"):
        return Kind.PARQUET
    if data.startswith(_WORKBOOKS):
        if data.startswith(_WORKBOOKS[1]) and _ENCRYPTED in data:
            raise FileError(
                "locked", "This workbook is locked with a password. Save it without one and choose it again."
            )
        return Kind.WORKBOOK
    name = next((name for start, name in _NOT_TABLES if data.startswith(start)), None)
    if name is not None:
        raise FileError(
            "not_a_table_file",
            "The file must be a table (CSV, Excel, ODS or Parquet), and this is a {kind} file. "
            "Save the table in one of these ways and choose it again.",
            kind=name,
        )
    return Kind.TEXT
