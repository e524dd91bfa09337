"""Lists: filters, orders and pages, against the same asked of plain Python values."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event

from rnn_core.forecast import ForecastSpec
from rnn_core.series import Series
from rnn_core.store import Order, Query, RunLine, RunStore, Stage, short_name
from rnn_core.store.rows import fold
from rnn_core.store.searching import find_name
from tests.store.stored import ANN, BOB, SPEC, WALK, a_result, a_series, begin, change_tables, finished

OIL = a_series("Öl 石油", column="Preis", unit="€")
NAN = math.nan


@dataclass(frozen=True)
class Made:
    """A run that was put down, and all that is known of it."""

    line: RunLine
    owner: str


def put_down(
    store: RunStore, spec: ForecastSpec, series: Series, owner: str, scores: tuple[float, float] | None, **words: Any
) -> None:
    """A run with this RMSE and that of the naive line; without scores it is unfinished."""
    name = begin(store, spec, series, owner)
    store.change(name, owner, **{"pinned": False} | words)
    if scores is not None:
        run = a_result(spec, series, stopped=words.get("note") == "stopped")
        rmse, naive = scores
        scored = {"scores": replace(run.scores, rmse=rmse), "naive_scores": replace(run.naive_scores, rmse=naive)}
        store.finish(name, replace(run, **scored))


def fill(store: RunStore) -> tuple[Made, ...]:
    """Runs of two owners that differ in all that is asked for."""
    oil = SPEC.change(target="Preis", cell="LSTM")
    put_down(store, SPEC, WALK, ANN, (2.0, 1.0), title="zebra", note="100 % of_it")
    put_down(store, SPEC.change(seed=2), WALK, ANN, (0.5, 1.0), title="Äpfel", pinned=True)
    put_down(store, SPEC.change(seed=3), WALK, ANN, (NAN, 1.0), title="straße")
    put_down(store, SPEC.change(seed=4), WALK, ANN, None, note="Γρήγορα")
    put_down(store, SPEC.change(seed=5), WALK, ANN, (1.0, 0.0), note="stopped")
    put_down(store, SPEC.change(seed=6, cell="SimpleRNN"), WALK, ANN, (2.0, 1.0), title="Zebra", pinned=True)
    put_down(store, oil, OIL, ANN, (0.9, 1.0), title="apfel", note="\\_%")
    put_down(store, oil.change(seed=2), OIL, ANN, (1e300, 1e-300))
    put_down(store, oil.change(seed=3), OIL, BOB, (1.0, 1.0), title="Bob's zebra")
    put_down(store, SPEC, WALK, "", (3.0, 4.0), title="nobody's")
    deleted = finished(store, SPEC.change(seed=7), WALK, ANN)
    store.delete([deleted], ANN)
    of = {owner: store.find(Query(owner, limit=100)).lines for owner in (ANN, BOB, "")}
    return tuple(Made(line, owner) for owner, lines in of.items() for line in lines)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunStore, tuple[Made, ...]]]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('filled')}/runs.db"
    else:
        url = request.getfixturevalue("postgres").new_database("filled")
    store = RunStore(url)
    yield store, fill(store)
    store.close()


def answers(made: Made, query: Query) -> bool:
    line, spec = made.line, made.line.spec
    text = fold("\n".join([line.title, line.note, line.series, line.source, line.target, *spec.inputs, spec.cell]))
    closer = line.against_naive < 1
    return (
        query.owner in (None, made.owner)
        and all(word in text for word in fold(query.text).split())
        and (not query.cells or spec.cell in query.cells)
        and (not query.stages or line.stage in query.stages)
        and (not query.series or line.series in query.series)
        and (query.better is None or (closer == query.better and not math.isnan(line.naive_rmse)))
    )


def rank(line: RunLine, order: Order) -> tuple[Any, ...]:
    """What a list is sorted by, without what is equal in all."""
    begun = line.begun.timestamp()
    first: dict[Order, tuple[Any, ...]] = {
        "newest": (),
        "oldest": (begun,),
        "rmse": last_if_none(line.rmse),
        "against_naive": last_if_none(line.against_naive),
        "title": (line.title == "", fold(line.title)),
        "series": (fold(line.series),),
    }
    return (not line.pinned, *first[order], -begun, line.name)


def last_if_none(value: float) -> tuple[bool, float]:
    return math.isnan(value), 0.0 if math.isnan(value) else value


QUERIES = st.builds(
    Query,
    owner=st.sampled_from([None, ANN, BOB, "", "carl"]),
    text=st.sampled_from(
        ["", "ZEBRA", "zebra gru", "äpfel", "STRASSE", "γρήγορα", "石油", "walk", "%", "_", "\\", "100 %", "'", "preis"]
    )
    | st.text(max_size=3),
    cells=st.sampled_from([(), ("GRU",), ("LSTM", "SimpleRNN"), ("none",)]),
    stages=st.sampled_from([(), (Stage.FINISHED,), (Stage.UNFINISHED, Stage.STOPPED)]),
    series=st.sampled_from([(), ("Walk",), (OIL.name,), ("Walk", OIL.name), ("walk",)]),
    better=st.sampled_from([None, True, False]),
    order=st.sampled_from(get_args(Order)),
    offset=st.integers(0, 5),
    limit=st.integers(0, 12),
)


@given(query=QUERIES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_list_is_what_plain_python_would_choose_and_sort(
    filled: tuple[RunStore, tuple[Made, ...]], query: Query
) -> None:
    store, all_made = filled
    chosen = sorted((made.line for made in all_made if answers(made, query)), key=lambda line: rank(line, query.order))
    found = store.find(query)
    assert found.count == len(chosen)
    wanted = chosen[query.offset : query.offset + query.limit]
    assert [line.name for line in found.lines] == [line.name for line in wanted]


def test_words_of_any_alphabet_are_found_whatever_their_capitals(filled: tuple[RunStore, tuple[Made, ...]]) -> None:
    store, _ = filled
    for text, count in {
        "ÄPFEL": 1,
        "straSSe": 1,
        "ΓΡΉΓΟΡΑ": 1,
        "石": 2,
        "ÖL preis": 2,
        "zebra": 2,
        "gru walk": 5,
    }.items():
        assert store.find(Query(ANN, text=text)).count == count, text


def test_signs_of_the_query_language_stand_for_themselves(filled: tuple[RunStore, tuple[Made, ...]]) -> None:
    store, _ = filled
    for text, count in {"100 %": 1, "of_it": 1, "ofxit": 0, "\\_%": 1, "' or 1=1": 0, "/": 0}.items():
        assert store.find(Query(ANN, text=text)).count == count, text


def test_the_series_of_an_owner_are_named_once_in_alphabetical_order(store: RunStore) -> None:
    for rows, name in enumerate(("zinc", "Ägypten", "alpha", "Beta", "beta"), start=60):
        finished(store, SPEC, a_series(name, rows), ANN)
    finished(store, SPEC.change(seed=2), a_series("Beta"), ANN)
    finished(store, SPEC, a_series("Bob's"), BOB)
    assert store.series_names(ANN) == ("alpha", "Beta", "beta", "zinc", "Ägypten")
    assert store.series_names(None) == ("alpha", "Beta", "beta", "Bob's", "zinc", "Ägypten")
    assert store.series_names("carl") == ()


def test_a_short_name_stands_for_one_run(store: RunStore) -> None:
    name = finished(store)
    assert store.name_of(short_name(name)) == name
    assert store.name_of(name) == name
    assert store.name_of(name[:20]) == name


@pytest.mark.parametrize("bad", ["", "abc", "%" * 12, "_" * 12, "g" * 12, "0" * 65, "0" * 11 + "\0", "' or 1=1 --xx"])
def test_what_is_no_short_name_stands_for_nothing(store: RunStore, bad: str) -> None:
    finished(store)
    assert store.name_of(bad) is None


def test_a_short_name_of_two_runs_stands_for_neither(store: RunStore) -> None:
    for last in "01":
        store.begin("a" * 63 + last, SPEC, WALK, ANN)
    assert store.name_of("a" * 12) is None
    assert store.name_of("a" * 63 + "1") == "a" * 63 + "1"


def test_looking_up_a_short_name_uses_an_index(tmp_path: Path) -> None:
    store = RunStore(f"sqlite:///{tmp_path / 'runs.db'}")
    asked: list[str] = []

    def plan_of(connection: Connection) -> str:
        event.listen(connection, "before_cursor_execute", lambda *said: asked.append(said[2]))
        find_name(connection, "a" * 12)
        return str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0]}", ("a" * 12, "a" * 12 + "g")).all())

    plan = store._database.read(plan_of)
    assert "SEARCH run USING" in plan
    assert "(name>? AND name<?)" in plan
    store.close()


def test_runs_begun_at_the_same_moment_keep_their_order_from_page_to_page(store: RunStore, url: str) -> None:
    names = sorted(finished(store, SPEC.change(seed=seed)) for seed in range(7))
    change_tables(url, "UPDATE run SET begun = '2024-01-01 00:00:00.000000'")
    pages = [store.find(Query(ANN, offset=offset, limit=3)) for offset in (0, 3, 6)]
    assert [line.name for page in pages for line in page.lines] == names
    assert {page.count for page in pages} == {7}
