"""The shapes in which days are written, and a day read from one text in a given order of its parts. Pure.

A shape is a pattern with named parts; `orders` are the readings that it allows. A column is read in one shape and one
order as a whole: see `days.py`.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from rnn_core.series.reading.months import month_number

Order = str  # "YMD", "DMY", "MDY"

_SEP = r"\s*[-/.,\s年년]\s*"
_SEP2 = r"\s*[-/.,\s月월]\s*"
_ORDINAL = r"(?:st|nd|rd|th|\.|º|er)?"
_MONTH = r"(?P<name>[^\W\d_]{3,12})\.?"
_OF = r"(?:\s*(?:de|of|d')\s+|[-/.,\s]*)"


@dataclass(frozen=True)
class Shape:
    """One way to write a day. `pattern` matches the whole text; `named` shapes only count in columns called like dates.

    `usual` is the order that a custom settles (dots: the day first), unless the file itself speaks against it. Where
    there is a `sign`, at least one text must begin with it.
    """

    pattern: re.Pattern[str]
    orders: tuple[Order, ...] = ("YMD",)
    named: bool = False
    usual: Order = ""
    sign: re.Pattern[str] | None = None


def _shape(
    pattern: str, orders: tuple[Order, ...] = ("YMD",), *, named: bool = False, usual: Order = "", sign: str = ""
) -> Shape:
    return Shape(re.compile(pattern, re.IGNORECASE), orders, named, usual, re.compile(sign) if sign else None)


SHAPES = (
    _shape(rf"(?P<a>\d{{4}}){_SEP}(?P<b>\d{{1,2}}){_SEP2}(?P<c>\d{{1,2}})\s*[日일.]?"),
    _shape(r"(?P<a>(?:1[6-9]|2[01])\d\d)(?P<b>\d{2})(?P<c>\d{2})(?:\.0)?"),
    _shape(r"(?P<a>\d{1,2})\s?\.\s?(?P<b>\d{1,2})\s?\.\s?(?P<c>\d{4})\.?", ("DMY", "MDY"), usual="DMY"),
    _shape(r"(?P<a>\d{1,2})\s?[-/ ]\s?(?P<b>\d{1,2})\s?[-/ ]\s?(?P<c>\d{4})", ("DMY", "MDY")),
    _shape(r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.'?(?P<c>\d{2})", ("DMY", "YMD", "MDY"), usual="DMY"),
    _shape(r"(?P<a>\d{1,2})[-/](?P<b>\d{1,2})[-/]'?(?P<c>\d{2})", ("DMY", "MDY", "YMD")),
    # Years of the Republic of China, as in Taiwan: 114 is 2025. Two digits alone are the last ones of our years.
    _shape(
        r"(?:民國\s*)?(?P<roc>\d{2,3})\s*[-/.年]\s*(?P<b>\d{1,2})\s*[-/.月]\s*(?P<c>\d{1,2})\s*日?",
        sign=r"民國|\d{3}",
    ),
    _shape(r"(?P<a>\d{2})[-/.](?P<b>\d{1,2})[-/.](?P<c>\d{1,2})"),
    _shape(r"(?P<era>[MTSHR]|明治|大正|昭和|平成|令和)(?P<a>\d{1,2})[./年](?P<b>\d{1,2})[./月](?P<c>\d{1,2})日?"),
    _shape(rf"(?P<c>\d{{1,2}}){_ORDINAL}{_OF}{_MONTH}{_OF}'?(?P<a>\d{{4}}|\d{{2}})"),
    _shape(rf"{_MONTH}\s*[-/.\s]?\s*(?P<c>\d{{1,2}}){_ORDINAL}\s*[-/.,\s]\s*'?(?P<a>\d{{4}}|\d{{2}})"),
    _shape(rf"(?P<a>\d{{4}})[-/.\s]+{_MONTH}[-/.\s]+(?P<c>\d{{1,2}})"),
    _shape(r"(?P<a>(?:1[6-9]|2[01])\d\d)\s*[-/년年M]\s*M?(?P<b>0?[1-9]|1[0-2])\s*[月월]?"),
    _shape(r"(?P<a>(?:1[6-9]|2[01])\d\d)\.?(?P<b>0[1-9]|1[0-2])", named=True),
    _shape(r"(?P<a>\d{2})(?P<b>\d{2})(?P<c>\d{2})", ("YMD", "DMY", "MDY"), named=True, usual="YMD"),
    _shape(r"(?P<b>0?[1-9]|1[0-2])\s*[-/.]\s*(?P<a>(?:1[6-9]|2[01])\d\d)"),
    _shape(rf"{_MONTH}{_OF}'?(?P<a>\d{{4}}|\d{{2}})"),
    _shape(rf"(?P<a>\d{{4}}|\d{{2}})[-/.\s]+{_MONTH}"),
    _shape(r"(?P<a>\d{4})\s*[-/.年]?\s*(?:Q|K|T|第)\s?(?P<quarter>[1-4])\s*(?:季度?|四半期)?"),
    _shape(r"(?:Q|T)(?P<quarter>[1-4])\s*[-/.'\s]?\s*(?P<a>\d{4})"),
    _shape(r"(?P<a>\d{4})-?W(?P<week>\d{1,2})(?:-[1-7])?"),
    # R writes months as parts of a year: 2024.0833 is February.
    _shape(r"(?P<a>(?:1\d|2[01])\d\d)(?P<part>\.\d+)?\s*[年년]?", named=True),
    _shape(r"(?P<serial>[2-7]\d{4})(?:\.\d+)?", named=True),
)
# A day of the week beside the day says nothing new.
_WEEKDAY = re.compile(
    r"^(?:[^\W\d_]{2,12}\.?,\s*(?=.*[^\W\d_].*\d|.*\d\D+\d)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+)"
    r"|[\s,]*[(（]?(?:星期|周|週)?[一二三四五六日天月火水木金土월화수목금토]?(?:曜日?|요일)?[)）]?$",
    re.IGNORECASE,
)
_ENDS_LIKE_A_DAY = re.compile(r"[\d][日일月월年년]$")
_ERAS = {
    "M": 1867,
    "T": 1911,
    "S": 1925,
    "H": 1988,
    "R": 2018,
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
}
_SERIAL_ZERO = date(1899, 12, 30)  # Excel counts days from here
_REPUBLIC, _BUDDHIST = 1911, 543
_NEAR_A_MONTH = 0.03
_LONGEST = 60  # what is longer is no day, and would keep the patterns busy


def bare_day(text: str) -> str:
    """`text` without a day of the week.

    >>> bare_day("Thu, Jan 9, 2025"), bare_day("2025-01-09,四"), bare_day("2025年1月9日")
    ('Jan 9, 2025', '2025-01-09', '2025年1月9日')
    """
    if len(text) > _LONGEST:
        return ""
    text = " ".join(unicodedata.normalize("NFKC", text)[:_LONGEST].split()).strip("\"'[]=")
    return text if _ENDS_LIKE_A_DAY.search(text) else _WEEKDAY.sub("", text)


def read_day(shape: Shape, order: Order, text: str) -> date | None:
    """The day that `text` names in this shape and order; None where it names none."""
    found = shape.pattern.fullmatch(text)
    if found is None:
        return None
    try:
        return _made(found.groupdict(), order)
    except (ValueError, OverflowError):
        return None


def _made(parts: dict[str, str | None], order: Order) -> date | None:
    if serial := parts.get("serial"):
        return _SERIAL_ZERO + timedelta(days=int(serial))
    if roc := parts.get("roc"):
        return date(int(roc) + _REPUBLIC, int(parts["b"] or 0), int(parts["c"] or 0))
    return _from_year(parts, parts["a"] or "", order)


def _from_year(parts: dict[str, str | None], year: str, order: Order) -> date | None:
    if quarter := parts.get("quarter"):
        return date(int(year), 3 * int(quarter) - 2, 1)
    if part := parts.get("part"):
        return _within_year(int(year), float(part))
    if week := parts.get("week"):
        return date.fromisocalendar(int(year), int(week), 1)
    if "name" in parts:
        month = month_number(parts["name"] or "")
        return None if month is None else date(full_year(year), month, int(parts.get("c") or 1))
    if era := parts.get("era"):
        year = str(_ERAS[era.upper()] + int(year))
    texts = dict(zip(order, (year, parts.get("b") or "1", parts.get("c") or "1"), strict=True))
    return date(full_year(texts["Y"]), int(texts["M"]), int(texts["D"]))


def _within_year(year: int, part: float) -> date:
    """The beginning of the month nearest to a part of a year; the day itself where it is no twelfth."""
    months = round(part * 12)
    if abs(part * 12 - months) < _NEAR_A_MONTH and months < 12:
        return date(year, months + 1, 1)
    return date(year, 1, 1) + timedelta(days=int(part * 365.25))


def full_year(text: str, latest: int | None = None) -> int:
    """A year of four digits: two of them end at `latest` (next year), and the Buddhist calendar is 543 years ahead.

    >>> full_year("25", 2027), full_year("27", 2027), full_year("28", 2027), full_year("2568")
    (2025, 2027, 1928, 2025)
    """
    year = int(text)
    if len(text) <= 2:
        last = latest or date.today().year + 1
        return last - (last - year) % 100
    return year - _BUDDHIST if 2400 < year < 2700 else year
