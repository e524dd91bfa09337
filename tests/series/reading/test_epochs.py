"""Counts since 1970 are dates in any unit."""

import numpy as np
import pyarrow as pa
import pytest

from rnn_core.series.reading.epochs import read_epochs

SECONDS = [1_735_689_600, 1_735_776_000, 1_735_862_400]


@pytest.mark.parametrize("unit", [1, 1_000, 1_000_000, 1_000_000_000])
def test_every_unit_gives_the_same_days(unit: int) -> None:
    found = read_epochs(pa.array([str(second * unit) for second in SECONDS]), named=True)
    assert found is not None
    assert found.astype("datetime64[D]").astype(str).tolist() == ["2025-01-01", "2025-01-02", "2025-01-03"]


def test_missing_counts_are_missing_dates() -> None:
    found = read_epochs(pa.array([str(SECONDS[0]), "", "n/a"]), named=True)
    assert found is not None
    assert np.isnat(found).tolist() == [False, True, True]


@pytest.mark.parametrize("cells", [["1735689600", "soon"], ["100", "200"], ["99999999999", "99999999999"], [""]])
def test_other_numbers_are_no_dates(cells: list[str]) -> None:
    assert read_epochs(pa.array(cells), named=True) is None


def test_columns_of_another_name_must_run_in_one_direction() -> None:
    cells = pa.array([str(SECONDS[place]) for place in (0, 2, 1)])
    assert read_epochs(cells, named=False) is None
    assert read_epochs(cells, named=True) is not None
