"""A column of days is read in one shape and one order, settled by the days, by their sequence or by custom."""

from datetime import date

import numpy as np
import pytest

from rnn_core.series import Series, read_file
from rnn_core.series.reading.day_shapes import SHAPES, bare_day, full_year, read_day
from rnn_core.series.reading.days import Reading, read_days


def read(texts: list[str], order: str = "", *, named: bool = True) -> Reading:
    distinct = list(dict.fromkeys(texts))
    rows = np.array([distinct.index(text) for text in texts])
    return read_days(distinct, rows, order=order, named=named)  # type: ignore[arg-type]


def day(text: str) -> date | None:
    """The first day that any shape reads, in its first order."""
    found = (read_day(shape, shape.orders[0], bare_day(text)) for shape in SHAPES)
    return next((one for one in found if one), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-1-5", date(2024, 1, 5)),
        ("2024年1月5日", date(2024, 1, 5)),
        ("2024년 1월 5일", date(2024, 1, 5)),
        ("20240105", date(2024, 1, 5)),
        ("20240105.0", date(2024, 1, 5)),
        ("05.01.2024", date(2024, 1, 5)),
        ("5. 1. 2024", date(2024, 1, 5)),
        ("113/01/05", date(2024, 1, 5)),
        ("民國113年1月5日", date(2024, 1, 5)),
        ("R6.1.5", date(2024, 1, 5)),
        ("令和6年1月5日", date(2024, 1, 5)),
        ("5 Jan 2024", date(2024, 1, 5)),
        ("5th of January, 2024", date(2024, 1, 5)),
        ("5 de enero de 2024", date(2024, 1, 5)),
        ("Jan 5, 2024", date(2024, 1, 5)),
        ("Fri, Jan 5, 2024", date(2024, 1, 5)),
        ("2024-01-05(金)", date(2024, 1, 5)),
        ("2024 Jan 5", date(2024, 1, 5)),
        ("2024M01", date(2024, 1, 1)),
        ("01/2024", date(2024, 1, 1)),
        ("Jan-24", date(2024, 1, 1)),
        ("2024Q2", date(2024, 4, 1)),
        ("Q2 2024", date(2024, 4, 1)),
        ("2024年第2季度", date(2024, 4, 1)),
        ("2024-W02", date(2024, 1, 8)),
        ("2024.0833", date(2024, 2, 1)),
        ("45296", date(2024, 1, 5)),
        ("5.1.2567", date(2024, 1, 5)),
    ],
)
def test_each_shape_names_its_day(text: str, expected: date) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("text", ["", "2024-13-01", "31.02.2024", "Smarch 5, 2024", "soon", "2024-01-05" + "0" * 99])
def test_what_names_no_day_is_none(text: str) -> None:
    assert day(text) is None


def test_two_digits_are_years_from_1950_to_2049() -> None:
    assert (full_year("27", 2027), full_year("28", 2027), full_year("2568")) == (2027, 1928, 2025)


def test_a_day_above_twelve_settles_the_order() -> None:
    reading = read(["01/02/2024", "13/02/2024"])
    assert (reading.order, reading.settled) == ("day", "days")


def test_the_sequence_settles_what_the_days_leave_open() -> None:
    reading = read([f"{number:02d}/01/2024" for number in (1, 2, 3, 4, 5, 8, 9, 10)] + ["01/02/2024", "02/02/2024"])
    assert (reading.order, reading.settled) == ("day", "sequence")


def test_months_are_told_from_the_first_days_of_january() -> None:
    reading = read([f"01/{month:02d}/{year}" for year in (2022, 2023) for month in range(1, 13)])
    assert (reading.order, reading.settled) == ("day", "sequence")


def test_nothing_settles_days_in_no_order() -> None:
    reading = read(["03/02/2024", "01/02/2024", "02/05/2024"])
    assert (reading.order, reading.settled) == ("month", "")


def test_dots_alone_are_a_custom_and_no_proof() -> None:
    assert (read(["03.02.2024", "01.02.2024"]).order, read(["03.02.2024", "01.02.2024"]).settled) == ("day", "custom")


def test_the_sequence_speaks_against_the_custom() -> None:
    reading = read([f"01.{number:02d}.2024" for number in (2, 3, 4, 5, 8, 9, 10, 11)] + ["02.01.2024", "02.02.2024"])
    assert (reading.order, reading.settled) == ("month", "sequence")


def test_years_of_two_digits_are_no_years_of_the_republic() -> None:
    assert read(["95/1/5", "95/1/15"]).days.astype(str).tolist() == ["1995-01-05", "1995-01-15"]
    assert read(["99/12/5", "100/1/5"]).days.astype(str).tolist() == ["2010-12-05", "2011-01-05"]


def test_the_person_has_the_last_word() -> None:
    assert read(["01/02/2024", "03/02/2024"], "day").settled == "person"


def test_more_days_than_a_calendar_has_are_no_days() -> None:
    rows = "".join(f"{number % 28 + 1}.{number % 12 + 1}.{number % 8999 + 1000},1\n" for number in range(300_000))
    assert outcome_code(f"Date,Close\n{rows}") == "unreadable_dates"


def outcome_code(text: str) -> str:
    from rnn_core.errors import FileError

    with pytest.raises(FileError) as refusal:
        read_file(text.encode())
    return refusal.value.code


def codes(series: Series) -> list[str]:
    return [warning.code for warning in series.receipt.warnings]


@pytest.mark.parametrize(
    ("dates", "order"),
    [(["03.02.2024", "01.02.2024"], "day"), (["03/02/2024", "01/02/2024"], "month")],
)
def test_doubt_is_said_with_what_was_taken(dates: list[str], order: str) -> None:
    series = read_file("\n".join(["Date,Close", *(f"{one},1" for one in dates)]).encode())
    assert "ambiguous_dates" in codes(series)
    assert f"we took the {order} first" in str(series.receipt.warnings[0])


def test_a_gap_is_no_reason_to_read_days_as_months() -> None:
    """Days of October and November, found by fuzzing, once became months of 2010 without a word."""
    dates = ["10-5-26", "10-6-26", "10-7-26", "10-8-26", "10-9-26", "10-12-26", "11-2-26", "11-3-26"]
    assert read(dates).settled == ""
