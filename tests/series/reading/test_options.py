"""What was found out about a file, given back as options, reads the same series again."""

import pytest

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, read_file
from tests.series.vendors import VENDOR_FILES, VendorFile


@pytest.mark.parametrize("file", VENDOR_FILES, ids=lambda file: file.name)
def test_found_options_read_the_same_series(file: VendorFile) -> None:
    series = read_file(file.content, file.file_name)
    assert series.receipt.found is not None
    again = read_file(file.content, file.file_name, options=series.receipt.found)
    assert again.fingerprint == series.fingerprint
    assert again.receipt.found == series.receipt.found
    assert again.receipt.roles == series.receipt.roles


def test_own_words_are_kept_in_the_receipt() -> None:
    options = ReadOptions(date_order="day")
    series = read_file(b"Date,Close\n01/02/2024,1\n02/03/2024,2\n", options=options)
    assert series.receipt.options == options
    assert series.receipt.found is not None
    assert series.receipt.found.date_order == "day"


def test_an_unknown_column_of_dates_is_refused() -> None:
    with pytest.raises(FileError, match="no column called Tag"):
        read_file(b"Date,Close\n2024-01-02,1\n2024-01-03,2\n", options=ReadOptions(date_column="Tag"))
