"""The tables of a report: scores of all that was compared, and the settings of each network. Pure."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from rnn_core.export.groups import Group
from rnn_core.export.voice import Voice
from rnn_core.forecast.run import Run
from rnn_core.judge import SCORES, HitRate, Scores, ScoreWords
from rnn_core.words import N_

NONE = "–"
_SCORES = ("rmse", "theils_u", "mae", "mape", "r2", "mase", "direction")
# The settings by the words of their controls, in the order in which a person meets them.
_SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "units": N_("Units"),
        "layers": N_("Layers"),
        "bidirectional": N_("Two-directional"),
        "attention": N_("Attention over time"),
        "dropout": N_("Dropout"),
        "recurrent_dropout": N_("Dropout in the memory"),
        "l2": N_("Weight decay (L2)"),
        "window": N_("Window (time steps)"),
        "inputs": N_("Columns to read"),
        "predict": N_("What is predicted"),
        "horizon": N_("Steps ahead"),
        "scaling": N_("Scaling"),
        "missing": N_("Missing values"),
        "epochs": N_("Epochs"),
        "batch_size": N_("Batch size"),
        "optimizer": N_("Optimizer"),
        "learning_rate": N_("Learning rate"),
        "schedule": N_("Learning rate over time"),
        "loss": N_("Loss function"),
        "clip_norm": N_("Clipping"),
        "patience": N_("Patience"),
        "train_from": N_("Train from"),
        "train_to": N_("Train until"),
        "test_from": N_("Test from"),
        "test_to": N_("Test until"),
        "test_share": N_("Test part"),
        "validation_from": N_("Validate from"),
        "validation_share": N_("Validation part"),
    }
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
    scored.append((voice.say("Naive line"), group.first.naive_scores))
    scored += [(voice.say(one.title), one.scores) for one in group.first.baselines if one.scores is not None]
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
    rows = [(voice.say(label), *(_shown(getattr(run.spec, name), voice) for run in runs)) for name, label in _labels()]
    rows.append((voice.say("Random seed"), *(_seeds(network.runs) for network in group.networks)))
    rows.append((voice.say("Parameters"), *(f"{run.parameters:,}" for run in runs)))
    known = tuple(row for row in rows if set(row[1:]) != {NONE})
    return Table(voice.say("Settings"), ("", *(one.label.name for one in group.networks)), known)


def _labels() -> list[tuple[str, str]]:
    return list(_SETTINGS.items())


def _seeds(runs: tuple[Run, ...]) -> str:
    return ", ".join(str(run.spec.seed) for run in runs)


def _shown(value: Any, voice: Voice) -> str:
    """A setting as it stands in its file, empty ones as a dash."""
    match value:
        case None | () | "":
            return NONE
        case bool():
            return voice.say("yes") if value else voice.say("no")
        case tuple():
            return ", ".join(value)
        case date():
            return voice.day(value)
        case float():
            return f"{value:g}"
    return str(value)
