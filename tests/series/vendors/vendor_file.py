"""A vendor's file as a value: how to write the made prices in its shape, and what reading it must give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from tests.series.vendors.prices import daily


@dataclass(frozen=True)
class VendorFile:
    """One file of one vendor.

    Args:
        name: Vendor and flavour, for the name of the test.
        file_name: As the vendor names its downloads.
        build: Prices -> the bytes of the file.
        columns: What a column is (open, high, low, close, volume) -> its name in the file, or None where the file has
            no names.
        prices: Makes the table with a `DatetimeIndex` and the columns open, high, low, close, volume.
        roles: Whether the columns must be recognised as prices (else the file is a plain series).
        exact_times: Whether the times of the day are part of the truth.
    """

    name: str
    file_name: str
    build: Callable[[pd.DataFrame], bytes]
    columns: Mapping[str, str | None]
    prices: Callable[[], pd.DataFrame] = field(default=daily)
    roles: bool = True
    exact_times: bool = False

    @cached_property
    def content(self) -> bytes:
        """The file, written when first asked for."""
        return self.build(self.prices())


def columns(
    *,
    open: str | None = "",
    high: str | None = "",
    low: str | None = "",
    close: str | None = "",
    volume: str | None = "",
) -> dict[str, str | None]:
    """The columns that a file has; None is a column without a name."""
    named = {"open": open, "high": high, "low": low, "close": close, "volume": volume}
    return {role: name for role, name in named.items() if name != ""}


ENGLISH = columns(open="Open", high="High", low="Low", close="Close", volume="Volume")
SMALL_ENGLISH = {role: role for role in ENGLISH}
WITHOUT_NAMES: dict[str, str | None] = dict.fromkeys(ENGLISH)
