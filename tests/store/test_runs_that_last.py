"""What is put down is there again, as it was, also for another server and after the first has ended."""

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rnn_core.errors import RecordError, StoreError
from rnn_core.series import Series
from rnn_core.store import Query, RunLine, RunStore, Stage, run_name
from rnn_core.words import Amount, Sentence
from tests.made_up_runs import made_up_run
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
    name_of,
    same,
    seeds,
)

PROBLEM = Sentence("odd", "It was {day}: {much}.", {"day": date(2024, 2, 29), "much": Amount(float("nan"), "USD")})


def line(store: RunStore, name: str) -> RunLine:
    found = store.line(name)
    assert found is not None
    return found


def test_a_run_that_was_begun_is_unfinished_and_has_no_scores(store: RunStore) -> None:
    found = line(store, begin(store))
    assert (found.stage, found.spec, found.ended) == (Stage.UNFINISHED, SPEC, None)
    assert (found.series, found.unit, found.target, found.source, found.origin) == (
        ("Walk", "USD", "Close", "file:Walk", "own")
    )
    assert (found.title, found.note, found.pinned) == ("", "", False)
    assert all(math.isnan(score) for score in (found.rmse, found.mae, found.naive_rmse, found.against_naive))
    assert (found.parameters, found.seconds) == (0, 0.0)
    assert abs(found.begun - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_finished_run_comes_back_whole(store: RunStore, url: str) -> None:
    name, run = finished(store), a_result()
    store.close()
    again = RunStore(url)
    found = again.load(name)
    assert found is not None
    assert found.run is not None
    assert same(found.run, run)
    assert (found.owner, found.problem, found.line) == (ANN, None, again.line(name))
    assert (found.data.fingerprint, found.data.name, found.data.unit) == (WALK.fingerprint, "Walk", "USD")
    assert found.data.receipt == WALK.receipt
    assert (found.line.stage, found.line.rmse, found.line.mae) == (Stage.FINISHED, run.scores.rmse, run.scores.mae)
    assert (found.line.naive_rmse, found.line.parameters) == (run.naive_scores.rmse, run.parameters)
    assert found.line.ended is not None
    assert found.line.ended >= found.line.begun
    again.close()


def test_a_run_whose_numbers_grew_beyond_all_bounds_is_kept(store: RunStore) -> None:
    name, run = begin(store), made_up_run(SPEC, WALK, None)
    store.finish(name, run)
    found = store.load(name)
    assert found is not None
    assert same(found.run, run)
    assert math.isnan(found.line.rmse)


def test_a_stopped_run_keeps_what_it_had(store: RunStore) -> None:
    name = begin(store)
    store.finish(name, a_result(stopped=True))
    found = store.load(name)
    assert found is not None
    assert (found.line.stage, found.run is not None) == (Stage.STOPPED, True)


@pytest.mark.parametrize("stage", [Stage.STOPPED, Stage.FAILED, Stage.INTERRUPTED])
def test_a_run_that_ended_without_a_result_says_why(store: RunStore, stage: Stage) -> None:
    name = begin(store)
    store.end(name, stage, PROBLEM)
    found = store.load(name)
    assert found is not None
    assert (found.line.stage, found.run) == (stage, None)
    assert same(found.problem, PROBLEM)
    assert found.line.ended is not None


@pytest.mark.parametrize("stage", [Stage.UNFINISHED, Stage.FINISHED])
def test_no_run_ends_as_finished_without_a_result(store: RunStore, stage: Stage) -> None:
    with pytest.raises(ValueError, match="does not end as"):
        store.end(begin(store), stage)


def test_a_run_that_has_ended_is_not_ended_again(store: RunStore) -> None:
    whole, failed = finished(store), begin(store, SPEC.change(seed=2))
    store.end(failed, Stage.FAILED, PROBLEM)
    before = line(store, whole), line(store, failed)
    store.end(whole, Stage.STOPPED)
    store.end(failed, Stage.INTERRUPTED)
    store.end("nobody's", Stage.FAILED)
    assert (line(store, whole), line(store, failed)) == before


def test_the_result_of_a_run_that_nobody_began_is_refused(store: RunStore, url: str) -> None:
    with pytest.raises(StoreError, match="none called abc") as refused:
        store.finish("abc", a_result())
    assert refused.value.code == "unknown_run"
    assert count_rows(url, "result") == 0


@pytest.mark.parametrize("how", ["stopped", "failed", "deleted"])
def test_a_run_that_is_begun_again_starts_anew_and_keeps_its_words(store: RunStore, how: str) -> None:
    name = begin(store)
    if how == "failed":
        store.end(name, Stage.FAILED, PROBLEM)
    else:
        store.finish(name, a_result(stopped=how == "stopped"))
    store.change(name, ANN, title="Mine", note="the first", pinned=True)
    begun = line(store, name).begun
    if how == "deleted":
        store.delete([name], ANN)
    assert begin(store) == name
    found = store.load(name)
    assert found is not None
    assert (found.line.stage, found.run, found.line.ended) == (Stage.UNFINISHED, None, None)
    assert math.isnan(found.line.rmse)
    assert (found.line.title, found.line.note, found.line.pinned) == ("Mine", "the first", True)
    assert found.line.begun >= begun
    assert store.find(Query(ANN)).count == 1


def test_a_finished_run_that_is_begun_again_keeps_its_result_until_there_is_another(store: RunStore, url: str) -> None:
    name = finished(store)
    store.change(name, ANN, title="Mine")
    before = store.load(name)
    assert before is not None
    assert begin(store) == name
    store.end(name, Stage.FAILED, PROBLEM)
    store.finish(begin(store), a_result(stopped=True))
    begin(store)
    store.close()  # as when the process is killed, but that others notice at once
    again = RunStore(url)
    found = again.load(name)
    assert found is not None
    assert found.line == before.line
    assert same(found.run, before.run)
    again.finish(begin(again), a_result(seconds=77.0))
    assert line(again, name).seconds == 77.0
    again.close()


def test_a_run_that_another_server_finishes_meanwhile_keeps_that_result(store: RunStore, url: str) -> None:
    other = RunStore(url)
    assert store.line(name_of()) is None
    name = finished(other)
    begin(store)
    store.close()
    assert line(other, name).stage == Stage.FINISHED
    assert count_rows(url, "result") == 1
    other.close()


def test_a_stopped_run_from_elsewhere_does_not_replace_a_whole_one(store: RunStore) -> None:
    name = finished(store)
    assert store.save(a_result(stopped=True), WALK, ANN, title="From a friend") == name
    found = store.load(name)
    assert found is not None
    assert (found.line.stage, found.line.title) == (Stage.FINISHED, "From a friend")
    assert same(found.run, a_result())


def test_a_problem_is_gone_when_the_run_is_finished_after_all(store: RunStore) -> None:
    name = begin(store)
    store.end(name, Stage.INTERRUPTED, PROBLEM)
    store.finish(name, a_result())
    found = store.load(name)
    assert found is not None
    assert (found.line.stage, found.problem) == (Stage.FINISHED, None)


def test_one_series_of_many_runs_is_kept_once(store: RunStore, url: str) -> None:
    for spec in seeds(3):
        finished(store, spec)
    finished(store, SPEC, WALK, BOB)
    assert count_rows(url, "series") == 1
    # The same numbers under another name are another person's words.
    found = store.load(finished(store, SPEC, a_series("Payroll"), "carl"))
    assert found is not None
    assert found.data.name == "Payroll"
    assert count_rows(url, "series") == 2


def test_a_run_that_was_made_elsewhere_is_taken_in_whole(store: RunStore) -> None:
    run = a_result()
    name = store.save(run, WALK, BOB, title="From a friend", note="look")
    assert name == run_name(run.key, BOB) == name_of(owner=BOB)
    found = store.load(name)
    assert found is not None
    assert same(found.run, run)
    assert (found.line.stage, found.line.title, found.line.note, found.owner) == (
        (Stage.FINISHED, "From a friend", "look", BOB)
    )
    assert found.line.rmse == run.scores.rmse


def test_a_run_that_is_taken_in_again_is_replaced_but_for_a_persons_words(store: RunStore) -> None:
    name = store.save(a_result(), WALK, BOB, title="From a friend")
    store.change(name, BOB, note="mine", pinned=True)
    assert store.save(a_result(seconds=77.0), WALK, BOB) == name
    found = line(store, name)
    assert (found.title, found.note, found.pinned, found.seconds) == ("From a friend", "mine", True, 77.0)
    assert store.find(Query(None)).count == 1


def test_words_and_names_of_any_alphabet_come_back(store: RunStore) -> None:
    series = a_series("Żółw 日経 \N{SNAKE}", column="收盘价", unit="円")
    spec = SPEC.change(target="收盘价")
    name = finished(store, spec, series)
    store.change(name, ANN, title="Über „uns“ 'or' 1=1; --", note="первая\nстрока")
    found = line(store, name)
    assert (found.series, found.unit, found.target) == (series.name, "円", "收盘价")
    assert (found.title, found.note) == ("Über „uns“ 'or' 1=1; --", "первая\nстрока")


def test_what_no_database_keeps_as_text_is_left_out(store: RunStore) -> None:
    name = finished(store, SPEC, a_series("a\0b"))
    assert store.change(name, ANN, title="x\0y\ud800z")
    assert (line(store, name).series, line(store, name).title) == ("ab", "xyz")
    assert store.find(Query(ANN, text="\0")).count == 1


def test_there_is_no_run_that_nobody_put_down(store: RunStore) -> None:
    assert store.load("f" * 64) is None
    assert store.line("f" * 64) is None


@pytest.mark.parametrize("column", ["result.record", "series.record", "run.spec", "run.problem"])
def test_a_damaged_record_is_refused_in_a_sentence(store: RunStore, url: str, column: str) -> None:
    name, (table, field) = finished(store), column.split(".")
    change_tables(url, f"UPDATE {table} SET {field} = :junk", junk=b"junk" if field == "record" else "{junk")
    with pytest.raises(RecordError, match="damaged"):
        store.load(name)


def test_a_damaged_line_does_not_take_the_list_with_it(store: RunStore, url: str) -> None:
    whole, damaged = finished(store), finished(store, SPEC.change(seed=2))
    change_tables(url, 'UPDATE run SET spec = \'{"cell": "gone"}\' WHERE name = :name', name=damaged)
    assert [found.name for found in store.find(Query(ANN)).lines] == [whole]
    with pytest.raises(RecordError, match="damaged"):
        store.line(damaged)


def test_a_run_of_a_million_weights_is_kept(store: RunStore) -> None:
    name, run = begin(store), a_result(model_file=bytes(range(256)) * 20_000)
    big = replace(run, weights=(run.weights[0].repeat(100_000),))
    store.finish(name, big)
    found = store.load(name)
    assert found is not None
    assert same(found.run, big)


def test_a_series_is_packed_alike_by_every_server(store: RunStore, url: str) -> None:
    finished(store)
    other = RunStore(url)
    frame = WALK.frame.copy()
    finished(other, SPEC.change(seed=2), Series(WALK.name, frame, WALK.receipt, WALK.unit))
    assert count_rows(url, "series") == 1
    other.close()
