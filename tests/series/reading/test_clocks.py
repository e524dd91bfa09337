"""Times of day and their zones are read whatever they look like."""

import pyarrow as pa
import pytest

from rnn_core.series.reading.clocks import Clock, read_clock, read_clocks, split_clock

HOUR = 3_600_000_000


@pytest.mark.parametrize(
    ("text", "since", "zone"),
    [
        ("09:30", 9.5, None),
        ("9h30", 9.5, None),
        ("093000", 9.5, None),
        ("9:30:00.000", 9.5, None),
        ("09:30:00Z", 9.5, 0),
        ("09:30 UTC", 9.5, 0),
        ("09:30:00+08:00", 9.5, 8),
        ("09:30:00 GMT-0500", 9.5, -5),
        ("4:00 PM", 16, None),
        ("12:00 am", 0, None),
        ("下午 4:00", 16, None),
        ("오전 9:30", 9.5, None),
    ],
)
def test_each_way_to_write_a_time(text: str, since: float, zone: int | None) -> None:
    assert read_clock(text) == Clock(int(since * HOUR), None if zone is None else zone * HOUR)


@pytest.mark.parametrize("text", ["", "noon", "25:00", "09:75", "9:30" + " " * 5000 + "x", "9:30 and much more text"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_clock(text) is None


def test_fractions_are_read_to_the_microsecond() -> None:
    since, zone = read_clocks(pa.array(["00:00:01.5", "00:00:01.000001999+01:00", "later"]))
    assert since.tolist() == [1_500_000, 1_000_001, -1]
    assert zone.tolist() == [0, HOUR, 0]


def test_day_and_time_are_split() -> None:
    days, clocks = split_clock(pa.array(["2024-01-05 09:30", "2024-01-05T093000", "2024-01-05", "5 Jan 2024, 9:30 AM"]))
    assert days.to_pylist() == ["2024-01-05", "2024-01-05", "2024-01-05", "5 Jan 2024"]
    assert clocks.to_pylist() == ["09:30", "093000", "", "9:30 AM"]
