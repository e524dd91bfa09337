"""What a training with text really gives comes back out of a bundle, whole or stopped."""

from collections.abc import Callable
from typing import Any

import pytest

from rnn_core.export import Exported, bundle_of, read_bundle
from rnn_core.learning.events import EpochDone
from rnn_core.records import pack_run
from rnn_core.text import rewrite, sentiment, write
from tests.engine.text_jobs import KINDS, text_job
from tests.export.bundle_runs import ENGLISH

TRAIN = {"write": write.train, "sentiment": sentiment.train, "rewrite": rewrite.train}


def trained(kind: str, stop: Callable[[list[Any]], bool] = lambda _: False, **fields: Any) -> Exported:
    job = text_job(kind)
    spec, events = job.spec.change(**fields), []
    material = (spec, *job.material[1:])
    run = TRAIN[kind](*material, events.append, should_stop=lambda: stop(events))
    return Exported(run, job.data)


def comes_back(one: Exported) -> None:
    (back,) = read_bundle(bundle_of([one], [ENGLISH]))
    assert pack_run(back.run) == pack_run(one.run)
    assert back.data == one.data


@pytest.mark.parametrize("kind", KINDS)
def test_a_trained_run_comes_back_with_its_network(kind: str) -> None:
    one = trained(kind)
    assert one.run.model_file
    assert not one.run.stopped
    comes_back(one)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("after", [0, 1])
def test_a_run_that_was_stopped_comes_back(kind: str, after: int) -> None:
    def stop(events: list[Any]) -> bool:
        return sum(isinstance(one, EpochDone) for one in events) >= after

    one = trained(kind, stop, epochs=4)
    assert one.run.stopped
    comes_back(one)


def test_a_run_of_early_stopping_comes_back() -> None:
    comes_back(trained("sentiment", patience=1, epochs=6, learning_rate=0.3))
