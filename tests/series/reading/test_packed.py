"""One packed table is unpacked, never more than the limit."""

import gzip
import io
import zipfile

import pytest

from rnn_core.errors import FileError
from rnn_core.series import read_file
from rnn_core.series.reading.given import MAX_BYTES
from rnn_core.series.reading.packed import unpack

TABLE = b"Date,Close\n2024-01-02,1\n2024-01-03,2\n"


def zipped(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def length(content: bytes) -> str:
    """The name of a case: packed bytes hold the time, and two processes must agree on the names."""
    return str(len(content))


@pytest.mark.parametrize(
    "packed", [gzip.compress(TABLE, mtime=0), zipped(**{"a.csv": TABLE, "__MACOSX/a.csv": b"x"})], ids=length
)
def test_one_packed_table_is_read(packed: bytes) -> None:
    assert len(read_file(packed).frame) == 2


@pytest.mark.parametrize(
    "packed", [gzip.compress(b" " * (MAX_BYTES + 1)), zipped(**{"a.csv": b" " * (MAX_BYTES + 1)})], ids=length
)
def test_bombs_are_refused(packed: bytes) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(packed)
    assert refusal.value.code == "zip_bomb"


@pytest.mark.parametrize(
    "packed", [gzip.compress(TABLE, mtime=0)[:-4], gzip.compress(b"") * 100, b"PK\x03\x04", b"\x1f\x8bx"], ids=length
)
def test_damaged_ones_are_refused(packed: bytes) -> None:
    with pytest.raises(FileError) as refusal:
        unpack(packed)
    assert refusal.value.code == "broken_archive"


def test_archives_of_several_tables_stay_packed() -> None:
    packed = zipped(**{"a.csv": TABLE, "b.csv": TABLE})
    assert unpack(packed) == packed
    with pytest.raises(FileError) as refusal:
        read_file(packed)
    assert refusal.value.code == "not_a_workbook"
