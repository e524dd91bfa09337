"""The longest table of a web page is read."""

import pytest

from rnn_core.errors import FileError
from rnn_core.series import read_file
from rnn_core.series.reading.web_table import is_web_page

ROWS = "".join(f"<tr><td>2024-01-{day:02d}</td><td>{day}.5</td></tr>" for day in range(1, 29))
HEADER = "<tr><th>Date</th><th>Close</th></tr>"


@pytest.mark.parametrize(
    "page",
    [
        f"<table>{HEADER}{ROWS}</table>",
        f"<html><body><table><tr><td>menu</td></tr></table><table><thead>{HEADER}</thead><tbody>{ROWS}</tbody></table>",
        f"<!-- saved --><html><table><tr><td><table>{HEADER}{ROWS}</table></td></tr></table></html>",
        f"<!doctype html><title>x</title><p>unclosed<table>{HEADER}{ROWS}",
    ],
    ids=["bare", "second", "nested", "unclosed"],
)
def test_the_longest_table_is_read(page: str) -> None:
    series = read_file(page.encode())
    assert (series.columns, len(series.frame), series.frame["Close"].iloc[-1]) == (("Close",), 28, 28.5)


def test_tables_in_one_another_cost_no_time() -> None:
    page = "<table><tr><td>" * 200 + f"<table>{HEADER}{ROWS * 20}</table>"
    assert is_web_page(page.encode())
    with pytest.raises(FileError) as refusal:
        read_file(b"<table><tr><td>" * 100_000)
    assert refusal.value.code in {"not_a_table", "too_few_rows"}


@pytest.mark.parametrize("page", ["<html></html>", "<html><p>404", "<table></table>", "<table><tr></tr></table>"])
def test_pages_without_a_table_are_refused(page: str) -> None:
    with pytest.raises(FileError):
        read_file(page.encode())
