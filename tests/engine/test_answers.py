"""Whoever asks for what was trained for somebody else has it under their own names, whatever kind of work it is."""

from dataclasses import replace
from typing import Any

import pytest

from rnn_core.engine.answer import answer_for
from rnn_core.engine.jobs import job_of
from rnn_core.export import bundle_of, read_bundle
from rnn_core.export.exported import Exported
from rnn_core.records import pack_run
from rnn_core.series import Receipt
from tests.export.bundle_runs import ENGLISH, exported
from tests.export.text.text_runs import MAKERS

FIRST = "divorce papers"
ALL: dict[str, Any] = {"forecast": exported, **MAKERS}


def named(kind: str, data: Any) -> Any:
    """`data` as somebody else calls them; those that a kind makes itself have no name."""
    if kind == "rewrite":
        return data
    more = {"receipt": Receipt(f"{FIRST}.csv", "own"), "unit": "EUR"} if kind == "forecast" else {"origin": "own"}
    # The key of a judge holds the language, which decides how its texts are cut.
    return replace(data, name=FIRST, **more, **({"language": "zh"} if kind == "write" else {}))


def answered(kind: str) -> tuple[Exported, Exported]:
    """A run that was asked for by its own name, and the same as the answer of one that was trained under another."""
    own = ALL[kind]()
    job, other = (job_of(own.run.spec, data) for data in (own.data, named(kind, own.data)))
    assert job.key == other.key == own.run.key
    return own, replace(own, run=answer_for(job, answer_for(other, own.run)))


@pytest.mark.parametrize("kind", ALL)
def test_an_answer_is_what_would_have_been_trained(kind: str) -> None:
    own, answer = answered(kind)
    assert pack_run(answer.run) == pack_run(own.run)
    assert FIRST not in repr(answer.run)


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "rewrite"])
def test_the_other_one_has_its_own_name_too(kind: str) -> None:
    own = ALL[kind]()
    assert FIRST in repr(answer_for(job_of(own.run.spec, named(kind, own.data)), own.run))


@pytest.mark.parametrize("kind", ALL)
def test_a_bundle_of_an_answer_comes_back(kind: str) -> None:
    _, answer = answered(kind)
    made = bundle_of([answer], (ENGLISH,))
    (back,) = read_bundle(made)
    assert pack_run(back.run) == pack_run(answer.run)
    assert back.data == answer.data if kind != "forecast" else back.data.fingerprint == answer.data.fingerprint
    assert FIRST.encode() not in made
