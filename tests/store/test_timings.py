"""What runs took is kept beside their lines, for those that were trained whole at this workplace."""

from dataclasses import replace

import pytest

from rnn_core.forecast.costs.speed import workplace
from rnn_core.forecast.costs.work import work_done
from rnn_core.store import RunStore, Stage
from rnn_core.store.migrating import VERSION_TABLE
from tests.store.stored import ANN, SPEC, WALK, a_result, begin, change_tables, finished, seeds


def test_a_finished_run_tells_what_it_was_and_what_it_took(store: RunStore) -> None:
    name = begin(store)
    run = a_result(seconds=12.5)
    store.finish(name, run)
    (timing,) = store.timings(workplace())
    line = store.line(name)
    assert line is not None
    assert (timing.work, timing.seconds) == (work_done(run), 12.5)
    assert (timing.begun, timing.ended) == (line.begun, line.ended)


def test_the_newest_come_first_and_no_more_than_are_asked_for(store: RunStore) -> None:
    for number, spec in enumerate(seeds(4)):
        store.finish(begin(store, spec), a_result(spec, seconds=1.0 + number))
    assert [timing.seconds for timing in store.timings(workplace(), limit=3)] == [4.0, 3.0, 2.0]


def test_a_run_that_was_stopped_or_is_not_over_tells_nothing(store: RunStore) -> None:
    begin(store, seeds(2)[0])
    store.finish(begin(store, seeds(2)[1]), a_result(seeds(2)[1], stopped=True))
    assert store.timings(workplace()) == ()


def test_a_run_that_was_made_elsewhere_tells_nothing(store: RunStore) -> None:
    store.save(a_result(), WALK, ANN)
    assert store.timings(workplace()) == ()
    finished(store, seeds(2)[1])
    store.save(a_result(seeds(2)[1]), WALK, ANN)
    assert store.timings(workplace()) == ()


def test_what_another_machine_took_is_no_measure_for_this_one(store: RunStore) -> None:
    finished(store)
    assert store.timings("another machine") == ()


def test_a_deleted_run_still_tells_what_it_took(store: RunStore) -> None:
    store.delete([finished(store)], ANN)
    assert len(store.timings(workplace())) == 1


@pytest.mark.parametrize("said", ["", "[]", "{}", '{"form": 0}', '{"form": 1, "units": 3}'])
def test_what_cannot_be_read_is_left_out(store: RunStore, url: str, said: str) -> None:
    for spec in seeds(2):
        last = finished(store, spec)
    change_tables(url, "UPDATE run SET work = :said WHERE name = :name", said=said, name=last)
    assert len(store.timings(workplace())) == 1


def test_results_are_counted_as_they_are_put_down(store: RunStore) -> None:
    assert store.finished == 0
    finished(store)
    assert store.finished == 1


def test_runs_of_before_there_were_timings_stay_and_tell_nothing(store: RunStore, url: str) -> None:
    name = finished(store)
    store.close()
    for index in ("run_of_job", "run_at_workplace"):
        change_tables(url, f"DROP INDEX {index}")
    for column in ("workplace", "work", "kind", "score"):
        change_tables(url, f"ALTER TABLE run DROP COLUMN {column}")
    change_tables(url, f"UPDATE {VERSION_TABLE} SET version_num = '0001'")
    again = RunStore(url)
    line = again.line(name)
    assert line is not None
    assert line.stage is Stage.FINISHED
    assert again.timings(workplace()) == ()
    again.finish(begin(again, SPEC.change(seed=9)), replace(a_result(SPEC.change(seed=9)), seconds=2.0))
    assert [timing.seconds for timing in again.timings(workplace())] == [2.0]
    again.close()
