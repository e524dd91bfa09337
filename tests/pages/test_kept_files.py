"""Files that are kept: two people's equal numbers stay two files, and the longest unused go first."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from pages.ui.series.kept import KeptFiles
from rnn_core.series import ReadOptions, Receipt, Series

ROWS = 100
BYTES = 2 * 8 * ROWS  # a date and a value a row


def file(name: str, first: float = 0.0) -> Series:
    dates = pd.date_range("2024-01-01", periods=ROWS, name="date")
    return Series(name, pd.DataFrame({"value": np.arange(ROWS) + first}, index=dates), Receipt(name, "own"))


def test_what_is_kept_is_found_again() -> None:
    kept, series = KeptFiles(), file("mine.csv")
    source = kept.keep(series)
    assert (source.kind, len(source.name)) == ("file", 16)
    assert kept.find(source.name).series is series
    assert kept.find("0123456789abcdef") is None


def test_the_same_file_twice_is_one() -> None:
    kept = KeptFiles()
    assert kept.keep(file("mine.csv")) == kept.keep(file("mine.csv"))


def test_equal_numbers_under_two_names_are_two_files() -> None:
    kept, mine = KeptFiles(), file("mine.csv")
    hers = replace(mine, name="hers.csv")
    assert mine.fingerprint == hers.fingerprint
    sources = [kept.keep(series) for series in (mine, hers)]
    assert [kept.find(source.name).series.name for source in sources] == ["mine.csv", "hers.csv"]


def test_equal_names_over_two_contents_are_two_files() -> None:
    kept = KeptFiles()
    assert kept.keep(file("mine.csv")) != kept.keep(file("mine.csv", first=1.0))


@pytest.mark.parametrize(("most", "left"), [(3 * BYTES, [2, 3, 4]), (3 * BYTES - 1, [3, 4]), (1, [4])])
def test_the_oldest_are_forgotten_where_there_is_no_room(most: int, left: list[int]) -> None:
    kept = KeptFiles(most)
    sources = [kept.keep(file(f"{number}.csv")) for number in range(5)]
    assert [number for number, source in enumerate(sources) if kept.find(source.name)] == left


def test_what_was_asked_for_lately_is_forgotten_later() -> None:
    kept = KeptFiles(2 * BYTES)
    old, new = (kept.keep(file(name)) for name in ("old.csv", "new.csv"))
    kept.find(old.name)
    kept.keep(file("newest.csv"))
    assert kept.find(old.name) is not None
    assert kept.find(new.name) is None


def test_the_same_numbers_read_in_two_ways_are_two_files() -> None:
    kept, mine = KeptFiles(), file("mine.csv")
    again = replace(mine, receipt=replace(mine.receipt, options=ReadOptions(date_order="day")))
    assert kept.keep(mine, b"content") != kept.keep(again)


def test_equal_series_of_two_files_are_two_files() -> None:
    kept, mine = KeptFiles(), file("mine.csv")
    sources = [kept.keep(mine, content) for content in (b"account 1\n...", b"account 2\n...")]
    assert [kept.find(source.name).content[:9] for source in sources] == [b"account 1", b"account 2"]
