"""Watch: what it keeps and tells of a training, and that a stop in mid-epoch counts as no epoch."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from rnn_core.forecast import watch as forecast_watch
from rnn_core.forecast.watch import CurveWatch
from rnn_core.learning import watch
from rnn_core.learning.events import BatchDone, EpochDone, Event


@pytest.fixture(autouse=True)
def _every_batch_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SECONDS_BETWEEN_BATCHES", 0.0)


def watching(told: list[Event], *, answers: list[bool]) -> CurveWatch:
    """A watch over a model that does nothing; `answers` to "should this training stop?", the last one for ever."""
    coming: Iterator[bool] = iter(answers)
    found = CurveWatch(
        epochs=3,
        batches=2,
        on_event=told.append,
        should_stop=lambda: next(coming, answers[-1]),
        draw=lambda: (1.0, 2.0),
    )
    found.set_model(SimpleNamespace(stop_training=False))
    found.on_train_begin()
    return found


def test_an_epoch_to_its_end_is_kept_and_told() -> None:
    told: list[Event] = []
    found = watching(told, answers=[False])
    for batch in (0, 1):
        found.on_train_batch_end(batch, {"loss": 0.5})
    found.on_epoch_end(0, {"loss": 0.25})
    assert [type(event) for event in told] == [BatchDone, BatchDone, EpochDone]
    assert [(epoch.epoch, epoch.loss) for epoch in found.history] == [(1, 0.25)]
    assert (found.stopped, found.model.stop_training) == (False, False)


def test_a_stop_in_mid_epoch_is_not_counted_as_an_epoch() -> None:
    told: list[Event] = []
    # Asked after the two batches and the end of the first epoch, then after the first batch of the second.
    found = watching(told, answers=[False, False, False, True])
    for batch in (0, 1):
        found.on_train_batch_end(batch, {"loss": 0.5})
    found.on_epoch_end(0, {"loss": 0.25})
    found.on_train_batch_end(0, {"loss": 0.2})
    assert [(epoch.epoch, epoch.loss) for epoch in found.history] == [(1, 0.25)]
    assert [type(event) for event in told] == [BatchDone, BatchDone, EpochDone, BatchDone]
    assert (found.stopped, found.model.stop_training) == (True, True)


def test_a_stop_within_the_first_epoch_leaves_no_epoch() -> None:
    told: list[Event] = []
    found = watching(told, answers=[True])
    found.on_train_batch_end(0, {"loss": 0.5})
    assert (found.history, found.stopped, found.lost(1)) == ([], True, False)


def test_validation_goes_on_audibly_and_can_be_stopped() -> None:
    told: list[Event] = []
    found = watching(told, answers=[False, False, True])
    found.on_train_batch_end(1, {"loss": 0.5})
    for batch in (0, 1):
        found.on_test_batch_end(batch, {"loss": 0.7})
    assert [(event.share, event.loss) for event in told if isinstance(event, BatchDone)] == [(1.0, 0.5)] * 3
    assert (found.stopped, found.model.stop_training) == (True, True)


def test_a_stop_at_the_end_of_an_epoch_keeps_that_epoch() -> None:
    found = watching([], answers=[True])
    found.on_epoch_end(0, {"loss": 0.5})
    assert [epoch.epoch for epoch in found.history] == [1]
    assert found.stopped


@pytest.mark.parametrize(("drawing", "expected"), [(0.5, 20), (4.0, 6)])
def test_drawing_takes_no_more_than_its_share(monkeypatch: pytest.MonkeyPatch, drawing: float, expected: int) -> None:
    # Epochs of ten seconds; curves of four seconds each are drawn after epochs 1, 4, 8, 11, 15 and 19.
    clock = SimpleNamespace(now=0.0)
    monkeypatch.setattr(watch, "time", SimpleNamespace(monotonic=lambda: clock.now))
    monkeypatch.setattr(forecast_watch, "frame_epochs", lambda _epochs: frozenset({1}))

    def draw() -> tuple[float, ...]:
        clock.now += drawing
        return (1.0,)

    told: list[Event] = []
    found = CurveWatch(epochs=20, batches=1, on_event=told.append, should_stop=lambda: False, draw=draw)
    found.set_model(SimpleNamespace(stop_training=False))
    found.on_train_begin()
    for epoch in range(20):
        clock.now += 10.0
        found.on_epoch_end(epoch, {"loss": 0.5})
    curves = [event.curve for event in told if isinstance(event, EpochDone) and event.curve]
    assert len(curves) == expected
