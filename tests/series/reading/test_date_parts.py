"""Year, month and day may stand in columns of their own."""

import pyarrow as pa
import pytest

from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.date_parts import find_date_parts


def cells(**columns: list[str]) -> Cells:
    return Cells(tuple(columns), tuple(pa.array(texts) for texts in columns.values()))


@pytest.mark.parametrize("names", [("Year", "Month", "Day"), ("Jahr", "Monat", "Tag"), ("年", "月", "日")])
def test_three_columns_are_one_date(names: tuple[str, str, str]) -> None:
    found = find_date_parts(cells(**dict(zip(names, (["2024", "2024"], ["1", "2"], ["5", "7"]), strict=True))))
    assert found is not None
    assert (found[0], found[1].to_pylist()) == (names, ["2024-1-5", "2024-2-7"])


def test_a_month_needs_no_day() -> None:
    found = find_date_parts(cells(year=["2024", "2025"], month=["12", "1"], rain=["3", "4"]))
    assert found is not None
    assert found[1].to_pylist() == ["2024-12", "2025-1"]


@pytest.mark.parametrize("columns", [{"year": ["2024"], "rain": ["1"]}, {"year": ["24"], "month": ["1"]}, {"a": ["1"]}])
def test_other_columns_are_no_parts(columns: dict[str, list[str]]) -> None:
    assert find_date_parts(cells(**columns)) is None
