"""How vendors write numbers, dates and whole tables: small pieces, put together by each vendor's description."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd


class Bar(NamedTuple):
    """One row of the made prices, in the order in which they happened."""

    date: pd.Timestamp
    open: float
    high: float
    low: float
    close: float
    volume: int


Row = Callable[[Bar], Sequence[str]]


def bars(frame: pd.DataFrame) -> Iterator[Bar]:
    """The rows of a table of prices."""
    for date, open_, high, low, close, volume in frame.itertuples():
        yield Bar(date, open_, high, low, close, int(volume))


def plain(number: float) -> str:
    """1234.50"""
    return f"{number:.2f}"


def english(number: float) -> str:
    """1,234.50"""
    return f"{number:,.2f}"


def comma(number: float) -> str:
    """1234,50"""
    return plain(number).replace(".", ",")


def marked(thousands: str, decimal: str = ",") -> Callable[[float], str]:
    """A way of writing numbers, by its marks: `marked(".")` writes 1.234,50."""
    marks = str.maketrans({",": thousands, ".": decimal})
    return lambda number: english(number).translate(marks)


continental = marked(".")


def grouped(count: int, mark: str = ",") -> str:
    """1,230,000"""
    return f"{count:,}".replace(",", mark)


def millions(count: int, decimal: str = ".") -> str:
    """1.23M"""
    return f"{count / 1e6:.2f}M".replace(".", decimal)


def seconds(date: pd.Timestamp) -> int:
    """Seconds since 1970."""
    return int(date.timestamp())


def republic(date: pd.Timestamp) -> str:
    """114/01/02: years are counted from 1912 in Taiwan."""
    return f"{date.year - 1911}/{date:%m/%d}"


def text(
    header: str,
    row: Row,
    *,
    separator: str = ",",
    quoted: bool = False,
    newest_first: bool = False,
    above: str = "",
    below: str = "",
    encoding: str = "utf-8",
    line_end: str = "\n",
) -> Callable[[pd.DataFrame], bytes]:
    """A table of text with one line a bar; `header` is a whole line, or empty for none."""
    mark = '"' if quoted else ""

    def build(frame: pd.DataFrame) -> bytes:
        cells = [row(bar) for bar in bars(frame)]
        lines = [separator.join(f"{mark}{cell}{mark}" for cell in line) for line in cells]
        body = [header] * bool(header) + (lines[::-1] if newest_first else lines)
        return (above + line_end.join(body) + line_end + below).encode(encoding)

    return build
