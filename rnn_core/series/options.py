"""ReadOptions: what a person may say about a file instead of letting the reader find out. Pure."""

from dataclasses import dataclass
from typing import Literal

DateOrder = Literal["", "day", "month", "year"]
Decimal = Literal["", ".", ","]


@dataclass(frozen=True)
class ReadOptions:
    """How to read a file; an empty field is found out from the file itself.

    `encoding` is Python's name of the alphabet, `sheet` the name of a workbook's sheet, `separator` one character
    between cells, `decimal` the decimal mark, `date_column` the name of the column of dates, `date_order` says which
    of day, month and year comes first in dates like 03/04/05, and `pick` keeps only the rows that hold this text, in
    a file of several shares.
    """

    encoding: str = ""
    sheet: str = ""
    separator: str = ""
    decimal: Decimal = ""
    date_column: str = ""
    date_order: DateOrder = ""
    pick: str = ""
