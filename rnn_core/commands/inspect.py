"""`inspect`: how a file is read, without training anything."""

import argparse
import math
from dataclasses import fields
from pathlib import Path
from typing import Any

from rnn_core.commands.answer import reading_json
from rnn_core.series import ReadOptions, Series, read_file


def inspect(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """The receipt as JSON and as text.

    Raises:
        FileError: the file cannot be read as a series.
    """
    answer = receipt_json(read_file(Path(options.file), options=read_options(options)))
    return answer, "\n".join(f"{name}: {value}" for name, value in answer.items())


def read_options(options: argparse.Namespace) -> ReadOptions:
    """How the command line says that files are to be read."""
    return ReadOptions(**{field.name: getattr(options, field.name) for field in fields(ReadOptions)})


def receipt_json(series: Series) -> dict[str, Any]:
    """What `inspect --json` prints; open to volume name the columns that play these roles.

    Where no column is called like a closing price, the default target stands in for it.
    """
    receipt = series.receipt
    close, volume = series.default_target, receipt.roles.get("volume")
    return {
        "encoding": receipt.encoding,
        "rows": len(series.frame),
        "first_date": series.dates[0].date().isoformat(),
        "last_date": series.dates[-1].date().isoformat(),
        "columns": list(series.columns),
        **{role: receipt.roles.get(role) for role in ("open", "high", "low")},
        "close": close,
        "volume": volume,
        "first_close": _at(series, close, 0),
        "last_close": _at(series, close, -1),
        "last_volume": _at(series, volume, -1),
        "dropped": dict(receipt.dropped),
        **reading_json(receipt),
    }


def _at(series: Series, column: str | None, row: int) -> float | None:
    if column is None:
        return None
    value = float(series.frame[column].iloc[row])
    return value if math.isfinite(value) else None
