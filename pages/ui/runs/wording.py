"""A stored run in words: its name, its data, how far it got, how it did against the naive line, and when."""

import math
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from pages.ui import data
from pages.ui.language import _, day, plain, shown
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt
from rnn_core.store import RunLine, Stage
from rnn_core.words import N_, Amount, Percent

STAGES = {
    Stage.FINISHED: N_("finished"),
    Stage.UNFINISHED: N_("in training"),
    Stage.STOPPED: N_("stopped"),
    Stage.INTERRUPTED: N_("interrupted"),
    Stage.FAILED: N_("failed"),
}
_BADGES = {Stage.UNFINISHED: "blue", Stage.STOPPED: "gray", Stage.INTERRUPTED: "orange", Stage.FAILED: "red"}

# Below this share of the naive line's error two scores are the same in three digits.
_ALIKE = 0.005


def name_of(line: RunLine) -> str:
    """A person's own name for it, else what it is; text without marks."""
    return line.title or described(line.spec)


def described(spec: ForecastSpec) -> str:
    """A run by what it is: "GRU · 125 units · window 60", and what else is unusual."""
    kind = _("{cell}, two-directional", cell=spec.cell) if spec.bidirectional else spec.cell
    parts = [kind, _("{number} units", number=spec.units), _("window {number}", number=spec.window)]
    if spec.layers > ForecastSpec.default("layers"):
        parts.append(_("{number} layers", number=spec.layers))
    if spec.seed != ForecastSpec.default("seed"):
        parts.append(_("seed {number}", number=str(spec.seed)))
    return " · ".join(parts)


def series_of(line: RunLine) -> str:
    """The name of its data in the visitor's language; text without marks."""
    return data.ours(line.series, _receipt(line))


def data_of(line: RunLine) -> str:
    """Its data and the column that it predicts; text without marks."""
    return f"{series_of(line)} · {line.target}" if line.target else series_of(line)


def badge(stage: Stage) -> str:
    """How far it got, as Markdown, where that is not all the way."""
    return f" :{_BADGES[stage]}-badge[{_(STAGES[stage])}]" if stage in _BADGES else ""


def rmse(line: RunLine) -> str:
    """Its RMSE and unit, as Markdown."""
    unit = data.ours(line.unit, _receipt(line)) if math.isfinite(line.rmse) else ""
    return shown(Amount(line.rmse, unit))


def against_naive(line: RunLine) -> str:
    """By how much it is better or worse than "tomorrow = today", as Markdown: in words, and in a colour."""
    more = line.against_naive - 1.0
    if not math.isfinite(more):
        return "–"
    if abs(more) < _ALIKE:
        return _("the same")
    if more < 0:
        return f":green[{_better(-more)}]"
    return f":red[{_worse(more)}]"


def _better(share: float) -> str:
    return _("{share} better", share=Percent(share))


def _worse(share: float) -> str:
    return _("{share} worse", share=Percent(share))


def when(moment: datetime, now: datetime | None = None) -> str:
    """How long ago, within a day; else on which day."""
    passed = (now or datetime.now(UTC)) - _in_utc(moment)
    if passed < timedelta(minutes=1):
        return _("just now")
    if passed < timedelta(hours=1):
        return _("{number} min ago", number=passed // timedelta(minutes=1))
    if passed < timedelta(days=1):
        return _("{number} h ago", number=passed // timedelta(hours=1))
    return plain(day(_in_utc(moment).astimezone(_zone()).date()))


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone() -> tzinfo:
    """The visitor's clock; that of Greenwich where it is not known."""
    try:
        return ZoneInfo(str(st.context.timezone or "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def _receipt(line: RunLine) -> Receipt:
    """As much of the receipt as says whose words its names are."""
    return Receipt(line.source, line.origin)
