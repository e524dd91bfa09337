"""Deleted runs are hidden, can be brought back for some days, and are then forgotten with all that only they needed."""

from datetime import UTC, datetime, timedelta

import pytest

from rnn_core.store import Query, RunStore, Stage, short_name
from rnn_core.store.forgetting import RUNS_LAST, SERIES_LAST
from tests.store.stored import (
    ANN,
    BOB,
    SPEC,
    WALK,
    a_result,
    a_series,
    begin,
    change_tables,
    count_rows,
    finished,
    same,
    seeds,
)


def turn_back(url: str, table: str, column: str, by: timedelta) -> None:
    """As if `by` had gone by since."""
    moment = (datetime.now(UTC) - by - timedelta(seconds=5)).replace(tzinfo=None)
    change_tables(url, f"UPDATE {table} SET {column} = :moment WHERE {column} IS NOT NULL", moment=str(moment))


def test_a_deleted_run_is_nowhere_to_be_seen(store: RunStore) -> None:
    name, other = finished(store), finished(store, SPEC.change(seed=2), a_series("Other"))
    assert store.delete([name], ANN) == 1
    assert (store.load(name), store.line(name), store.name_of(short_name(name))) == (None, None, None)
    assert [line.name for line in store.find(Query(None)).lines] == [other]
    assert store.find(Query(None)).count == 1
    assert store.series_names(None) == ("Other",)
    assert not store.change(name, ANN, title="still here?")
    assert store.delete([name], ANN) == 0


def test_a_deleted_run_comes_back_as_it_was(store: RunStore) -> None:
    name = finished(store)
    store.change(name, ANN, title="Mine", pinned=True)
    before = store.line(name)
    store.delete([name], ANN)
    assert store.restore([name, "unknown"], ANN) == 1
    assert store.line(name) == before
    assert store.restore([name], ANN) == 0
    found = store.load(name)
    assert found is not None
    assert same(found.run, a_result())


def test_nobody_deletes_or_restores_another_persons_run(store: RunStore) -> None:
    name = finished(store)
    assert store.delete([name], BOB) == 0
    assert store.delete([name], "") == 0
    assert store.line(name) is not None
    store.delete([name], None)
    assert store.restore([name], BOB) == 0
    assert store.restore([name], None) == 1


def test_many_runs_are_deleted_at_once(store: RunStore) -> None:
    names = [finished(store, spec) for spec in seeds(4)]
    assert store.delete(names[:3], ANN) == 3
    assert store.delete([], ANN) == 0
    assert store.restore(names, ANN) == 3


def test_a_deleted_run_that_is_begun_again_is_back(store: RunStore) -> None:
    name = finished(store)
    store.delete([name], ANN)
    begin(store)
    found = store.line(name)
    assert found is not None
    assert found.stage == Stage.UNFINISHED


def test_a_run_that_is_deleted_while_it_trains_can_still_finish(store: RunStore) -> None:
    name = begin(store)
    store.delete([name], ANN)
    store.finish(name, a_result())
    assert store.line(name) is None
    store.restore([name], ANN)
    found = store.load(name)
    assert found is not None
    assert found.run is not None


def test_what_was_deleted_long_ago_is_forgotten_for_good(store: RunStore, url: str) -> None:
    name, kept = finished(store, SPEC, a_series("Old")), finished(store, SPEC.change(seed=2), WALK)
    store.delete([name], ANN)
    turn_back(url, "run", "deleted_at", RUNS_LAST - timedelta(hours=1))
    store.tend()
    assert count_rows(url, "run") == 2
    turn_back(url, "run", "deleted_at", RUNS_LAST)
    turn_back(url, "series", "touched", SERIES_LAST)
    store.tend()
    assert [count_rows(url, table) for table in ("run", "result", "series")] == [1, 1, 1]
    assert store.restore([name], None) == 0
    assert store.load(kept) is not None


def test_a_series_that_was_put_down_lately_is_not_forgotten(store: RunStore, url: str) -> None:
    store.delete([finished(store)], ANN)
    turn_back(url, "run", "deleted_at", RUNS_LAST)
    store.tend()
    assert [count_rows(url, table) for table in ("run", "series")] == [0, 1]
    turn_back(url, "series", "touched", SERIES_LAST)
    finished(store)  # it is needed again
    store.delete([finished(store)], ANN)
    turn_back(url, "run", "deleted_at", RUNS_LAST)
    store.tend()
    assert [count_rows(url, table) for table in ("run", "series")] == [0, 1]


@pytest.mark.parametrize("words", [{"title": "New"}, {"note": "why"}, {"pinned": True}, {"title": "", "pinned": False}])
def test_a_persons_words_are_changed_one_by_one(store: RunStore, words: dict[str, object]) -> None:
    name = finished(store)
    store.change(name, ANN, title="Old", note="old", pinned=False)
    assert store.change(name, ANN, **words)
    found = store.line(name)
    assert found is not None
    said = {"title": found.title, "note": found.note, "pinned": found.pinned}
    assert said == {"title": "Old", "note": "old", "pinned": False} | words


def test_nobody_changes_another_persons_words(store: RunStore) -> None:
    name = finished(store)
    assert not store.change(name, BOB, title="Mine now")
    assert not store.change("unknown", ANN, title="x")
    assert store.change(name, None, title="Everybody's")
    assert store.find(Query(ANN, text="everybody")).count == 1


@pytest.mark.parametrize("words", [{}, {"rmse": "0"}, {"title": "x", "stage": "finished"}])
def test_nothing_but_words_and_pin_can_be_changed(store: RunStore, words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="Only a title"):
        store.change(finished(store), ANN, **words)
