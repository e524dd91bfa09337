"""Learning goes on beside the page: it is asked without waiting, and nothing that goes wrong is the page's business."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from rnn_core.errors import StoreError
from rnn_core.forecast.costs import speed as speeds
from rnn_core.forecast.costs.amounts import ARITHMETIC, COSTS
from rnn_core.forecast.costs.experience import inexperienced
from rnn_core.forecast.costs.learning import Learning
from rnn_core.forecast.costs.speed import (
    REFERENCE,
    Speed,
    costs_at,
    measure_speed,
    recall_speed,
    remember_speed,
    speed_file,
    workplace,
)
from rnn_core.forecast.costs.work import Timing
from rnn_core.settings import Settings
from tests.forecast.costs.test_cost_experience import work

BEGUN = datetime(2026, 11, 21, tzinfo=UTC)
SLOW = Timing(work(), 1000.0, BEGUN, BEGUN + timedelta(seconds=1001))


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(speeds, "settings", lambda: Settings(cache_folder=tmp_path / "cache"))


def test_who_asks_while_a_database_is_silent_does_not_wait() -> None:
    let_go = Event()

    def read() -> list[Timing]:
        assert let_go.wait(30)
        return [SLOW]

    learning = Learning(read, 2)
    before = learning.experience(0).seconds(work())
    assert before == learning.experience(0).seconds(work()) == inexperienced().seconds(work())
    let_go.set()
    learning.wait()
    assert learning.experience(0).seconds(work()) > 10 * before


def test_timings_are_read_again_only_when_there_are_new_ones() -> None:
    asked: list[int] = []
    learning = Learning(lambda: asked.append(1) or (), 2)
    for finished in (0, 0, 0, 1, 1, 2):
        learning.experience(finished)
        learning.wait()
    assert len(asked) == 3


def test_a_database_that_cannot_be_read_leaves_what_is_known_of_the_machine() -> None:
    def read() -> list[Timing]:
        raise StoreError("gone", "The database is gone.")

    learning = Learning(read, 2)
    learning.experience(0)
    learning.wait()
    assert learning.experience(0).seconds(work()) == inexperienced().seconds(work())


def test_what_was_learnt_outlives_a_database_that_is_gone_for_a_moment() -> None:
    answers = iter([[SLOW], None, [SLOW, SLOW]])

    def read() -> list[Timing]:
        found = next(answers)
        if found is None:
            raise StoreError("gone", "The database is gone.")
        return found

    learning = Learning(read, 2)
    told = []
    for finished in (0, 1, 1):
        learning.experience(finished)
        learning.wait()
        told.append(learning.experience(finished).seconds(work()))
        learning.wait()
    assert min(told) > 10 * inexperienced().seconds(work())
    assert next(answers, "read again") == "read again"


def test_the_speed_of_the_machine_is_measured_once_and_then_known() -> None:
    learning = Learning(tuple, 2)
    learning.experience(0)
    learning.wait()
    remember_speed()
    written = speed_file().read_text()
    remember_speed()
    assert speed_file().read_text() == written
    learning.experience(0)
    learning.wait()
    assert learning.experience(0).costs == costs_at(recall_speed()) != COSTS


def test_where_nothing_can_be_kept_the_speed_is_not_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(speeds, "settings", lambda: Settings(cache_folder=tmp_path / "file" / "cache"))
    remember_speed()
    assert recall_speed() is None


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"workplace": "elsewhere", "arithmetic": 1, "calls": 1}'])
def test_what_is_not_the_speed_of_this_machine_is_none(said: str) -> None:
    speed_file().parent.mkdir()
    speed_file().write_text(said)
    assert recall_speed() is None


def test_a_machine_that_multiplies_at_half_the_speed_needs_twice_as_long_for_arithmetic_alone() -> None:
    costs = costs_at(Speed(2 * REFERENCE.arithmetic, REFERENCE.calls))
    assert costs == {name: cost * (2 if name in ARITHMETIC else 1) for name, cost in COSTS.items()}


def test_the_workplace_is_that_of_the_scheduler_where_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert workplace()
    monkeypatch.setattr(speeds, "settings", lambda: Settings(scheduler="tcp://far:8786"))
    assert workplace() == "tcp://far:8786"


def test_a_speed_is_two_times_above_nothing() -> None:
    speed = measure_speed()
    assert speed.arithmetic > 0 < speed.calls
