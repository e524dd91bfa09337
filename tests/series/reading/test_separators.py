"""The separator is the one under which the lines are records."""

import pytest

from rnn_core.series.reading.separators import cut, find_separator, is_wrapped, unwrap


@pytest.mark.parametrize("separator", ["\t", ";", "|", ",", "，", "；", "^", "~", " ", "\x1f"])
def test_every_usual_separator_is_found(separator: str) -> None:
    lines = [separator.join(cells) for cells in (["Date", "Open", "Close"], *[["2024-01-02", "1.5", "2.5"]] * 5)]
    assert find_separator(lines) == separator


@pytest.mark.parametrize(
    ("line", "separator"),
    [
        ("02.01.2024;1,5;2,5", ";"),
        ('"02.01.2024","1,5","2,5"', ","),
        ("Jan 2, 2024\t1,234.5\t2", "\t"),
        ("2024-01-02 09:30:00,1,2", ","),
        ("2024-01-02|1,234|2,345", "|"),
    ],
)
def test_marks_inside_of_cells_are_no_separators(line: str, separator: str) -> None:
    assert find_separator(["Prices; of, many | things", "", *[line] * 6]) == separator


def test_text_without_records_is_cut_evenly() -> None:
    assert find_separator(["a;b;c", "d;e;f"]) == ";"
    assert find_separator(["one word"]) == ","


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('a,"b,c",d', ["a", "b,c", "d"]),
        ('a, "b" ,c', ["a", "b", "c"]),
        ('a,"b,c', ["a", "b,c"]),
        ("a,,", ["a", "", ""]),
        ('"a""b",c', ['a"b', "c"]),
    ],
)
def test_one_line_is_cut(line: str, cells: list[str]) -> None:
    assert list(cut(line, ",")) == cells


def test_lines_in_one_pair_of_quotes_are_unwrapped() -> None:
    lines = ['"Date,Close"', '"2024-01-02,""1,5"""']
    assert is_wrapped(lines)
    assert unwrap("\n".join(lines)) == 'Date,Close\n2024-01-02,"1,5"'
