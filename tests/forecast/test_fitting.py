"""Fitting keeps to a person's patience, on a clock of our own: news twice a second, and Stop within a second."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec, train
from rnn_core.forecast.learner import Learner
from rnn_core.learning import fitting, watch
from rnn_core.learning.events import BatchDone, EpochDone, Event
from rnn_core.learning.fitting import Pace
from tests.forecast.forecast_series import wave


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A clock that stands still unless it is told to go on."""
    found = SimpleNamespace(now=0.0)
    time = SimpleNamespace(perf_counter=lambda: found.now, monotonic=lambda: found.now)
    for module in (fitting, watch):
        monkeypatch.setattr(module, "time", time)
    return found


def taken_on(clock: SimpleNamespace, seconds_per_batch: Sequence[float], left: int = 10_000) -> list[int]:
    """How many batches each call takes on, which then take so many seconds each."""
    pace, found = Pace(), []
    for seconds in seconds_per_batch:
        found.append(pace.batches(left))
        with pace.measured(found[-1]):
            clock.now += found[-1] * seconds
    return found


# Seconds are powers of 2, so that a clock adds them up without rounding. Half of 0.25 s is the aim.
@pytest.mark.parametrize(
    ("seconds_per_batch", "expected"),
    [
        ([1 / 1024] * 4, [1, 1, 128, 128]),
        ([1 / 64] * 3, [1, 1, 8]),
        ([32.0, 1 / 1024, 1 / 1024], [1, 1, 128]),  # the first call compiles
        ([1 / 1024, 1 / 1024, 1 / 64, 1 / 64, 1 / 1024, 1 / 1024], [1, 1, 128, 8, 8, 128]),  # slower for a while
    ],
)
def test_a_call_takes_on_what_fits_into_half_the_time_between_two_words(
    clock: SimpleNamespace, seconds_per_batch: list[float], expected: list[int]
) -> None:
    assert taken_on(clock, seconds_per_batch) == expected


def test_a_call_takes_on_no_more_than_is_left(clock: SimpleNamespace) -> None:
    assert taken_on(clock, [1 / 1024] * 3, left=5) == [1, 1, 5]


def test_a_call_takes_on_one_batch_at_least(clock: SimpleNamespace) -> None:
    assert taken_on(clock, [4.0] * 4) == [1, 1, 1, 1]


@pytest.fixture
def every_batch_takes(clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets each batch take so many seconds, whether it is learnt from or checked with; nothing else takes any."""

    def batches_take(seconds: float) -> None:
        for name in ("learn", "check"):
            monkeypatch.setattr(Learner, name, slowly(getattr(Learner, name), clock, seconds))

    return batches_take


def slowly(do: Callable[..., Any], clock: SimpleNamespace, seconds: float) -> Callable[..., Any]:
    def slow(learner: Learner, feed: Any, first: int, last: int) -> Any:
        clock.now += seconds * (last - first)
        return do(learner, feed, first, last)

    return slow


# One window a batch: 156 of them an epoch.
LONG: dict[str, Any] = {"cell": "SimpleRNN", "units": 2, "window": 4, "batch_size": 1, "epochs": 2}
WINDOWS = 156


@pytest.mark.parametrize("seconds", [1 / 128, 1 / 4])
def test_there_is_news_twice_a_second(
    clock: SimpleNamespace, every_batch_takes: Callable[[float], None], seconds: float
) -> None:
    every_batch_takes(seconds)
    told: list[Event] = []
    train(ForecastSpec(**LONG), wave(200), told.append)
    news = [event.seconds for event in told if isinstance(event, BatchDone | EpochDone)]
    assert np.diff([0.0, *news]).max() <= 0.5
    assert news[-1] == clock.now == 2 * WINDOWS * seconds
    # Not more often than anybody can read, either.
    assert len(news) <= 2 + clock.now / watch.SECONDS_BETWEEN_BATCHES


def test_stop_is_heeded_within_a_second(clock: SimpleNamespace, every_batch_takes: Callable[[float], None]) -> None:
    every_batch_takes(1 / 16)
    run = train(ForecastSpec(**LONG), wave(200), should_stop=lambda: clock.now >= 5)
    assert (run.stopped, run.history, run.best_epoch) == (True, (), 0)
    assert 5 <= clock.now <= 6
    assert np.isfinite(run.predicted).all()


@pytest.mark.parametrize("epochs", [0, 1])
def test_stop_is_heeded_within_a_second_while_a_long_validation_goes_on(
    clock: SimpleNamespace, every_batch_takes: Callable[[float], None], epochs: int
) -> None:
    every_batch_takes(1 / 16)
    # The first half of an epoch is learnt, the other half is validation.
    epoch = WINDOWS / 16
    stop = epochs * epoch + 0.75 * epoch
    asked: list[float] = []

    def should_stop() -> bool:
        asked.append(clock.now)
        return clock.now >= stop

    run = train(ForecastSpec(**LONG, validation_share=0.5, patience=1), wave(200), should_stop=should_stop)
    assert run.stopped
    assert len(run.history) == run.best_epoch == epochs
    assert stop <= clock.now <= stop + 1
    assert np.diff(asked).max() <= 1
    assert np.isfinite(run.predicted).all()
