"""Cells become numbers whatever marks a person's program writes."""

import math

import pyarrow as pa
import pytest

from rnn_core.series.reading.numbers import find_decimal, read_numbers


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("1,234.5", ".", 1234.5),
        ("-1,234,567", ".", -1234567.0),
        ("1,23,456.5", ".", 123456.5),
        ("12,5", ".", math.nan),
        ("12,50", ".", math.nan),
        (" 12 ", ",", 12.0),
        ("1.234", ",", 1234.0),
        ("1.041,96", ",", 1041.96),
        ("5.764.646", ",", 5764646.0),
        ("12.5", ",", math.nan),
        ("$1,234.50", ".", 1234.5),
        ("-€3.5", ".", -3.5),
        ("1.5%", ".", 1.5),
        ("2.5K", ".", 2500.0),
        ("1e3", ".", 1000.0),
        ("inf", ".", math.inf),
        ("-Infinity", ".", -math.inf),
        ("null", ".", math.nan),
        ("twelve", ".", math.nan),
    ],
)
def test_one_cell_reads_as_its_number(cell: str, decimal: str, value: float) -> None:
    (found,) = read_numbers(pa.array([cell.strip(), "1"]), decimal).to_pylist()[:1]
    assert (math.nan if found is None else found) == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize(
    ("cells", "separator", "decimal"),
    [
        (["1.5", "2.25"], ",", "."),
        (["1,5", "2,25"], ";", ","),
        (["1.041,96", "1.000"], ";", ","),
        (["1,234", "2,345"], ",", "."),
        (["1,234", "2,345"], ";", ","),
        (["0,123", "0,456"], ",", ","),
        (["12", "13"], ";", "."),
    ],
)
def test_decimal_mark_is_found_out(cells: list[str], separator: str, decimal: str) -> None:
    assert find_decimal(cells, separator)[0] == decimal
