"""From text cells to numbers: decimal marks, thousands, currency signs, short forms like 1.2M or 万. Pure.

Cells that are plainly written go through Arrow at once; only what is left is looked at text by text.
"""

import re
import unicodedata
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

_MISSING = (
    "|-|--|---|–|—|.|..|n/a|na|n.a.|nan|null|none|nil|#n/a|#na|#n/v|#value!|#div/0!|\\n|s.o.|k.a.|bd|-nan|<na>|nat"
)
MISSING = frozenset(_MISSING.split("|"))
# Arrow compares exactly, so the usual ways to write each are listed.
_MISSING_SET = pa.array(
    sorted({form for word in MISSING for form in (word, word.upper(), word.title(), word.capitalize())})
)

_FACTORS = {
    **{"k": 1e3, "tsd": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "mln": 1e6, "million": 1e6},
    **{"b": 1e9, "bn": 1e9, "bln": 1e9, "mrd": 1e9, "md": 1e9, "mld": 1e9, "mlrd": 1e9, "billion": 1e9},
    **{
        "t": 1e12,
        "tn": 1e12,
        "bio": 1e12,
        "千": 1e3,
        "천": 1e3,
        "万": 1e4,
        "萬": 1e4,
        "만": 1e4,
        "百万": 1e6,
        "百萬": 1e6,
    },
    **{"백만": 1e6, "千万": 1e7, "亿": 1e8, "億": 1e8, "억": 1e8, "万亿": 1e12, "兆": 1e12, "조": 1e12},
}
# Signs and words of money and counts that say nothing about the size.
_UNITS = re.compile(
    r"[$€£¥₩₹₽₺₫฿₪元円원圓股手株주%‰]|(?:us|a|c|hk|nt|s)(?=\$)|r\$|rs\.?|zł|zl|kč|kr\.?|chf|usd|eur|gbp|jpy|krw|cny|rmb|inr|"
    r"hkd|twd|aud|cad|brl|pln|pts?\.?$|stk\.?$"
)
# Marks between groups of three digits, and blanks that do not stand between digits.
_SPACES = re.compile(r"(?<=\d)[\s'’`´_](?=\d{3}(?!\d))|(?<!\d)\s+|\s+(?!\d)")
_BODY = re.compile(r"([+-]?)([\d.,]*\d[.,]?|[.,]\d+)(e[+-]?\d+)?([^\W\d_]*)\.?")
_NONE = pa.scalar(None, pa.string())
# What Arrow can turn into numbers at once.
_REGULAR = {
    ".": r"^[+-]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d*)?(?:[eE][+-]?\d+)?$",
    ",": r"^[+-]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d*)?(?:[eE][+-]?\d+)?$",
}
# Signs around a number that Arrow can take away: parse_number leaves them out too.
_BESIDE = "[$€£¥₩₹₽₺元円원%\\s\u00a0\u202f'’]"
_MANY, _SAMPLE = 20_000, 400
_GROUPED = {
    ".": re.compile(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?"),
    ",": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?"),
}
# Cells that can only be read with this decimal mark: other than three digits follow it, or a lone 0 precedes it.
_TAIL = r"(?:[eE][+-]?\d+)?\s*[^\d.,]{0,4}"
_HEAD = r"[^\d.,]{0,4}"
_CERTAIN = {
    ".": re.compile(rf"{_HEAD}(?:[1-9]\d{{0,2}}(?:[, '’]\d{{3}})+\.\d*|\d+\.(?:\d{{1,2}}|\d{{4,}})|0\.\d+){_TAIL}"),
    ",": re.compile(rf"{_HEAD}(?:[1-9]\d{{0,2}}(?:[. '’]\d{{3}})+,\d*|\d+,(?:\d{{1,2}}|\d{{4,}})|0,\d+){_TAIL}"),
}
_MANY_GROUPS = {",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3}){2,}"), ".": re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}")}
_UNSURE = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def read_numbers(cells: pa.Array | pa.ChunkedArray, decimal: str = ".") -> pa.DoubleArray:
    """Floats of `cells` `(n,)`, null where a cell is missing or cannot be read; infinite ones stay so.

    >>> read_numbers(pa.array(["1,234.5", "$2", "3.5M", "n/a", "(3)"])).to_pylist()
    [1234.5, 2.0, 3500000.0, None, -3.0]
    """
    whole = cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
    known = pc.if_else(is_missing(whole), _NONE, whole)
    if decimal == ".":
        try:
            return pc.cast(known, pa.float64())
        except pa.ArrowInvalid:
            pass  # some cells need more than Arrow knows
    regular = pc.fill_null(pc.match_substring_regex(known, _REGULAR[decimal]), False)
    bare = known
    if pc.sum(regular).as_py() != len(known) - known.null_count:
        bare = pc.replace_substring_regex(known, _BESIDE, "")
        regular = pc.fill_null(pc.match_substring_regex(bare, _REGULAR[decimal]), False)
    numbers = pc.cast(_as_computers_write(pc.if_else(regular, bare, _NONE), decimal), pa.float64())
    rest = pc.if_else(regular, _NONE, known).dictionary_encode()
    others = pa.array(_parse_all(rest.dictionary.to_pylist(), decimal), pa.float64())
    return pc.if_else(regular, numbers, others.take(rest.indices))


def _parse_all(texts: list[str], decimal: str) -> list[float | None]:
    """The numbers of distinct texts; none where a sample shows that most of many are no numbers."""
    sample = texts[:: len(texts) // _SAMPLE] if len(texts) > _MANY else []
    if sample and sum(parse_number(text, decimal) is None for text in sample) > len(sample) / 2:
        return [None] * len(texts)
    return [parse_number(text, decimal) for text in texts]


def is_missing(cells: pa.Array | pa.ChunkedArray) -> pa.BooleanArray:
    """Whether each cell says that there is no value."""
    return pc.is_in(cells, value_set=_MISSING_SET)


def is_number(cell: str) -> bool:
    """Whether one cell reads as a number with either decimal mark.

    >>> is_number("1.041,96"), is_number("Close"), is_number("420.61万")
    (True, False, True)
    """
    return any(parse_number(cell, decimal) is not None for decimal in (".", ","))


def parse_number(cell: str, decimal: str = ".") -> float | None:
    """One cell as a number; None where it is none.

    >>> parse_number("R$ 1.234,50", ","), parse_number("12-"), parse_number("1'234"), parse_number("12,5")
    (1234.5, -12.0, 1234.0, None)
    """
    text = unicodedata.normalize("NFKC", cell).strip().casefold().replace("−", "-").removeprefix("=").strip("\"'*")
    if text in {"inf", "+inf", "infinity", "-inf", "-infinity"}:
        return float(text)
    negative = text.startswith("(") and text.endswith(")")
    text = _SPACES.sub("", _UNITS.sub("", text.strip("()")))
    if text.endswith("-"):
        negative, text = True, text[:-1]
    found = _BODY.fullmatch(text)
    if found is None or (found[4] and found[4] not in _FACTORS):
        return None
    digits = _with_point(found[2], decimal)
    if digits is None:
        return None
    value = float(found[1] + digits + (found[3] or "")) * _FACTORS.get(found[4], 1.0)
    return -value if negative else value


def find_decimal(samples: Iterable[str], separator: str) -> tuple[str, bool]:
    """The decimal mark of a table from a sample of its cells, and whether nothing but a custom settled it.

    >>> find_decimal(["1.041,96", "980,5"], ";"), find_decimal(["1,234"], ";")
    ((',', False), (',', True))
    """
    cells = [cell.strip() for cell in samples]
    marks = {mark: _votes(cells, mark) for mark in (".", ",")}
    if marks[","] != marks["."]:
        return max(marks, key=lambda mark: marks[mark]), False
    # Three digits after a lone mark: programs that separate by semicolons do it because the comma is a decimal mark.
    unsure = [cell for cell in cells if _UNSURE.fullmatch(cell)]
    commas = sum("," in cell for cell in unsure)
    if commas == 0:
        return ".", bool(unsure) and separator != ","
    return ("," if separator == ";" else "."), separator != ","


def _votes(cells: list[str], mark: str) -> int:
    return sum(bool(_CERTAIN[mark].fullmatch(cell) or _MANY_GROUPS[mark].fullmatch(cell)) for cell in cells)


def _as_computers_write(cells: pa.Array, decimal: str) -> pa.Array:
    """Regular cells without thousands marks and with a decimal point."""
    bare = pc.replace_substring(cells, "," if decimal == "." else ".", "")
    return bare if decimal == "." else pc.replace_substring(bare, ",", ".")


def _with_point(digits: str, decimal: str) -> str | None:
    """Digits and marks as Python reads them; None where the marks stand in wrong places."""
    thousands = "," if decimal == "." else "."
    if thousands in digits:
        if not _GROUPED[decimal].fullmatch(digits):
            return None
        digits = digits.replace(thousands, "")
    return digits.replace(decimal, ".") if digits.count(decimal) <= 1 else None
