"""What a dead server left unfinished is interrupted; what a living one is at is left alone."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psutil
import pytest

from rnn_core.store import Query, RunStore, Stage
from rnn_core.store.database import Database
from rnn_core.store.servers import INTERRUPTED, SILENCE, Server, beat, this_server
from tests.store.stored import SPEC, a_result, begin, change_tables, count_rows, finished, same


@pytest.fixture
def ended() -> int:
    """The number of a process that is no more."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    return gone.pid


@pytest.fixture
def zombie() -> Iterator[int]:
    """The number of a process that has ended and waits to be noticed."""
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read()  # until it ends
    while psutil.Process(child.pid).status() != psutil.STATUS_ZOMBIE:
        pass
    yield child.pid
    child.wait()
    child.stdout.close()


def stage(store: RunStore, name: str) -> Stage:
    found = store.line(name)
    assert found is not None
    return found.stage


def left_by(store: RunStore, url: str, server: Server, *, silent: timedelta = timedelta(0)) -> str:
    """A run that `server` began, and has not finished when it was last seen so long ago."""
    name = begin(store)
    database = Database(url)
    database.write(lambda connection: beat(connection, server, datetime.now(UTC) - silent))
    database.close()
    change_tables(url, "UPDATE run SET server = :server", server=server.id)
    return name


def test_what_a_closed_store_was_at_is_interrupted(store: RunStore, url: str) -> None:
    first = RunStore(url)
    at_work, whole = begin(first), finished(first, SPEC.change(seed=2))
    first.close()
    found = store.load(at_work)
    assert found is not None
    assert (found.line.stage, found.run) == (Stage.INTERRUPTED, None)
    assert same(found.problem, INTERRUPTED)
    assert found.line.ended is not None
    assert stage(store, whole) == Stage.FINISHED
    assert count_rows(url, "server") == 0


def test_a_store_can_be_closed_twice(url: str) -> None:
    store = RunStore(url)
    begin(store)
    store.close()
    store.close()


def test_two_living_servers_leave_each_others_runs_alone(store: RunStore, url: str) -> None:
    other = RunStore(url)
    mine, theirs = begin(store), begin(other, SPEC.change(seed=2))
    change_tables(url, "UPDATE server SET seen = :long_ago", long_ago="2024-01-01 00:00:00.000000")
    store.tend()
    other.tend()
    third = RunStore(url)
    assert [stage(third, name) for name in (mine, theirs)] == [Stage.UNFINISHED] * 2
    assert count_rows(url, "server") == 2
    third.close()
    other.close()
    assert [stage(store, name) for name in (mine, theirs)] == [Stage.UNFINISHED, Stage.INTERRUPTED]


def test_a_server_whose_process_is_gone_is_dead_at_once(store: RunStore, url: str, ended: int) -> None:
    name = left_by(store, url, replace(this_server(), pid=ended))
    store.tend()
    assert stage(store, name) == Stage.INTERRUPTED


def test_opening_a_store_looks_for_dead_servers(store: RunStore, url: str, ended: int) -> None:
    name = left_by(store, url, replace(this_server(), pid=ended))
    RunStore(url).close()
    assert stage(store, name) == Stage.INTERRUPTED


def test_a_process_that_has_ended_but_was_not_waited_for_is_dead(store: RunStore, url: str, zombie: int) -> None:
    name = left_by(store, url, replace(this_server(), pid=zombie, started=0.0))
    store.tend()
    assert stage(store, name) == Stage.INTERRUPTED


def test_another_process_with_the_number_of_a_server_is_not_that_server(store: RunStore, url: str) -> None:
    me = this_server()
    name = left_by(store, url, replace(me, started=me.started - 3600))
    store.tend()
    assert stage(store, name) == Stage.INTERRUPTED


@pytest.mark.parametrize(
    ("silent", "expected"),
    [(SILENCE - timedelta(seconds=20), Stage.UNFINISHED), (SILENCE + timedelta(seconds=20), Stage.INTERRUPTED)],
)
def test_a_server_elsewhere_is_dead_when_it_was_silent_for_long(
    store: RunStore, url: str, silent: timedelta, expected: Stage
) -> None:
    name = left_by(store, url, replace(this_server(), host="elsewhere"), silent=silent)
    store.tend()
    assert stage(store, name) == expected


def test_who_was_silent_itself_does_not_judge_others(store: RunStore, url: str) -> None:
    name = left_by(store, url, replace(this_server(), host="elsewhere"), silent=2 * SILENCE)
    store._tended = datetime.now(UTC) - 2 * SILENCE
    store.tend()
    assert stage(store, name) == Stage.UNFINISHED
    store.tend()  # by now, a living one has had the time to say so
    assert stage(store, name) == Stage.INTERRUPTED


def test_a_server_that_was_taken_for_dead_still_finishes_its_run(store: RunStore, url: str) -> None:
    sleeper = RunStore(url)
    name = begin(sleeper)
    change_tables(url, "UPDATE server SET host = 'elsewhere', seen = :long_ago", long_ago="2024-01-01 00:00:00.000000")
    store.tend()
    assert stage(store, name) == Stage.INTERRUPTED
    sleeper.tend()
    sleeper.finish(name, a_result())
    assert stage(store, name) == Stage.FINISHED
    again = begin(sleeper, SPEC.change(seed=2))
    store.tend()
    assert stage(store, again) == Stage.UNFINISHED
    assert store.find(Query(None)).count == 2
    sleeper.close()


def test_a_server_does_not_end_what_another_has_taken_over(store: RunStore, url: str) -> None:
    sleeper = RunStore(url)
    name = begin(sleeper)
    change_tables(url, "UPDATE server SET host = 'elsewhere', seen = :long_ago", long_ago="2024-01-01 00:00:00.000000")
    store.tend()
    begin(store)
    sleeper.end(name, Stage.INTERRUPTED)
    sleeper.close()
    assert stage(store, name) == Stage.UNFINISHED
    store.end(name, Stage.STOPPED)
    assert stage(store, name) == Stage.STOPPED


def test_a_run_whose_server_is_not_known_at_all_is_interrupted(store: RunStore, url: str) -> None:
    name = begin(store)
    change_tables(url, "DELETE FROM server")
    other = RunStore(url)
    assert stage(store, name) == Stage.INTERRUPTED
    other.close()


def test_a_server_that_only_reads_is_not_known(store: RunStore, url: str) -> None:
    store.tend()
    store.find(Query(None))
    assert count_rows(url, "server") == 0
