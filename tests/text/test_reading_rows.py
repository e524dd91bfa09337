"""Rows of a person's table: a quote that is not closed costs no row, and one that is may hold lines."""

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.text.reading_rows import read_rows

PLAIN = [[f"a text of day {day}", "good" if day % 2 else "bad"] for day in range(200)]


def file_of(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def with_line(line: str, place: int = 49) -> list[str]:
    lines = [",".join(row) for row in PLAIN]
    return [*lines[:place], line, *lines[place:]]


@pytest.mark.parametrize("place", [0, 49, 200])
@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('"never closed,good', ['"never closed', "good"]),
        ('"said "so, good', ["said so", "good"]),
        ('never closed,"good', ["never closed", '"good']),
        ('"closed, in time" ,good', ["closed, in time ", "good"]),
    ],
)
def test_a_quote_that_breaks_the_rules_costs_no_other_row(line: str, row: list[str], place: int) -> None:
    rows, separator = read_rows(file_of(with_line(line, place)))
    assert separator == ","
    assert rows == [*PLAIN[:place], row, *PLAIN[place:]]


@pytest.mark.parametrize("next_one", ['"another, with a comma",bad', '"another never closed,bad', 'he said "so",bad'])
def test_the_next_quote_does_not_close_it(next_one: str) -> None:
    lines = with_line('"never closed,good')
    rows, _ = read_rows(file_of([*lines[:120], next_one, *lines[120:]]))
    assert len(rows) == 202
    assert {len(row) for row in rows} == {2}


def test_lines_within_quotes_stay_one_text() -> None:
    letter = ["Dear shop,\r\nthe soup, I fear,\nwas cold.\rYours", "bad"]
    written = io.StringIO(newline="")
    csv.writer(written).writerows([*PLAIN[:50], letter, *PLAIN[50:]])
    assert read_rows(written.getvalue().encode())[0] == [*PLAIN[:50], letter, *PLAIN[50:]]
    broken = written.getvalue() + '"never closed,good\r\nthe last,bad\r\n'
    assert read_rows(broken.encode())[0][50] == letter
    assert len(read_rows(broken.encode())[0]) == 203


# Of more lines each might look like a row.
TEXTS = st.text('ab ",\n', min_size=1).filter(lambda text: text.strip() and text.count("\n") <= 3)


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["x", "y"])), min_size=3))
def test_what_is_written_by_the_rules_is_read_by_them(pairs: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([*PLAIN, *pairs])
    assert read_rows(written.getvalue().encode())[0] == [*PLAIN, *map(list, pairs)]


def test_an_inch_far_below_does_not_close_it_by_the_rules() -> None:
    lines = with_line('"never closed,good')
    rows, _ = read_rows(file_of([*lines[:120], 'a pipe of 5",bad', *lines[120:]]))
    assert rows[49] == ['"never closed', "good"]
    assert rows[120] == ['a pipe of 5"', "bad"]
    assert len(rows) == 202


def test_a_poem_with_a_comma_in_some_lines_stays_one_text() -> None:
    poem = '"Roses are red,\nviolets, blue,\nsugar, sweet\nand so, on",good'
    (row,) = [row for row in read_rows(file_of(with_line(poem)))[0] if "\n" in row[0]]
    assert row == ["Roses are red,\nviolets, blue,\nsugar, sweet\nand so, on", "good"]


def test_many_quotes_that_are_never_closed_take_no_row_along() -> None:
    lines = ['"open,good', *['so it goes "" on,bad'] * 3] * 4_000
    assert len(read_rows(file_of(lines))[0]) == 16_000
