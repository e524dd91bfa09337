"""Tables that were once read wrongly without a word."""

import io
import time
import zipfile

import numpy as np
import pandas as pd
import pytest

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, Series, read_file
from rnn_core.series.reading.numbers import parse_number
from rnn_core.series.reading.web_table import is_web_page

DAYS = [f"{day:%Y-%m-%d}" for day in pd.date_range("2024-01-01", periods=30)]


def read(header: str, rows: list[str], **options: str) -> Series:
    return read_file("\n".join([header, *rows]).encode(), options=ReadOptions(**options))  # type: ignore[arg-type]


def codes(series: Series) -> list[str]:
    return [warning.code for warning in series.receipt.warnings]


def web_page(cells: list[str]) -> bytes:
    rows = [f"<tr><td>{day}</td><td>{cell}</td></tr>" for day, cell in zip(DAYS, cells, strict=False)]
    return f"<html><table><tr><td>Datum</td><td>Schluss</td></tr>{''.join(rows)}</table></html>".encode()


def test_a_page_of_comments_is_looked_at_in_no_time() -> None:
    before = time.process_time()
    assert not is_web_page(b"<!---->" * 280 + b"x")
    assert is_web_page(b"<!-- saved --><html>")
    assert time.process_time() - before < 1.0


def test_decimal_commas_in_a_web_page_are_found_out() -> None:
    assert read_file(web_page([f"{100 + number},25" for number in range(30)])).frame["Schluss"].iloc[0] == 100.25


def test_a_comma_before_three_digits_in_a_web_page_is_asked_about() -> None:
    series = read_file(web_page(["1,101"] * 15 + ["1,202"] * 15))
    assert "ambiguous_decimal" in codes(series)
    assert read_file(web_page(["1,101"] * 30), options=ReadOptions(decimal=",")).frame["Schluss"].iloc[0] == 1.101


def test_marks_of_both_kinds_beside_semicolons_are_a_decimal_comma_and_a_thousands_point() -> None:
    series = read("Datum;Kurs;Stück", [f"{day};1,100;12.100" for day in DAYS])
    assert series.frame.iloc[0].tolist() == [1.1, 12_100]
    assert "ambiguous_decimal" in codes(series)


@pytest.mark.parametrize(("cell", "value"), [("1'234'567.5", 1_234_567.5), ("12'16", None), ("1 234", 1234.0)])
def test_apostrophes_stand_only_between_groups_of_three(cell: str, value: float | None) -> None:
    assert parse_number(cell) == value


def test_shares_told_apart_by_a_number_are_not_mixed() -> None:
    rows = [f"{day},{code},{price}" for day in DAYS for code, price in (("600519", 1700), ("000001", 10))]
    series = read("date,code,close", rows)
    assert series.receipt.picks == ("600519", "000001")
    assert series.frame["close"].unique().tolist() == [1700]
    assert series.columns == ("close",)
    assert read("date,code,close", rows, pick="000001").frame["close"].unique().tolist() == [10]


def test_series_told_apart_by_two_columns_are_not_mixed() -> None:
    rows = [f"{day},{land},{sort},{i}" for day in DAYS for i, (land, sort) in enumerate(("AT", "BT", "AU", "BU"))]
    series = read("date,land,sort,value", rows)
    assert series.receipt.picks == ("A / T", "B / T", "A / U", "B / U")
    assert series.frame["value"].unique().tolist() == [0]


def test_a_table_that_is_not_of_prices_keeps_its_rows_and_roles() -> None:
    rows = [f"{day},{i},{i},{'' if i % 6 == 0 else i}" for i, day in enumerate(DAYS)]
    series = read("date,A,B,C", rows)
    assert len(series.frame) == 30
    assert series.receipt.roles == {}
    assert read("date,visits,last", [row[:-2] for row in rows if not row.endswith(",")]).receipt.dropped == {}
    assert read("date,min,max", [f"{day},{i},{i + 1}" for i, day in enumerate(DAYS)]).receipt.roles == {}


def test_names_that_say_something_else_are_believed() -> None:
    rows = [f"{day},{i + 10},{i + 12},{i + 8},{i + 11}" for i, day in enumerate(DAYS)]
    assert read("date,median,upper,lower,mean", rows).receipt.roles == {}


@pytest.mark.parametrize("kind", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_archive_of_any_kind_is_a_sentence(kind: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as archive:
        archive.writestr("prices.csv", "Date,Close\n" + "\n".join(f"{day},1" for day in DAYS))
    content = bytearray(packed.getvalue())
    content[45:70] = bytes(25)
    with pytest.raises(FileError) as refusal:
        read_file(bytes(content))
    assert refusal.value.code == "broken_archive"


def test_a_crash_during_the_day_is_no_split_and_a_step_overnight_is() -> None:
    close = np.full(100, 100.0) + np.arange(100) % 3
    close[50:] /= 2
    opened = np.concatenate([[100.0], close[:-1]])
    crash = [f"{d:%Y-%m-%d},{o},{c}" for d, o, c in zip(pd.date_range("2024", periods=100), opened, close, strict=True)]
    assert "split_like_jump" not in codes(read("Date,Open,Close", crash))
    opened[50] /= 2
    split = [f"{d:%Y-%m-%d},{o},{c}" for d, o, c in zip(pd.date_range("2024", periods=100), opened, close, strict=True)]
    assert "split_like_jump" in codes(read("Date,Open,Close", split))
