"""The kinds of work in a list of runs: what each is called, and what its numbers are. A new kind is an entry here."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from pages.ui import data
from pages.ui.language import _, number, shown
from rnn_core.records import FORECAST
from rnn_core.series import Receipt
from rnn_core.store import RunLine
from rnn_core.words import N_, Amount, Percent

# Shares of an error or of all answers, and bits, that are alike in three digits.
_ALIKE = 0.005
_POINTS = (N_("{points} points more"), N_("{points} points less"))


@dataclass(frozen=True)
class Work:
    """A kind of work: its `title`, its `icon`, what its score is called and how it is said, and what it is held to.

    `compared` says in words and in a colour, as Markdown, how it does beside a simple method, which `beside` names.
    """

    title: str
    icon: str
    score: str
    told: Callable[[RunLine], str]
    beside: str
    compared: Callable[[RunLine], str]


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


def _against_naive(line: RunLine) -> str:
    """By how much its error is smaller or larger than that of "tomorrow = today"."""
    less = 1.0 - line.against_naive
    better, worse = _("{share} better", share=Percent(less)), _("{share} worse", share=Percent(-less))
    return _coloured(less, better, worse)


def _bits_fewer(line: RunLine) -> str:
    """How many bits a character fewer or more than the best table of counts."""
    less = line.score / line.against_naive - line.score if line.against_naive > 0 else math.nan
    return _coloured(less, _("{bits} fewer", bits=f"{less:.2f}"), _("{bits} more", bits=f"{-less:.2f}"))


def _points_more(line: RunLine) -> str:
    """How many hundredths of all answers more or fewer are right than a simple method's."""
    if line.against_naive == 0:
        # All was right, and how good the simple method was does not follow from that.
        return _coloured(1.0, _("all right"), "")
    ahead = (1 - line.score) / line.against_naive - (1 - line.score)
    more, less = (_(words, points=f"{100 * abs(ahead):.1f}") for words in _POINTS)
    return _coloured(ahead, more, less)


def _coloured(ahead: float, better: str, worse: str) -> str:
    """`better` or `worse`, in a colour, by whether something is `ahead` of a simple method or behind."""
    if not math.isfinite(ahead):
        return "–"
    if abs(ahead) < _ALIKE:
        return _("the same")
    return f":green[{better}]" if ahead > 0 else f":red[{worse}]"


WORK = {
    FORECAST: Work(N_("Forecast"), ":material/show_chart:", N_("RMSE"), _rmse, N_("Against naive"), _against_naive),
    "write": Work(N_("Write"), ":material/edit_note:", N_("Bits"), _bits, N_("beside counting"), _bits_fewer),
    "sentiment": Work(
        N_("Sentiment"), ":material/sentiment_satisfied:", N_("Right"), _percent, N_("beside simple"), _points_more
    ),
    "rewrite": Work(N_("Rewrite"), ":material/translate:", N_("Right"), _percent, N_("beside guessing"), _points_more),
}


def work_of(line: RunLine) -> Work:
    """The kind of work of a run."""
    return WORK[line.spec.kind]


def is_forecast(line: RunLine) -> bool:
    """Whether it is one: those are compared, and open on the Train page."""
    return bool(line.spec.kind == FORECAST)
