"""Rows of the table of runs: from values to columns, and back. Pure but for the row it is given."""

import json
import math
import unicodedata
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row

from rnn_core.errors import RecordError, SpecError
from rnn_core.records import kind_of
from rnn_core.records.document import from_document, to_document
from rnn_core.store.lines import RunLine, Stage
from rnn_core.store.tables import RUN
from rnn_core.words import Sentence

# The columns of a `RunLine`, named as its fields.
LINE = [RUN.c.kind, *(RUN.c[name] for name in RunLine.__dataclass_fields__)]

_SCORES = ("rmse", "mae", "naive_rmse", "against_naive", "score")

# What a run without a result says of it.
NO_SCORES: dict[str, Any] = {
    **dict.fromkeys((*_SCORES, "workplace", "work")),
    "parameters": 0,
    "seconds": 0.0,
}


def plain(text: str) -> str:
    """`text` without what a database cannot keep as text: the character of number 0, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def fold(text: str) -> str:
    """`text` as it is searched and sorted: no capitals, and one way to write each character.

    >>> fold("STRASSE") == fold("Straße"), fold("ＧＲＵ")
    (True, 'gru')
    """
    return unicodedata.normalize("NFKC", plain(text)).casefold()


def words_of(title: str | None = None, note: str | None = None) -> dict[str, str]:
    """A person's words as columns; None leaves as it is."""
    said = {name: plain(text) for name, text in (("title", title), ("note", note)) if text is not None}
    return said | {f"{name}_folded": fold(text) for name, text in said.items()}


def facts_of(spec: Any, data: Any) -> dict[str, Any]:
    """What was asked, a spec of any of KINDS, and of which data, as columns."""
    known = kind_of(spec.kind).facts(spec, data)
    facts = {"kind": spec.kind, "cell": spec.cell, "series": known.data, "unit": known.unit, "target": known.target}
    facts |= {"source": known.source, "origin": known.origin}
    searched = (known.data, known.source, known.target, *known.searched, spec.cell)
    return {name: plain(text) for name, text in facts.items()} | {
        "series_folded": fold(known.data),
        "facts_folded": fold("\n".join(searched)),
        # JSON without other alphabets' letters: what a database cannot keep as text is spelt out.
        "spec": json.dumps(spec.model_dump(mode="json")),
    }


def scores_of(run: Any) -> dict[str, Any]:
    """How a run did, as columns; what is no number is empty."""
    measures = asdict(kind_of(run.spec.kind).measures(run))
    known = {name: None if math.isnan(value) else float(value) for name, value in measures.items()}
    return {**known, "parameters": run.parameters, "seconds": float(run.seconds)}


def problem_text(problem: Sentence | None) -> str | None:
    """A sentence as the text of a column."""
    return json.dumps(to_document(problem)[0]) if problem else None


def read_problem(text: str | None) -> Sentence | None:
    """The sentence that `problem_text` wrote.

    Raises:
        RecordError: it is none.
    """
    try:
        found: Sentence | None = from_document(Sentence, json.loads(text), {}) if text else None
        return found
    except ValueError as error:
        raise _damaged() from error


def line_of(row: Row[Any]) -> RunLine:
    """The line of a row that has at least the columns `LINE`.

    Raises:
        RecordError: its settings cannot be read.
    """
    fields = {name: getattr(row, name) for name in RunLine.__dataclass_fields__}
    scores = {name: math.nan if fields[name] is None else fields[name] for name in _SCORES}
    try:
        spec = kind_of(row.kind).spec.model_validate_json(fields["spec"])
        return RunLine(**fields | scores | {"spec": spec, "stage": Stage(fields["stage"])})
    except (ValueError, SpecError) as error:
        raise _damaged() from error


def _damaged() -> RecordError:
    return RecordError("damaged_settings", "What was kept of this run's settings is damaged and cannot be read.")
