"""Series: dated columns in ascending order, and the Receipt of how they were read. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.series.frequency import Frequency, frequency_of
from rnn_core.series.options import ReadOptions
from rnn_core.words import Sentence

Origin = Literal["own", "real", "simulated"]

ROLES = ("open", "high", "low", "close", "adjusted close", "volume")


@dataclass(frozen=True)
class Receipt:
    """How a series was read: what was kept, what was dropped and why.

    `roles` maps a role of `ROLES` to the column that plays it; `dropped` maps a reason to a count of rows. Of a file,
    `options` are the person's own words on how to read it and `found` how it was read in fact: the same file and
    `found` give the same series again. `table` names all columns of the file, those without numbers too, `sheets` are
    those of a workbook, `picks` the series in a file of several; `continued_by` is the receipt of a second file.
    """

    source: str
    origin: Origin
    roles: Mapping[str, str] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    options: ReadOptions = field(default_factory=ReadOptions)
    found: ReadOptions | None = None
    table: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    picks: tuple[str, ...] = ()
    continued_by: "Receipt | None" = None

    @property
    def encoding(self) -> str | None:
        """The alphabet of a text file."""
        return (self.found.encoding or None) if self.found else None

    @property
    def separator(self) -> str | None:
        """The character between the cells of a text file."""
        return (self.found.separator or None) if self.found else None


@dataclass(frozen=True)
class Series:
    """Numeric columns over ascending, distinct dates.

    `frame` has float columns and a `DatetimeIndex` named "date" without a time zone; `unit` is that of the prices
    ("USD", "ppm"), empty when unknown.
    """

    name: str
    frame: pd.DataFrame
    receipt: Receipt
    unit: str = ""

    @property
    def dates(self) -> pd.DatetimeIndex:
        """One date a row."""
        return pd.DatetimeIndex(self.frame.index)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(str(name) for name in self.frame.columns)

    @cached_property
    def frequency(self) -> Frequency:
        """How often the series has a value."""
        return frequency_of(self.dates)

    @cached_property
    def fingerprint(self) -> str:
        """sha256 over column names, dates and values: two series with the same content have the same one."""
        digest = hashlib.sha256("\x1f".join(self.columns).encode())
        digest.update(self.dates.to_numpy("datetime64[us]").astype("int64").tobytes())
        digest.update(np.ascontiguousarray(self.frame.to_numpy("float64")).tobytes())
        return digest.hexdigest()

    @property
    def default_target(self) -> str:
        """The closing price where there is one, else the first column."""
        return self.receipt.roles.get("close", self.columns[0])

    def column(self, name: str) -> str:
        """The column a person means by `name`: exact, in another case, or by its role; empty means the default.

        Raises:
            SpecError: no column answers to that name.
        """
        if not name:
            return self.default_target
        wanted = name.strip().casefold()
        by_case = {column.casefold(): column for column in reversed(self.columns)}
        found = name if name in self.columns else by_case.get(wanted) or self.receipt.roles.get(wanted)
        if found is None:
            raise SpecError(
                "unknown_column",
                "{series} has no column called {name}. Choose one of: {columns}.",
                series=self.name,
                name=name,
                columns=", ".join(self.columns),
            )
        return found
