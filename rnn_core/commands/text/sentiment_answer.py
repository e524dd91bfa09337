"""What `text sentiment` prints, as JSON and as text. Pure."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rnn_core.commands.finite import finite, finite_rows
from rnn_core.commands.text.forms import aligned, findings_json, percent, trained, training_json
from rnn_core.text.sentiment.comparison import Comparison
from rnn_core.text.sentiment.findings import findings
from rnn_core.text.sentiment.model import Reading
from rnn_core.text.sentiment.result import DataFacts, Judged
from rnn_core.text.sentiment.scores import Scores
from rnn_core.words import Sentence, show

Readings = Sequence[Reading | None]


def judging_json(runs: Sequence[Judged], remarks: Sequence[Sentence], readings: Readings) -> dict[str, Any]:
    """What `text sentiment --json` prints; a number that does not exist is null."""
    first = runs[0]
    return {
        "texts": {**_facts_json(first.data), "warnings": findings_json(remarks)},
        "baselines": [{"name": one.name, "title": one.title, **_scores_json(one.scores)} for one in first.baselines],
        "runs": [_run_json(run, reading) for run, reading in zip(runs, readings, strict=True)],
        "findings": findings_json(findings(runs)),
    }


def judging_text(runs: Sequence[Judged], readings: Readings) -> str:
    """The same for a person: a line a judge, what was found, who was taken for what, and how a sentence was read."""
    data = runs[0].data
    rows = [(run.spec.cell, *_scores_text(run.scores), *trained(run)) for run in runs]
    rows += [(one.title, *_scores_text(one.scores), "", "", "") for one in runs[0].baselines]
    more = [text for run in runs for text in _confusion_text(run)]
    more += [text for run, one in zip(runs, readings, strict=True) if one for text in _reading_text(run, one)]
    title = f"{data.name}: {len(data.classes)} labels, read by {data.way}, scored on {sum(data.test):,} texts"
    return "\n".join([title, *aligned(rows), " ".join(map(str, findings(runs))), *more])


def _facts_json(data: DataFacts) -> dict[str, Any]:
    parts = {
        name: dict(zip(data.classes, getattr(data, name), strict=True)) for name in ("learning", "validation", "test")
    }
    return {**asdict(data), **parts, "unknown": finite(data.unknown)}


def _run_json(run: Judged, reading: Reading | None) -> dict[str, Any]:
    return {
        "cell": run.spec.cell,
        "seed": run.spec.seed,
        **_scores_json(run.scores),
        "best_epoch": run.best_epoch,
        **training_json(run),
        "against": {one.name: _against_json(one.comparison) for one in run.baselines},
        "read": _reading_json(run, reading) if reading else None,
    }


def _scores_json(scores: Scores) -> dict[str, Any]:
    """`confusion[i][j]` counts texts of label i that were taken for label j."""
    return {
        "accuracy": finite(scores.accuracy),
        "interval": [finite(end) for end in scores.interval],
        "macro_f1": finite(scores.macro_f1),
        "calibration_error": finite(scores.calibration_error),
        "confusion": [list(row) for row in scores.confusion],
    }


def _against_json(one: Comparison) -> dict[str, Any]:
    return {**asdict(one), "answer": one.answer}


def _reading_json(run: Judged, reading: Reading) -> dict[str, Any]:
    """The probabilities of the labels in the end and after each word, and how much each word counted."""
    return {
        "words": list(reading.tokens),
        "known": list(reading.known),
        "probabilities": dict(zip(run.data.classes, finite_rows(reading.probabilities), strict=True)),
        "after": finite_rows(reading.after),
        "attention": None if reading.attention is None else finite_rows(reading.attention),
    }


def _scores_text(scores: Scores) -> tuple[str, ...]:
    low, high = map(percent, scores.interval)
    return (
        f"{percent(scores.accuracy)} right ({low} to {high})",
        f"macro F1 {show(scores.macro_f1)}",
        f"calibration error {show(scores.calibration_error)}",
    )


def _confusion_text(run: Judged) -> list[str]:
    """How many texts of each label were taken for which."""
    if run.lost:
        return []
    head = ("", *run.data.classes)
    rows = [(label, *map(str, counts)) for label, counts in zip(run.data.classes, run.scores.confusion, strict=True)]
    return [
        f"\nTrue labels (rows) and those that {run.spec.cell}, seed {run.spec.seed}, gave (columns):",
        *aligned([head, *rows]),
    ]


def _reading_text(run: Judged, reading: Reading) -> list[str]:
    """After each word, how likely each label is; with attention, how much the word counts in the end."""
    attends = reading.attention is not None
    head = ("after", *run.data.classes, *(["weight"] if attends else []))
    weights = reading.attention.tolist() if reading.attention is not None else [None] * len(reading.tokens)
    rows = [
        (word, *map(percent, after), *([percent(weight)] if weight is not None else []))
        for word, after, weight in zip(reading.tokens, reading.after.tolist(), weights, strict=True)
    ]
    return [f"\nThe sentence as {run.spec.cell}, seed {run.spec.seed}, reads it:", *aligned([head, *rows])]
