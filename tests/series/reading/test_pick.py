"""Of several series under one another one is kept, and a person may say which."""

import pytest

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, Series, read_file

DAYS = [f"2024-01-{day:02d}" for day in range(1, 29)]
LONG = "\n".join(
    ["date,symbol,price", *(f"{day},MA,{n + 100}" for n, day in enumerate(DAYS))]
    + [f"{day},V,{n + 200}" for n, day in enumerate(DAYS[:20])]
).encode()


def read(pick: str = "") -> Series:
    return read_file(LONG, options=ReadOptions(pick=pick))


def test_the_longest_series_is_kept_and_said() -> None:
    series = read()
    assert (len(series.frame), series.frame["price"].iloc[0]) == (28, 100)
    assert series.receipt.picks == ("MA", "V")
    assert series.receipt.dropped == {"other series": 20}
    assert "several_series" in [warning.code for warning in series.receipt.warnings]


def test_another_one_can_be_picked() -> None:
    series = read("V")
    assert (len(series.frame), series.frame["price"].iloc[0]) == (20, 200)
    assert series.receipt.found is not None
    assert series.receipt.found.pick == "V"


def test_an_unknown_one_is_refused_with_those_there_are() -> None:
    with pytest.raises(FileError, match="Choose one of: MA, V"):
        read("AAPL")


def test_one_name_in_every_row_is_no_reason_to_pick() -> None:
    series = read_file("\n".join(["date,symbol,price", *(f"{day},MA,1" for day in DAYS)]).encode())
    assert series.receipt.picks == ()
    assert len(series.frame) == 28
