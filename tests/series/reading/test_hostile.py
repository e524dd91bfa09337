"""Texts made to keep a reader busy: each once took minutes or gigabytes, or lost rows without a word."""

import gzip
import time
from collections.abc import Callable

import numpy as np
import pytest

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, Series, read_file

DAYS = [f"2024-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29)]
TABLE = "Date,Close\n" + "".join(f"{day},{number}.5\n" for number, day in enumerate(DAYS, start=100))
SECONDS = 5.0


def outcome(data: bytes) -> Series | str:
    """A series, or the code of the refusal; at once."""
    start = time.process_time()
    try:
        return read_file(data)
    except FileError as refusal:
        return refusal.code
    finally:
        assert time.process_time() - start < SECONDS


def rows_of(lines: Callable[[int], str], count: int, header: str = "Date,Close\n") -> bytes:
    return (header + "".join(map(lines, range(count)))).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"a" * 30_000_000, "too_few_rows", id="one long line"),
        pytest.param(b"," * 30_000_000, "not_a_table", id="one line of separators"),
        pytest.param(b'"' * 30_000_000, "too_few_rows", id="one line of quotes"),
        pytest.param((",".join([*["x"] * 60_000, DAYS[0]]) + "\n").encode() * 3, "not_a_table", id="a late date"),
        pytest.param(b"a\n" * 5_000_000, "too_many_rows", id="five million lines of a letter"),
        pytest.param(b",\n" * 5_000_000, "too_many_rows", id="five million empty rows"),
        pytest.param(TABLE.encode() + b"a\n" * 5_000_000, "not_a_table", id="five million misfits"),
        pytest.param(rows_of(lambda n: f"{n:07d} Jan,1\n", 1_000_000), "unreadable_dates", id="a million day texts"),
        pytest.param(
            rows_of(lambda n: f"{DAYS[n]} 09:30{' ' * 3000}x,1\n", 28), "unreadable_dates", id="spaces behind a time"
        ),
        pytest.param(b"<table>" + b"<tr><td>1" * 1_000_000, "large_web_page", id="a million cells of a web page"),
        pytest.param(("c," * 2_999 + "c\n" + "1," * 2_999 + "1\n").encode() * 50, "not_a_table", id="3,000 columns"),
    ],
)
def test_what_is_no_series_is_refused_at_once(data: bytes, code: str) -> None:
    assert outcome(data) == code


@pytest.mark.parametrize(
    "line",
    ["(" * 90_000, "x" + "\t" * 90_000, "2024" + " " * 90_000 + "x,1", '"Mond,' + "a" * 90_000 + '",1', "- " * 40_000],
    ids=["brackets", "tabs", "spaces in a date", "letters after a weekday", "marks"],
)
def test_one_endless_line_costs_no_time(line: str) -> None:
    series = outcome(f"{TABLE}{line}\n".encode())
    assert isinstance(series, Series)
    assert len(series.frame) == len(DAYS)


def test_endless_names_are_shortened() -> None:
    series = outcome(TABLE.replace("Close", "(" * 50_000 + "x" * 50_000).encode())
    assert isinstance(series, Series)
    assert all(len(name) <= 200 for name in series.columns)


def test_thousand_columns_are_read() -> None:
    numbers = ",".join(["12.5"] * 999)
    header = ",".join(["Date", *(f"c{n}" for n in range(999))]) + "\n"
    series = outcome(rows_of(lambda n: f"{DAYS[n]},{numbers}\n", len(DAYS), header))
    assert isinstance(series, Series)
    assert series.frame.shape == (len(DAYS), 999)


def test_million_times_with_fractions_are_read() -> None:
    times = np.datetime64("2024-01-02T09:30:00.000001") + np.arange(300_000) * np.timedelta64(1_234_567, "us")
    series = outcome(("Date,Close\n" + "".join(f"{one},1.5\n" for one in times)).encode())
    assert isinstance(series, Series)
    assert series.dates[-1] == times[-1]


def test_digits_without_end_number_no_rows() -> None:
    """Python refuses to turn texts of so many digits into whole numbers."""
    series = outcome(rows_of(lambda n: f"{'1' * 5000},{DAYS[n]},2\n", 28, "No,Date,Close\n"))
    assert isinstance(series, Series)


@pytest.mark.filterwarnings("error")
def test_huge_numbers_overflow_nothing() -> None:
    header = "Date,a,b,c,d\n"
    series = outcome(rows_of(lambda n: f"{DAYS[n]},1e308,1.7e308,-1.7e308,{n}e999\n", 40, header))
    assert isinstance(series, Series)
    assert np.isfinite(series.frame[["a", "b", "c"]].to_numpy()).all()


def test_empty_cells_between_tabs_keep_their_columns() -> None:
    """Two tabs in a row are an empty cell, not a wide gap."""
    lines = [f"{day}\t\t{number}\n" for number, day in enumerate(DAYS[:20])]
    series = read_file(("Date\tOpen\tClose\n" + "".join(lines)).encode())
    assert series.frame["Close"].tolist() == list(range(20))


@pytest.mark.parametrize("places", [(100,), (100, 110)])
def test_a_stray_quote_swallows_no_rows(places: tuple[int, ...]) -> None:
    lines = TABLE.splitlines()
    for place in places:
        lines[place] = lines[place].replace(",", ',"')
    series = read_file("\n".join(lines).encode())
    assert len(series.frame) == len(DAYS)


def test_both_halves_of_a_gz_file_are_read() -> None:
    middle = TABLE.index("2024-06-01")
    halves = gzip.compress(TABLE[:middle].encode()) + gzip.compress(TABLE[middle:].encode())
    assert len(read_file(halves).frame) == len(DAYS)


def test_a_cut_off_gz_file_is_refused() -> None:
    packed = gzip.compress(TABLE.encode())
    assert outcome(packed[: len(packed) // 2]) == "broken_archive"


def test_marks_in_the_middle_hide_no_date() -> None:
    lines = TABLE.splitlines(keepends=True)
    glued = "".join([*lines[:100], "\ufeff", *lines[100:]])
    assert len(read_file(glued.encode()).frame) == len(DAYS)


@pytest.mark.parametrize("separator", ["ab", '"', "\n", "\r"])
def test_odd_separators_are_refused(separator: str) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(TABLE.encode(), options=ReadOptions(separator=separator))
    assert refusal.value.code == "unknown_separator"


@pytest.mark.parametrize("encoding", ["punycode", "idna", "rot13", "unicode_escape", "undefined", "no such", "a\0b"])
def test_codecs_that_are_no_alphabets_are_refused(encoding: str) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(TABLE.encode(), options=ReadOptions(encoding=encoding))
    assert refusal.value.code == "unknown_encoding"
