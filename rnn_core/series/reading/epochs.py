"""Dates as counts: of seconds (or parts of them) since 1970, and of days with their time as spreadsheets do. Pure."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rnn_core.series.reading.numbers import is_missing

_PATTERN = r"^\d{9,10}(?:\.\d+)?$|^\d{12,13}(?:\.0)?$|^\d{16}$|^\d{19}$|^\d\.\d{6,}[eE]\+?(?:09|9|12|15|18)$"
# Digits before the point -> units in a second.
_SIZES = ((1e11, 1.0), (1e14, 1e3), (1e17, 1e6), (np.inf, 1e9))
_SERIAL = r"^[2-7]\d{4}(?:\.\d+)?$"
_SERIAL_ZERO = np.datetime64("1899-12-30", "s")
_EARLIEST, _LATEST = 157_766_400.0, 4_102_444_800.0  # 1975 and 2100, in seconds


def read_epochs(cells: pa.Array, *, named: bool) -> npt.NDArray[np.datetime64] | None:
    """Dates `(n,)` of cells that all count the time since 1970; None where they do not.

    Columns that are not called like dates must run in one direction besides, as no column of prices does.

    >>> read_epochs(pa.array(["1735689600", "1735776000"]), named=True).astype(str).tolist()
    ['2025-01-01T00:00:00.000000', '2025-01-02T00:00:00.000000']
    """
    known = cells.filter(pc.invert(is_missing(cells)))
    if not len(known) or not pc.all(pc.match_substring_regex(known, _PATTERN)).as_py():
        return None
    whole = pc.if_else(pc.match_substring_regex(cells, _PATTERN), cells, pa.scalar(None, pa.string()))
    counts = np.asarray(pc.cast(whole, pa.float64()).to_numpy(zero_copy_only=False), "float64")
    middle = float(np.nanmedian(counts))
    unit = next(unit for limit, unit in _SIZES if middle < limit)
    seconds = counts / unit
    if not (np.nanmin(seconds) > _EARLIEST and np.nanmax(seconds) < _LATEST) or not (named or _runs(seconds)):
        return None
    exact = np.where(np.isnan(seconds), 0.0, seconds)
    micro = np.round(exact * 1e6).astype("int64").astype("datetime64[us]")
    return np.where(np.isnan(seconds), np.datetime64("NaT", "us"), micro)


def read_serials(cells: pa.Array) -> npt.NDArray[np.datetime64] | None:
    """Dates `(n,)` of cells that all count days as spreadsheets do, with a part of a day in some; else None.

    >>> read_serials(pa.array(["45000.25", "45001"])).astype(str).tolist()
    ['2023-03-15T06:00:00.000000', '2023-03-16T00:00:00.000000']
    """
    missing = is_missing(cells)
    known = cells.filter(pc.invert(missing))
    parts = pc.match_substring_regex(known, r"\.\d*[1-9]")
    if not pc.all(pc.match_substring_regex(known, _SERIAL)).as_py() or not pc.any(parts).as_py():
        return None
    counts = np.asarray(pc.cast(pc.if_else(missing, "0", cells), pa.float64()).to_numpy(zero_copy_only=False))
    seconds = np.round(counts * 86_400).astype("timedelta64[s]")  # a spreadsheet's part of a day is no more exact
    return np.where(np.asarray(missing), np.datetime64("NaT", "us"), (_SERIAL_ZERO + seconds).astype("datetime64[us]"))


def _runs(seconds: npt.NDArray[np.float64]) -> bool:
    steps = np.diff(seconds[~np.isnan(seconds)])
    return len(steps) > 0 and bool((steps > 0).all() or (steps < 0).all())
