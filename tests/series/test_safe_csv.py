"""Exported tables hold no formulas, and their numbers are untouched."""

import csv
import io

import numpy as np
import pandas as pd
import pytest

from rnn_core.series.safe_csv import safe_csv

LINK = '=HYPERLINK("http://example.org","Click")'


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_formula_as_a_column_name_becomes_text() -> None:
    assert cells(safe_csv(pd.DataFrame({LINK: [1.5]}), index=False)) == [[f"'{LINK}"], ["1.5"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("dtype", ["object", "str", "category"])
def test_text_that_starts_like_a_formula_gets_an_apostrophe(start: str, dtype: str) -> None:
    frame = pd.DataFrame({"note": pd.Series([f"{start}1+1", "1+1", ""], dtype=dtype), "n": [1, 2, 3]})
    assert cells(safe_csv(frame, index=False))[1:] == [[f"'{start}1+1", "1"], ["1+1", "2"], ["", "3"]]


def test_the_index_and_its_name_are_defused_too() -> None:
    frame = pd.DataFrame({"n": [1, 2]}, index=pd.Index(["@a", "b"], name="=name"))
    assert cells(safe_csv(frame)) == [["'=name", "n"], ["'@a", "1"], ["b", "2"]]


def test_numbers_and_dates_stay_as_they_are() -> None:
    days = pd.date_range("2024-01-01", periods=3, name="date")
    frame = pd.DataFrame({"x": [-0.1, np.nan, 1e-17], "n": [-1, 0, 1]}, index=days)
    assert safe_csv(frame) == "date,x,n\r\n2024-01-01,-0.1,-1\r\n2024-01-02,,0\r\n2024-01-03,1e-17,1\r\n"


def test_texts_among_numbers_are_defused_and_the_numbers_are_not() -> None:
    frame = pd.DataFrame({"mixed": [-1, "-1", None, -2.5]})
    assert [row[0] for row in cells(safe_csv(frame, index=False)) if row] == ["mixed", "-1", "'-1", "", "-2.5"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_line_break_inside_a_text_starts_no_cell_of_its_own(end: str) -> None:
    frame = pd.DataFrame({"note": [f"harmless{end}=1+1"]})
    assert cells(safe_csv(frame, index=False)) == [["note"], [f"harmless{end}=1+1"]]


def test_two_columns_of_one_name_both_stay() -> None:
    frame = pd.DataFrame([["=a", 1]], columns=["x", "x"])
    assert cells(safe_csv(frame, index=False)) == [["x", "x"], ["'=a", "1"]]


def test_the_table_itself_is_left_alone() -> None:
    frame = pd.DataFrame({"=x": ["=y"]})
    safe_csv(frame)
    assert frame.to_dict("list") == {"=x": ["=y"]}
