"""What a person's texts say stays out of logs: a value that is shown there, perhaps in a traceback, keeps still."""

from typing import Any

import pytest

from rnn_core.engine.status import State, Status
from rnn_core.engine.text_jobs import SentimentJob, WriteJob
from rnn_core.text.examples import Examples
from rnn_core.text.passage import Passage
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.write.spec import WriteSpec

PASSAGE = Passage("diary", "a secretive line\n" * 20, "own", "en")
EXAMPLES = Examples("letters", ("a secretive letter", "another secretive one"), ("privately", "openly"), "own", "en")
JOBS = (WriteJob(WriteSpec(), PASSAGE), SentimentJob(SentimentSpec(), EXAMPLES))


@pytest.mark.parametrize("value", [PASSAGE, EXAMPLES, *JOBS, *(Status("a", job, State.QUEUED) for job in JOBS)])
def test_a_value_does_not_say_its_texts(value: Any) -> None:
    for word in ("secretive", "privately", "openly"):
        assert word not in repr(value)
        assert word not in str(value)
    assert "own" in repr(value)
