"""The table is found among notes, titles and units."""

import pytest

from rnn_core.series.reading.layout import counts_rows, find_bare_layout, find_layout, is_date_like, is_record

RECORDS = [["2024-01-02", "1.5", "2"], ["2024-01-03", "1.6", "3"]]


@pytest.mark.parametrize(
    ("above", "header", "first"),
    [
        ([], ("", "", ""), 0),
        ([["Date", "Open", "Close"]], ("Date", "Open", "Close"), 1),
        ([["Prices of ACME"], [], ["Date", "Open", "Close"]], ("Date", "Open", "Close"), 3),
        ([["Price", "Close", "High"], ["Ticker", "MA", "MA"], ["Date", "", ""]], ("Price", "Close", "High"), 3),
        ([["Open", "Close"]], ("", "Open", "Close"), 1),
    ],
    ids=["nothing", "names", "a title", "names and tickers", "R without the first name"],
)
def test_header_and_first_record_are_found(above: list[list[str]], header: tuple[str, ...], first: int) -> None:
    layout = find_layout([*above, *RECORDS])
    assert layout is not None
    assert (layout.header, layout.first, layout.width, layout.named) == (header, first, 3, any(header))


def test_lines_without_records_have_no_layout() -> None:
    assert find_layout([["a", "b"], ["c", "d"]]) is None
    assert find_bare_layout([["note"], ["a", "b", "c"], ["d", "e", "f"]]).header == ("a", "b", "c")


@pytest.mark.parametrize("row", [["Date", "Close"], ["2024-01-02"], ["1.5", "2.5"], ["2024-01-02", "x" * 99], []])
def test_other_rows_are_no_records(row: list[str]) -> None:
    assert not is_record(row)


@pytest.mark.parametrize("cell", ["2024-01-02", "2. Jan 2024", "20240102 093000", "113/01/02", "2024Q1", "1704153600"])
def test_dates_look_like_dates(cell: str) -> None:
    assert is_date_like(cell)


@pytest.mark.parametrize("cell", ["1.041,96", "Smarch 2024", "12", "", "2024-01-02" + " " * 99, "MA 24"])
def test_other_cells_do_not(cell: str) -> None:
    assert not is_date_like(cell)


@pytest.mark.parametrize(
    ("name", "first", "expected"),
    [
        ("", ["0", "1", "2"], True),
        ("No", ["3", "2", "1"], True),
        ("Close", ["0", "1", "2"], False),
        ("", ["1", "3"], False),
        ("", ["9" * 5000, "1"], False),
    ],
)
def test_columns_that_number_the_rows_are_known(name: str, first: list[str], expected: bool) -> None:
    assert counts_rows(name, first) is expected
