"""What `text rewrite` prints, as JSON and as text. Pure."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rnn_core.commands.finite import finite, finite_rows
from rnn_core.commands.text.forms import aligned, findings_json, percent, trained, training_json
from rnn_core.text.rewrite.decoding import Answer
from rnn_core.text.rewrite.examining import BEAM_WIDTH
from rnn_core.text.rewrite.findings import findings
from rnn_core.text.rewrite.marks import LengthMarks, Marks
from rnn_core.text.rewrite.result import Rewritten

_NO_MARKS = "–"


@dataclass(frozen=True)
class Asked:
    """A question, what would be `right`, and the `answers` that a beam of `width` found, the likeliest first."""

    question: str
    right: str
    width: int
    answers: tuple[Answer, ...]


Asks = Sequence[Asked | None]


def rewriting_json(runs: Sequence[Rewritten], asked: Asks) -> dict[str, Any]:
    """What `text rewrite --json` prints; a number that does not exist is null."""
    first = runs[0]
    return {
        "task": {"name": first.spec.task, "title": first.spec.what.title},
        "usual": {"text": first.usual_text, **_marks_json(first.usual)},
        "beam_width": BEAM_WIDTH,
        "runs": [_run_json(run, one) for run, one in zip(runs, asked, strict=True)],
        "findings": findings_json(findings(runs)),
    }


def rewriting_text(runs: Sequence[Rewritten], asked: Asks) -> str:
    """The same for a person: a line a network, what was found, how well by length, and the answers."""
    first = runs[0]
    rows = [(_name(run), *_marks_text(run), *trained(run)) for run in runs]
    rows.append((f"always “{first.usual_text}”", f"{percent(first.usual.exact)} exact", "", "", "", ""))
    more = [text for run in runs for text in _lengths_text(run)]
    more += [text for run, one in zip(runs, asked, strict=True) if one for text in _asked_text(run, one)]
    title = f"{first.spec.what.title}: {first.usual.count:,} questions that were kept back"
    return "\n".join([title, *aligned(rows), " ".join(map(str, findings(runs))), *more])


def _run_json(run: Rewritten, asked: Asked | None) -> dict[str, Any]:
    return {
        "cell": run.spec.cell,
        "attention": run.spec.attention,
        "seed": run.spec.seed,
        "greedy": _marks_json(run.greedy),
        "beam": _marks_json(run.beam) if run.beam else None,
        "by_length": [_length_json(one) for one in run.by_length],
        "mistakes": [asdict(one) for one in run.mistakes],
        **training_json(run),
        "asked": _asked_json(asked) if asked else None,
    }


def _marks_json(marks: Marks) -> dict[str, Any]:
    return {"count": marks.count, "exact": finite(marks.exact), "letters": finite(marks.letters)}


def _length_json(one: LengthMarks) -> dict[str, Any]:
    return {"length": one.length, "learnt": one.learnt, **_marks_json(one.marks)}


def _asked_json(asked: Asked) -> dict[str, Any]:
    return {
        "question": asked.question,
        "right": asked.right,
        "beam": asked.width,
        "answers": [_answer_json(one) for one in asked.answers],
    }


def _answer_json(one: Answer) -> dict[str, Any]:
    """`attention` has a row for each letter of the answer and a column for each letter of the question."""
    return {
        "text": one.text,
        "probability": finite(math.exp(one.log_probability)),
        "ended": one.ended,
        "chances": finite_rows(one.chances),
        "attention": None if one.attention is None else finite_rows(one.attention),
    }


def _name(run: Rewritten) -> str:
    return f"{run.spec.cell} {'with' if run.spec.attention else 'without'} attention"


def _marks_text(run: Rewritten) -> tuple[str, str]:
    beam = percent(run.beam.exact) if run.beam else _NO_MARKS
    return f"{percent(run.greedy.exact)} exact", f"{beam} by a beam of {BEAM_WIDTH}"


def _lengths_text(run: Rewritten) -> list[str]:
    """How many of the questions of each length were answered without a mistake."""
    if not run.by_length:
        return []
    rows = [
        (str(one.length), percent(one.marks.exact), "" if one.learnt else "longer than it has learnt from")
        for one in run.by_length
    ]
    return [f"\nBy the length of the question, {_name(run)}, seed {run.spec.seed}:", *aligned(rows)]


def _asked_text(run: Rewritten, asked: Asked) -> list[str]:
    """The answers with their probabilities, and where the network looked for the letters of the likeliest."""
    title = f"\n{_name(run)}, seed {run.spec.seed}, answers “{asked.question}” (right: {asked.right}):"
    rows = [
        (one.text or "nothing", percent(math.exp(one.log_probability)), "" if one.ended else "cut off")
        for one in asked.answers
    ]
    return [title, *aligned(rows), *_attention_text(asked.question, asked.answers[0])]


def _attention_text(question: str, answer: Answer) -> list[str]:
    """A row for each letter that was written, a column for each that was read: the share of attention in percent."""
    if answer.attention is None or not answer.text:
        return []
    head = ("", *question)
    rows = [
        (letter, *(f"{share * 100:.0f}" for share in shares))
        for letter, shares in zip(answer.text, answer.attention.tolist(), strict=True)
    ]
    return ["Attention in percent, a row for each letter of the likeliest answer:", *aligned([head, *rows])]
