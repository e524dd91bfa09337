"""Forms that the answers of all commands with text share: rows under one another, shares, sentences. Pure."""

import math
from collections.abc import Iterable, Sequence
from typing import Any
from unicodedata import east_asian_width

from rnn_core.words import Sentence, show


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of as many cells each, as lines whose columns stand under one another.

    >>> aligned([("GRU", "1.5"), ("counting", "2"), ("很", "3")])
    ['  GRU       1.5', '  counting  2', '  很        3']
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [
        "".join(f"  {cell}{' ' * (width - _width(cell))}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    """How many columns of a terminal `text` takes: Chinese characters are twice as wide as letters."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def percent(share: float) -> str:
    """A share of 1 in percent, a dash where there is none.

    >>> percent(0.9125), percent(float("nan"))
    ('91.2 %', '–')
    """
    return f"{share * 100:.1f} %" if math.isfinite(share) else "–"


def trained(run: Any) -> tuple[str, ...]:
    """What is said of any trained network: its seed, its size and how long it learnt."""
    return f"seed {run.spec.seed}", f"{run.parameters:,} parameters", f"{show(float(run.seconds))} s"


def training_json(run: Any) -> dict[str, Any]:
    """The same as JSON, and the run's name."""
    return {
        "parameters": run.parameters,
        "epochs": len(run.history),
        "seconds": round(run.seconds, 3),
        "key": run.key,
    }


def findings_json(found: Iterable[Sentence]) -> list[dict[str, str]]:
    """Sentences with their codes."""
    return [{"code": one.code, "text": str(one)} for one in found]
