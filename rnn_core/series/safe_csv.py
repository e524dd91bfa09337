"""safe_csv: a table as CSV text that a spreadsheet reads as numbers and words, never as formulas. Pure."""

import pandas as pd
from pandas.api.types import is_datetime64_any_dtype, is_numeric_dtype

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_csv(frame: pd.DataFrame, *, index: bool = True) -> str:
    """`frame` as CSV; texts and names that a spreadsheet would take for formulas get an apostrophe in front.

    Numbers and dates stay as they are. `index` writes the rows' names as the first column.

    >>> safe_csv(pd.DataFrame({"=1+1": [-2.5], "note": ["-2.5"]}), index=False).splitlines()
    ["'=1+1,note", "-2.5,'-2.5"]
    """
    table = frame.reset_index() if index else frame
    safe = pd.concat([_defused_column(table.iloc[:, place]) for place in range(table.shape[1])], axis=1)
    # Both characters end a line (RFC 4180), so that a text with one of them is quoted and starts no line of its own.
    return str(safe.rename(columns=_defused).to_csv(index=False, lineterminator="\r\n"))


def _defused_column(column: pd.Series) -> pd.Series:
    if is_numeric_dtype(column) or is_datetime64_any_dtype(column):
        return column
    return column.astype("object").map(_defused)


def _defused(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS) else cell
