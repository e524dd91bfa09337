"""A stored run in words: its name, its data, how far it got, how it did against the naive line, and when."""

from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from pages.ui import data
from pages.ui.language import _, day, plain
from pages.ui.runs.work import is_forecast, receipt_of
from pages.ui.text.naming import name_of as name_of_network
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.records import FORECAST
from rnn_core.store import RunLine, Stage
from rnn_core.text.reading import PASTED
from rnn_core.words import N_

STAGES = {
    Stage.FINISHED: N_("finished"),
    Stage.UNFINISHED: N_("in training"),
    Stage.STOPPED: N_("stopped"),
    Stage.INTERRUPTED: N_("interrupted"),
    Stage.FAILED: N_("failed"),
}
_BADGES = {Stage.UNFINISHED: "blue", Stage.STOPPED: "gray", Stage.INTERRUPTED: "orange", Stage.FAILED: "red"}


def name_of(line: RunLine) -> str:
    """A person's own name for it, else what it is; text without marks."""
    return line.title or described(line.spec)


def described(spec: Any) -> str:
    """A run by what it is: "GRU · 125 units · window 60", and what else is unusual; text without marks."""
    return _forecast(spec) if spec.kind == FORECAST else _text(spec)


def _text(spec: Any) -> str:
    epochs = _("1 epoch") if spec.epochs == 1 else _("{number} epochs", number=spec.epochs)
    return " · ".join([name_of_network(spec), _("{number} units", number=spec.units), epochs])


def _forecast(spec: ForecastSpec) -> str:
    kind = _("{cell}, two-directional", cell=spec.cell) if spec.bidirectional else spec.cell
    parts = [kind, _("{number} units", number=spec.units), _("window {number}", number=spec.window)]
    if spec.layers > ForecastSpec.default("layers"):
        parts.append(_("{number} layers", number=spec.layers))
    if spec.seed != ForecastSpec.default("seed"):
        parts.append(_("seed {number}", number=str(spec.seed)))
    return " · ".join(parts)


def series_of(line: RunLine) -> str:
    """The name of its data in the visitor's language; text without marks."""
    if is_forecast(line):
        return data.ours(line.series, receipt_of(line))
    return _(line.series) if line.origin == "built_in" or line.series == PASTED else line.series


def data_of(line: RunLine) -> str:
    """Its data and the column that it predicts; text without marks."""
    return f"{series_of(line)} · {line.target}" if line.target and is_forecast(line) else series_of(line)


def badge(stage: Stage) -> str:
    """How far it got, as Markdown, where that is not all the way."""
    return f" :{_BADGES[stage]}-badge[{_(STAGES[stage])}]" if stage in _BADGES else ""


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
