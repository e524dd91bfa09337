"""ReadOptions: what a person may say about a file instead of letting the reader find out. Pure."""

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["", "day", "month"]
Decimal = Literal["", ".", ","]


@dataclass(frozen=True)
class ReadOptions:
    """How to read a file; an empty field is found out from the file itself.

    `separator` is one character between cells, `decimal` the decimal mark, `date_column` the name of the column of
    dates, and `date_order` says which of day and month comes first in dates like 03/04/2021.
    """

    separator: str = ""
    decimal: Decimal = ""
    date_column: str = ""
    date_order: DateOrder = ""
