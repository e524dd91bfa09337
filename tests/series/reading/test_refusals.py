"""What cannot be read is refused in words, whatever the bytes."""

import io
from pathlib import Path

import pytest
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, Series, read_file
from rnn_core.series.reading import given

GOOD = "Date,Close\n2024-01-02,1\n2024-01-03,2\n"


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("empty_file", b""),
        ("empty_file", b" \n\r\n"),
        ("empty_file", b"\xef\xbb\xbf\n"),
        ("broken_archive", b"PK\x03\x04 an Excel workbook"),
        ("not_text", b"Date,Close\n2024-01-02,\x00\n"),
        ("not_text", bytes(range(1, 32)) * 20),
        ("empty_file", b"\xff\xfe\x00"),
        ("not_a_table", b"<!DOCTYPE html><html><body>Not found</body></html>"),
        ("not_a_table", b'{"error": "not found"}'),
        ("not_a_table", b"Dear reader\nthis is a letter\nwith love\n"),
        ("no_dates", b"a,b\n" + b"1,2\n" * 60 + b"1,2,3,4\n"),
        ("no_dates", b"Close\n1\n2\n3\n"),
        ("no_dates", b"Open,Close\n1,2\n2,3\n"),
        ("unreadable_dates", b"Date,Close\nyesterday,1\ntoday,2\n"),
        ("unreadable_dates", b"Date,Close\n2024-01-02,1\n2024-01-03,2\n2024-13-45,2\n"),
        ("no_numbers", b"Date,Name\n2024-01-02,a\n2024-01-03,b\n"),
        ("no_numbers", b"Date\n2024-01-02\n2024-01-03\n"),
        ("too_few_rows", b"Date,Close\n2024-01-02,1\n"),
        ("too_few_rows", b"Date,Close\n"),
        ("too_few_rows", b"Date,Close\n2024-01-02,1\n2024-01-02,1\n"),
    ],
)
def test_refusals_have_their_code_and_a_whole_sentence(code: str, data: bytes) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(data)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")
    assert "{" not in str(refusal.value)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given, "MAX_BYTES", 10)
    for file in (GOOD.encode(), io.BytesIO(GOOD.encode())):
        with pytest.raises(FileError) as refusal:
            read_file(file)
        assert refusal.value.code == "too_large"


def test_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(tmp_path / "nothing.csv")
    assert refusal.value.code == "no_file"


def test_unknown_date_column_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(FileError, match="Choose one of: Date, Close"):
        read_file(GOOD.encode(), options=ReadOptions(date_column="Day"))


tables = st.lists(st.lists(st.text("0123456789-/.,;:|\t\"' aDT%€万\r\n", max_size=12), max_size=5), max_size=8)


def outcome(data: bytes) -> str:
    try:
        series = read_file(data)
    except FileError as error:
        return f"{error.code}: {error}"
    assert isinstance(series, Series)
    assert series.dates.is_monotonic_increasing
    assert series.dates.is_unique
    return "series"


@settings(max_examples=60, deadline=None)
@supposing(st.binary(max_size=300))
def test_any_bytes_give_a_series_or_a_sentence(data: bytes) -> None:
    assert outcome(data)


@settings(max_examples=60, deadline=None)
@supposing(tables, st.sampled_from([",", ";", "\t", "|"]))
def test_any_table_gives_a_series_or_a_sentence(rows: list[list[str]], separator: str) -> None:
    assert outcome(("Date,Close\n2024-01-02,1\n" + "\n".join(separator.join(row) for row in rows)).encode())
