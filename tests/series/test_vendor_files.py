"""Whatever vendor a file comes from, the same prices come out."""

import numpy as np
import pandas as pd
import pytest

from rnn_core.series import Series, read_file
from tests.series.vendors import VENDOR_FILES, VendorFile


@pytest.fixture(scope="module", params=VENDOR_FILES, ids=lambda file: file.name)
def file(request: pytest.FixtureRequest) -> VendorFile:
    return request.param


@pytest.fixture(scope="module")
def series(file: VendorFile) -> Series:
    return read_file(file.content, file.file_name)


def column(series: Series, file: VendorFile, role: str) -> pd.Series:
    """What the reader took for a role: by its name in the file, or by the receipt where the file has no names."""
    return series.frame[file.columns[role] or series.receipt.roles[role]]


def test_every_row_keeps_its_date(file: VendorFile, series: Series) -> None:
    closes = column(series, file, "close").dropna()
    dates = closes.index if file.exact_times else closes.index.normalize()
    assert list(dates) == list(file.prices().index)


def test_every_price_and_volume_is_the_vendors(file: VendorFile, series: Series) -> None:
    prices = file.prices()
    for role in file.columns:
        read = column(series, file, role)[column(series, file, "close").notna()]
        np.testing.assert_allclose(read.to_numpy(), prices[role].to_numpy(), rtol=1e-12, err_msg=role)


def test_prices_are_recognised_by_their_names(file: VendorFile, series: Series) -> None:
    roles = series.receipt.roles
    if file.roles:
        assert set(file.columns) <= set(roles)
        assert {role: roles[role] for role, name in file.columns.items() if name} == {
            role: name for role, name in file.columns.items() if name
        }


def test_the_order_of_day_and_month_is_never_in_doubt(series: Series) -> None:
    assert "ambiguous_dates" not in [warning.code for warning in series.receipt.warnings]


def test_names_of_vendor_files_are_distinct() -> None:
    names = [file.name for file in VENDOR_FILES]
    assert len(set(names)) == len(names) >= 100
