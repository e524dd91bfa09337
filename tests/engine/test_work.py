"""What runs in a worker, without any: a refusal is given back, so that nobody logs its words."""

import pickle
from types import SimpleNamespace

import pytest

from rnn_core.engine import work
from rnn_core.engine.link import _outcome
from rnn_core.errors import SpecError
from tests.engine.engine_jobs import small_job

REFUSAL = SpecError("too_few_of_a_label", "The label {label} has too few texts.", label="privately")


@pytest.fixture
def trainer(monkeypatch):
    """A trainer that raises what stands in its list."""
    raised = []

    def train(*_material, **_named):
        raise raised[0]

    monkeypatch.setattr(work, "Reporter", lambda _ticket: lambda _event: None)
    monkeypatch.setattr(work, "StopWatch", lambda _ticket: lambda: False)
    monkeypatch.setattr(work, "import_module", lambda _name: SimpleNamespace(train=train))
    return raised


def test_a_refusal_is_given_back_and_comes_out_as_it_was(trainer):
    trainer.append(REFUSAL)
    given = work.run_job(small_job(), "one")
    assert given is REFUSAL
    assert given.__traceback__ is None
    crossed = pickle.loads(pickle.dumps(given))  # noqa: S301
    outcome = _outcome(SimpleNamespace(result=lambda: crossed))
    assert isinstance(outcome, SpecError)
    assert outcome.sentence == REFUSAL.sentence


def test_what_nobody_foresaw_is_raised(trainer):
    trainer.append(ZeroDivisionError("by zero"))
    with pytest.raises(ZeroDivisionError):
        work.run_job(small_job(), "one")
