"""Records are cut at once; lines of another width find their place or are counted."""

import pytest

from rnn_core.series import read_file
from rnn_core.series.reading.records import Records, read_records
from rnn_core.series.reading.table import split_table


def rows(records: Records) -> list[tuple[str, ...]]:
    return list(zip(*(column.to_pylist() for column in records.columns), strict=True))


def test_short_lines_are_filled_up_in_their_place() -> None:
    records = read_records(b"a,1,2\nb,3\nc,4,5\n", 0, ",", 3)
    assert rows(records) == [("a", "1", "2"), ("b", "3", ""), ("c", "4", "5")]


def test_long_lines_are_cut_where_nothing_stands() -> None:
    records = read_records(b"a,1,,\nb,2,x,\nc,3\n", 0, ",", 2)
    assert (rows(records), records.outside) == ([("a", "1"), ("c", "3")], 1)


def test_lines_of_one_cell_are_outside_and_empty_ones_nothing() -> None:
    assert read_records(b"a,1\nnote\n\n,,,\nb,2\n", 0, ",", 2).outside == 1


@pytest.mark.parametrize("separator", ["，", "；"])
def test_separators_of_many_bytes_are_read(separator: str) -> None:
    assert rows(read_records(f"x\na{separator}1\n".encode(), 2, separator, 2)) == [("a", "1")]


def test_quoted_cells_keep_separators_and_line_ends() -> None:
    assert rows(read_records(b'a,"1,5"\nb,"two\nlines"\n', 0, ",", 2)) == [("a", "1,5"), ("b", "two\nlines")]


def test_the_first_row_of_a_date_is_the_first_line_whatever_its_width() -> None:
    series = read_file(b"Date,Close,Volume\n2024-01-02,1\n2024-01-02,5,5\n2024-01-03,2,2\n2024-01-04,2,2\n")
    assert series.frame["Close"].tolist() == [1, 2, 2]


def test_headers_in_the_middle_are_counted_and_left_out() -> None:
    cells = split_table(b"Date,Close\n2024-01-02,1\nDate,Close\n2024-01-03,2\n")
    assert (cells.rows, cells.outside) == (2, 1)


def test_gaps_of_blanks_separate_unless_the_lines_have_separators() -> None:
    assert split_table(b"Date   Close\n2024-01-02   1\n2024-01-03   2\n").names == ("Date", "Close")
    assert split_table(b"Date,My  Close\n2024-01-02,1\n2024-01-03,2\n").names == ("Date", "My Close")


def test_sentences_name_no_more_columns_than_a_person_reads() -> None:
    header = ",".join(["Date", "Close", *(f"text {number}" for number in range(500))])
    line = "," + ",".join(["word"] * 500)
    series = read_file(f"{header}\n2024-01-02,1{line}\n2024-01-03,2{line}\n".encode())
    assert len(str(series.receipt.warnings[0])) < 200
