"""The tables of a report: scores of all that was compared, and the settings of each network. Pure."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from rnn_core.export.groups import Group
from rnn_core.export.voice import Voice
from rnn_core.forecast.choice_words import CHOICES, SHARES
from rnn_core.forecast.field_words import FIELDS
from rnn_core.forecast.in_common import common_baselines, common_naive
from rnn_core.forecast.run import Run
from rnn_core.judge import SCORES, HitRate, Scores, ScoreWords

NONE = "–"
_SCORES = ("rmse", "theils_u", "mae", "mape", "r2", "mase", "direction")
# The settings in the order in which a person meets them.
_SETTINGS = (
    *("units", "layers", "bidirectional", "attention", "dropout", "recurrent_dropout", "l2", "window", "inputs"),
    *("predict", "horizon", "scaling", "missing", "epochs", "batch_size", "optimizer", "learning_rate", "schedule"),
    *("loss", "clip_norm", "patience", "train_from", "train_to", "test_from", "test_to", "test_share"),
    *("validation_from", "validation_share"),
)


@dataclass(frozen=True)
class Table:
    """A table: its title, the names of its columns, and rows of texts of which the first is the row's name."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(group: Group, voice: Voice) -> tuple[Table, ...]:
    """Scores, then settings."""
    return _scores(group, voice), _settings(group, voice)


def _scores(group: Group, voice: Voice) -> Table:
    scored: list[tuple[str, Scores]] = [(one.label.name, one.middle.scores) for one in group.networks]
    scored.append((voice.say("Naive line"), common_naive(group.runs)))
    simple = common_baselines(group.runs)
    scored += [(voice.say(one.title), one.scores) for one in simple if one.scores is not None]
    unit = group.first.series.unit
    head = ("", *(_title(SCORES[name], unit, voice) for name in _SCORES), voice.say("Always one way"))
    return Table(voice.say("Scores"), head, tuple((name, *_row(scores, voice)) for name, scores in scored))


def _title(words: ScoreWords, unit: str, voice: Voice) -> str:
    return f"{voice.say(words.title)} ({unit})" if words.unit == "series" and unit else voice.say(words.title)


def _row(scores: Scores, voice: Voice) -> Iterator[str]:
    for name in _SCORES:
        yield _cell(getattr(scores, name), SCORES[name], voice)
    yield _percent(scores.direction.base) if scores.direction else NONE


def _cell(value: float | HitRate | None, words: ScoreWords, voice: Voice) -> str:
    match value:
        case None:
            return NONE
        case HitRate():
            return f"{_percent(value.rate)} ({100 * value.low:.0f}–{100 * value.high:.0f})"
        case float() if words.unit == "percent" and math.isfinite(value):
            return f"{voice.number(100 * value)}\N{NO-BREAK SPACE}%"
    return voice.number(value)


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def _settings(group: Group, voice: Voice) -> Table:
    runs = group.middles
    rows = [
        (voice.say(FIELDS[name].label), *(_shown(name, getattr(run.spec, name), voice) for run in runs))
        for name in _SETTINGS
    ]
    rows.append((voice.say("Random seed"), *(_seeds(network.runs) for network in group.networks)))
    rows.append((voice.say("Parameters"), *(f"{run.parameters:,}" for run in runs)))
    if not group.have_equal_windows:
        rows.append((voice.say("Training windows"), *(f"{run.train_windows:,}" for run in runs)))
        rows.append((voice.say("Kept back for validation"), *(f"{len(run.kept_back.actual):,}" for run in runs)))
    known = tuple(row for row in rows if set(row[1:]) != {NONE})
    return Table(voice.say("Settings"), ("", *(one.label.name for one in group.networks)), known)


def _seeds(runs: tuple[Run, ...]) -> str:
    return ", ".join(str(run.spec.seed) for run in runs)


def _shown(name: str, value: Any, voice: Voice) -> str:
    """A value of the setting `name` in words, an empty one as a dash."""
    match value:
        case None | () | "":
            words = NONE
        case bool():
            words = voice.say("yes") if value else voice.say("no")
        case tuple():
            words = ", ".join(value)
        case date():
            words = voice.day(value)
        case float() if name in SHARES:
            words = f"{voice.number(100 * value)}\N{NO-BREAK SPACE}%"
        case float():
            words = f"{value:g}"
        case str() if name in CHOICES:
            words = voice.say(CHOICES[name][value])
        case _:
            words = str(value)
    return words
