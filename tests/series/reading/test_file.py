"""Ordinary dated tables become series, and the receipt says how."""

import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from rnn_core.series import ReadOptions, Series, read_file

SHARED = Path(__file__).parents[4] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the reference files are not here")


def read(text: str, **options: str) -> Series:
    return read_file(text.encode(), "test", options=ReadOptions(**options))  # type: ignore[arg-type]


def codes(series: Series) -> list[str]:
    return [warning.code for warning in series.receipt.warnings]


@needs_shared
@pytest.mark.parametrize(
    ("name", "rows", "first", "last"),
    [
        ("Mastercard_stock_history.csv", 3872, "2006-05-25", "2021-10-11"),
        ("NSE-TATAGLOBAL.csv", 2035, "2010-07-21", "2018-09-28"),
        ("tatatest.csv", 16, "2018-10-01", "2018-10-24"),
    ],
)
def test_reference_files_have_their_rows_in_ascending_order(name: str, rows: int, first: str, last: str) -> None:
    series = read_file(SHARED / name)
    assert (len(series.frame), str(series.dates[0].date()), str(series.dates[-1].date())) == (rows, first, last)
    assert series.dates.is_monotonic_increasing
    assert series.default_target == "Close"
    assert series.receipt.dropped == {}
    assert series.receipt.warnings == ()


@needs_shared
def test_numbers_are_exactly_those_that_python_reads() -> None:
    series = read_file(SHARED / "Mastercard_stock_history.csv")
    assert series.frame["Open"].iloc[0] == 3.748966683786737
    truth = pd.read_csv(SHARED / "Mastercard_stock_history.csv", float_precision="round_trip")
    np.testing.assert_array_equal(series.frame.to_numpy(), truth.drop(columns="Date").to_numpy("float64"))


@needs_shared
@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("eastmoney_style_gbk_wan.csv", 34.51, 50.45),
        ("preamble_lines_semicolon_bom.csv", 89.22, 142.07),
        ("constant_price.csv", 5.0, 5.0),
        ("metatrader_style_tab.csv", 12.35, 15.53),
    ],
)
def test_look_alikes_of_vendors_have_their_closes(name: str, first: float, last: float) -> None:
    series = read_file(SHARED / "formats" / name)
    close = series.frame[series.receipt.roles["close"]]
    assert (len(close), close.iloc[0], close.iloc[-1]) == (400, first, last)


@needs_shared
def test_short_forms_of_volumes_are_multiplied() -> None:
    series = read_file(SHARED / "formats" / "eastmoney_style_gbk_wan.csv")
    assert series.frame["成交量"].iloc[-1] == pytest.approx(5_877_100)


def test_name_is_the_stem_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "prices of MA.csv"
    path.write_text("Date,Close\n2024-01-02,1\n2024-01-03,2\n")
    series = read_file(path)
    assert (series.name, series.receipt.source, series.receipt.origin) == ("prices of MA", "prices of MA.csv", "own")
    assert read_file(str(path), "mine").name == "mine"


def test_bytes_and_open_files_read_like_paths() -> None:
    data = b"Date,Close\n2024-01-02,1\n2024-01-03,2\n"
    upload = io.BytesIO(data)
    upload.name = "upload.csv"
    assert read_file(data).fingerprint == read_file(upload).fingerprint
    assert read_file(io.BytesIO(data)).name == "file"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_alphabets_and_line_ends_are_found_out(separator: str, encoding: str, end: str) -> None:
    lines = ["Date,Köln,Volume", "2024-01-02,1.5,10", "2024-01-03,2.5,20", ""]
    series = read_file(end.join(lines).replace(",", separator).encode(encoding))
    assert series.columns == ("Köln", "Volume")
    assert series.frame["Köln"].tolist() == [1.5, 2.5]
    assert series.receipt.separator == separator
    assert series.receipt.encoding == encoding.removesuffix("-sig")


def test_old_alphabets_are_guessed_and_said() -> None:
    series = read_file("Datum;Höhe über Köln\n22.01.2024;1,5\n23.01.2024;2,5\n".encode("cp1252"))
    assert series.frame.iloc[:, 0].tolist() == [1.5, 2.5]
    assert codes(series) == ["guessed_encoding"]


def test_repeated_and_empty_names_become_distinct() -> None:
    series = read("Date, Close ,Close,\n2024-01-02,1,2,3\n2024-01-03,4,5,6\n")
    assert series.columns == ("Close", "Close (2)", "column 4")


def test_file_without_column_names_loses_no_row() -> None:
    series = read("2024-01-02,1\n2024-01-03,2\n2024-01-04,3\n")
    assert series.frame["column 2"].tolist() == [1, 2, 3]
    assert codes(series) == ["no_header"]


def test_text_columns_are_left_out_and_named() -> None:
    series = read("Date,Symbol,Close\n2024-01-02,MA,1\n2024-01-03,MA,2\n")
    assert series.columns == ("Close",)
    assert str(series.receipt.warnings[0]) == "These columns hold no numbers and were left out: Symbol."


def test_dropped_rows_are_counted_by_reason() -> None:
    days = pd.date_range("2024-01-01", periods=100).strftime("%Y-%m-%d")
    rows = [f"{day},{number},7" for number, day in enumerate(days)]
    text = "\n".join(["Date,Close,Volume", *rows, rows[3], ",,", "2024-06-01,,", "Source: somebody,,", ",3,4"])
    series = read(text)
    assert series.receipt.dropped == {"no date": 2, "empty row": 2, "duplicate date": 1}
    assert len(series.frame) == 100


def test_differing_rows_of_one_date_are_said_and_the_first_is_kept() -> None:
    series = read("Date,Close\n2024-01-02,1\n2024-01-02,5\n2024-01-03,2\n")
    assert series.frame["Close"].tolist() == [1, 2]
    assert codes(series) == ["differing_duplicates"]


def test_missing_cells_stay_missing_and_infinite_ones_become_so() -> None:
    series = read("Date,A,B\n2024-01-02,1,n/a\n2024-01-03,inf,2\n2024-01-04,1,1\n")
    assert series.frame.isna().to_numpy().tolist() == [[False, True], [True, False], [False, False]]
    assert codes(series) == ["unreadable_numbers"]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Open,HIGH,low,Close,Adj Close,Volume", ["open", "high", "low", "close", "adjusted close", "volume"]),
        ("Price,Vol.", ["close", "volume"]),
        ("Close/Last,Last", ["close"]),
        ("开盘价,最高,最低价,收盘,成交量", ["open", "high", "low", "close", "volume"]),
    ],
)
def test_roles_are_known_by_their_names(header: str, roles: list[str]) -> None:
    width = header.count(",") + 1
    rows = [f"2024-01-0{day}" + f",{day}" * width for day in (2, 3)]
    assert list(read("\n".join([f"Date,{header}", *rows])).receipt.roles) == roles


def test_options_win_over_what_the_file_suggests() -> None:
    text = "Date;Settled;Close\n01/02/2024;05/02/2024;1,234\n02/02/2024;06/02/2024;2,345\n"
    assert read(text).frame["Close"].tolist() == [1.234, 2.345]
    series = read(text, separator=";", decimal=".", date_column="Settled", date_order="day")
    assert series.frame["Close"].tolist() == [1234, 2345]
    assert [str(day.date()) for day in series.dates] == ["2024-02-05", "2024-02-06"]
    assert "ambiguous_dates" not in codes(series)
