"""From text cells to numbers: decimal marks, thousands, currency signs, short forms like 1.2M. Pure."""

import re

import pandas as pd

MISSING = ("", "-", "--", "n/a", "na", "nan", "null", "none", "#n/a", ".")
# A column counts as numeric when at least this share of its cells that are not missing can be read.
READABLE_SHARE = 0.9

_FACTORS = {"k": 1e3, "m": 1e6, "b": 1e9, "万": 1e4, "亿": 1e8}
_SIGNS = r"^([+-]?)[$€£¥₹₩]\s*|\s*[%$€£¥₹₩]$"
_THOUSANDS = {
    ".": r"^[+-]?[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$",
    ",": r"^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?$",
}
# Cells that can only be read with this decimal mark: other than three digits follow it, or a lone 0 precedes it.
_CERTAIN = {
    ".": r"^[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)\.(?:\d{1,2}|\d{4,})[%KMBkmb万亿]?$|^[+-]?0\.\d+$",
    ",": r"^[+-]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+),(?:\d{1,2}|\d{4,})[%KMBkmb万亿]?$|^[+-]?0,\d+$",
}
_SAMPLE_ROWS = 200


def read_numbers(cells: pd.Series, decimal: str = ".") -> pd.Series:
    """Floats of `cells` `(n,)`, NaN where a cell is missing or cannot be read; infinite ones stay so.

    >>> read_numbers(pd.Series(["1,234.5", "$2", "3.5M", "n/a"], dtype="str")).tolist()
    [1234.5, 2.0, 3500000.0, nan]
    """
    # Almost all cells are plain; the slow marks are only looked for in the others.
    plain = cells if decimal == "." else cells.where(~cells.str.contains(".", regex=False), "")
    values = pd.to_numeric(plain, errors="coerce").astype("float64")
    rest = values.isna() & ~is_missing(cells)
    return values.where(~rest, _read_marked(cells[rest], decimal)) if rest.any() else values


def _read_marked(cells: pd.Series, decimal: str) -> pd.Series:
    """Floats of cells with currency signs, short forms, thousands marks or decimal commas."""
    text = cells.str.strip().str.replace(_SIGNS, r"\1", regex=True)
    factors = text.str[-1:].str.lower().map(_FACTORS)
    text = text.where(factors.isna(), text.str[:-1].str.strip())
    grouped = text.str.match(_THOUSANDS[decimal])
    text = text.where(~grouped, text.str.replace("," if decimal == "." else ".", "", regex=False))
    if decimal == ",":
        # A dot that is no thousands mark makes the cell unreadable rather than a hundred times larger.
        text = text.where(grouped | ~text.str.contains(".", regex=False), "").str.replace(",", ".", regex=False)
    return pd.to_numeric(text, errors="coerce").astype("float64") * factors.fillna(1.0)


def is_missing(cells: pd.Series) -> pd.Series:
    """Whether each cell says that there is no value."""
    return cells.str.strip().str.lower().isin(MISSING)


def is_number(cell: str) -> bool:
    """Whether one cell reads as a number with either decimal mark.

    >>> is_number("1.041,96"), is_number("Close")
    (True, False)
    """
    one = pd.Series([cell], dtype="str")
    return any(bool(read_numbers(one, decimal).notna().all()) for decimal in (".", ","))


def find_decimal(cells: pd.DataFrame, separator: str) -> str:
    """The decimal mark of a table, from the cells that allow only one.

    >>> find_decimal(pd.DataFrame({"Close": ["1.041,96", "980,5"]}, dtype="str"), ";")
    ','
    """
    sample = [str(cell).strip() for cell in cells.head(_SAMPLE_ROWS).to_numpy().ravel()]
    counts = {mark: sum(bool(re.match(pattern, cell)) for cell in sample) for mark, pattern in _CERTAIN.items()}
    if counts[","] != counts["."]:
        return max(counts, key=lambda mark: counts[mark])
    # Three digits after a lone comma: programs that separate by semicolons do it because the comma is a decimal mark.
    unsure = [cell for cell in sample if re.fullmatch(r"[+-]?\d+[.,]\d{3}", cell)]
    return "," if separator == ";" and unsure and all("," in cell for cell in unsure) else "."
