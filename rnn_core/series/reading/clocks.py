"""Times of day and their zones, as texts: split from the day, and read one by one. Pure."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Whole = npt.NDArray[np.int64]

_MICROSECONDS = 1_000_000
_CLOCK = re.compile(
    r"(?P<before>[^\W\d_]{2}\s*)?(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2})(?:[:.](?P<s>\d{2})(?:[.,:](?P<f>\d{1,9}))?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|[A-Z]{2,4}(?=$))?\s*(?P<zone>[+-]\d{1,2}(?::?\d{2})?)?(?:\s*[([]?[A-Z]{2,5}[)\]]?)?",
    re.IGNORECASE,
)
_LONGEST = 40  # what is longer is no time of day, and would keep the pattern busy
_FRACTION = r"^(?P<clock>\d{1,2}:\d{2}:\d{2})[.,:](?P<fraction>\d{1,9})(?P<rest>\D.*)?$"
_MOST_CLOCKS = 300_000  # distinct ones without their fractions; a day has 86,400 seconds
_COMPACT = re.compile(r"(?P<h>\d{1,2})(?P<m>\d{2})(?P<s>\d{2})(?:\.?(?P<f>\d{3}))?")
_SAYS_ZONE = re.compile(r"(?:Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)\b", re.IGNORECASE)
_AFTERNOON = ("p", "下午", "午後", "오후")
_MORNING = ("a", "上午", "午前", "오전")
# The day ends where blanks, a T or a comma lead to something like 9:30 or 093000.
SPLIT = (
    r"^(?P<day>.*?\d[日일]?)(?:(?:[ T,;]+|[ T,;]*(?:上午|下午|午前|午後|오전|오후)\s*)"
    r"(?P<clock>(?:[^\W\d_]{2} ?)?\d{1,2}[:h]\d{2}.*|\d{6}(?:\.?\d{3})?))?$"
)


@dataclass(frozen=True)
class Clock:
    """A time of day: `since` midnight and the zone's distance from UTC in microseconds, None where none is said."""

    since: int
    zone: int | None = None


def read_clock(text: str) -> Clock | None:
    """One time of day; None where the text is none.

    >>> read_clock("09:30:00-05:00"), read_clock("4:00 PM").since // 3_600_000_000, read_clock("soon")
    (Clock(since=34200000000, zone=-18000000000), 16, None)
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    found = _COMPACT.fullmatch(text) or _CLOCK.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    hour, minute, second = (int(parts.get(name) or 0) for name in ("h", "m", "s"))
    hour = _of_24(hour, (parts.get("half") or parts.get("before") or "").casefold().strip())
    if hour > 24 or minute > 59 or second > 60:
        return None
    fraction = int((parts.get("f") or "0").ljust(6, "0")[:6])
    return Clock(((hour * 60 + minute) * 60 + second) * _MICROSECONDS + fraction, _zone(text, parts.get("zone")))


def read_clocks(texts: pa.Array) -> tuple[Whole, Whole]:
    """Microseconds since midnight and distance from UTC of clock texts `(n,)`; -1 since midnight where one is no time.

    Fractions of a second are set apart first: without them a million times of day are few different ones.

    >>> [part.tolist() for part in read_clocks(pa.array(["00:00:01.5+01:00", "", "soon"]))]
    [[1500000, 0, -1], [3600000000, 0, 0]]
    """
    bare, fractions = _without_fractions(texts)
    coded = bare.dictionary_encode()
    few = len(coded.dictionary) <= _MOST_CLOCKS
    distinct = coded.dictionary.to_pylist() if few else []
    clocks = [Clock(0) if not text else (read_clock(text) or Clock(-1)) for text in distinct]
    if not few:
        return np.full(len(texts), -1), np.zeros(len(texts), "int64")
    rows = coded.indices.to_numpy(zero_copy_only=False)
    since = np.array([clock.since for clock in clocks], "int64")[rows]
    zone = np.array([clock.zone or 0 for clock in clocks], "int64")[rows]
    return np.where(since < 0, since, since + fractions), zone


def _without_fractions(texts: pa.Array) -> tuple[pa.Array, Whole]:
    """The texts without fractions of a second, and these in microseconds, each `(n,)`."""
    parts = pc.extract_regex(texts, _FRACTION)
    if parts.null_count == len(texts):
        return texts, np.zeros(len(texts), "int64")
    rest = pc.fill_null(pc.struct_field(parts, "rest"), "")
    bare = pc.coalesce(pc.binary_join_element_wise(pc.struct_field(parts, "clock"), rest, ""), texts)
    digits = pc.utf8_slice_codeunits(pc.utf8_rpad(pc.struct_field(parts, "fraction"), 6, "0"), 0, 6)
    micro = pc.fill_null(pc.cast(digits, pa.int64()), 0)
    return bare, micro.to_numpy(zero_copy_only=False)


def split_clock(cells: pa.Array) -> tuple[pa.Array, pa.Array]:
    """Day texts and clock texts of `cells`, each `(n,)`; an empty clock text where there is none."""
    parts = pc.extract_regex(cells, SPLIT)
    day = pc.coalesce(pc.struct_field(parts, "day"), cells)
    return day, pc.fill_null(pc.struct_field(parts, "clock"), "")


def _of_24(hour: int, half: str) -> int:
    if half.startswith(_AFTERNOON) and hour < 12:
        return hour + 12
    return 0 if half.startswith(_MORNING) and hour == 12 else hour


def _zone(text: str, offset: str | None) -> int | None:
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        return (hours * 60 + minutes) * 60 * _MICROSECONDS * (-1 if offset[0] == "-" else 1)
    return 0 if _SAYS_ZONE.search(text) else None
