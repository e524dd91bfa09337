"""The kinds of work in a list of runs: what each is called, and what its numbers are. A new kind is an entry here."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from pages.ui import data
from pages.ui.language import number, shown
from rnn_core.records import FORECAST
from rnn_core.series import Receipt
from rnn_core.store import RunLine
from rnn_core.words import N_, Amount


@dataclass(frozen=True)
class Work:
    """A kind of work: its `title`, its `icon`, what its score is called and how it is said, and what it is held to.

    `against` is the title of what a simple method makes of the same data.
    """

    title: str
    icon: str
    score: str
    told: Callable[[RunLine], str]
    against: str


def receipt_of(line: RunLine) -> Receipt:
    """As much of the receipt as says whose words its names are."""
    return Receipt(line.source, line.origin)


def _rmse(line: RunLine) -> str:
    """Its RMSE and unit, as Markdown."""
    unit = data.ours(line.unit, receipt_of(line)) if math.isfinite(line.rmse) else ""
    return shown(Amount(line.rmse, unit))


def _bits(line: RunLine) -> str:
    return number(line.score)


def _percent(line: RunLine) -> str:
    return f"{line.score:.1%}" if math.isfinite(line.score) else "–"


WORK = {
    FORECAST: Work(N_("Forecast"), ":material/show_chart:", N_("RMSE"), _rmse, N_("Against naive")),
    "write": Work(N_("Write"), ":material/edit_note:", N_("Bits"), _bits, N_("than counting")),
    "sentiment": Work(N_("Sentiment"), ":material/sentiment_satisfied:", N_("Right"), _percent, N_("than counting")),
    "rewrite": Work(N_("Rewrite"), ":material/translate:", N_("Right"), _percent, N_("than guessing")),
}


def work_of(line: RunLine) -> Work:
    """The kind of work of a run."""
    return WORK[line.spec.kind]


def is_forecast(line: RunLine) -> bool:
    """Whether it is one: those are compared, and open on the Train page."""
    return bool(line.spec.kind == FORECAST)
