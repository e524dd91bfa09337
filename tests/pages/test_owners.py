"""Whose training it is: who started it may stop it, who has only a link may watch; a refusal leaves all as it was."""

from dataclasses import replace
from unittest import mock

import numpy as np
import pandas as pd
import pytest

from pages.ui import trainings
from pages.ui.runs import changes
from pages.ui.series.kept import kept_files
from rnn_core.engine import Job, State, short_name
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt, Series, load_builtin, parse_source
from rnn_core.settings import Settings
from rnn_core.store import Stage
from rnn_core.words import Sentence
from tests.made_up_runs import made_up_run
from tests.pages.test_pages import job, texts

WALK = {"data": "builtin:walk", "window": "10", "cells": "LSTM,GRU"}
FULL = "Too many of yours are waiting"


def press_train(app):
    app.get_by_key("train").click().run()
    assert not app.exception
    return app


def states(fake_engine):
    return {status.key: status.state for status in fake_engine.statuses.values()}


def stops(app):
    return [button.key for button in app.button if str(button.key).startswith("stop_")]


def table(name):
    dates = pd.date_range("2020-01-01", periods=200, name="date")
    values = 50 + np.sin(np.arange(200) / 5)
    return Series(name, pd.DataFrame({"High": values}, index=dates), Receipt(name, "own"))


def test_pressing_train_puts_the_trainings_on_display(visit, fake_engine):
    app = press_train(visit("train", **WALK))
    assert [status.job.spec.cell for status in fake_engine.statuses.values()] == ["LSTM", "GRU"]
    assert set(fake_engine.owners.values()) == {app.session_state["owner"]}
    assert app.session_state["runs"] == tuple(fake_engine.statuses)
    assert len(stops(app)) == 3  # one a card, and all of them in the sidebar


def test_pressing_train_stops_the_earlier_runs_on_display(visit, fake_engine):
    app = press_train(visit("train", **WALK))
    earlier = [status.key for status in fake_engine.statuses.values()]
    app.get_by_key("set_seed").set_value(99).run()
    press_train(app)
    assert fake_engine.stopped == earlier
    assert [status.job.spec.seed for status in fake_engine.running(app.session_state["owner"])] == [99, 99]


def test_pressing_train_again_stops_nothing_that_goes_on(visit, fake_engine):
    app = press_train(visit("train", **WALK))
    press_train(app)
    assert fake_engine.stopped == []
    assert set(states(fake_engine).values()) == {State.QUEUED}


def test_pressing_train_leaves_what_another_visitor_has_in_training_alone(visit, fake_engine):
    press_train(visit("train", **WALK))
    link = ",".join(fake_engine.statuses)
    guest = visit("train", **WALK, seed="99", run=link)
    press_train(guest)
    assert fake_engine.stopped == []
    assert [states(fake_engine)[fake_engine.find(name).key] for name in link.split(",")] == [State.QUEUED] * 2


def test_who_has_only_a_link_may_watch_and_not_stop(visit, fake_engine):
    press_train(visit("train", **WALK))
    guest = visit("train", run=",".join(fake_engine.statuses))
    assert not guest.exception
    assert "Loss –" in texts(guest)
    assert stops(guest) == []


@pytest.mark.parametrize(("everybody", "state"), [(False, State.QUEUED), (True, State.STOPPED)])
def test_the_engine_stops_what_is_another_visitors_only_where_all_see_all(
    visit, fake_engine, monkeypatch, everybody, state
):
    app = press_train(visit("train", **WALK))
    (name, _) = states(fake_engine)
    monkeypatch.setattr(trainings, "settings", lambda: Settings(everybody_sees_all=everybody))
    monkeypatch.setattr(trainings.state, "owner", lambda: "a guest")
    trainings.stop([name])
    assert states(fake_engine)[name] is state
    monkeypatch.setattr(trainings.state, "owner", lambda: app.session_state["owner"])
    trainings.stop([name])
    assert states(fake_engine)[name] is State.STOPPED


def test_deleting_stops_what_is_in_training_whatever_the_list_said_of_it(fake_engine, store, monkeypatch):
    one = job()
    name = fake_engine.submit(one, "ann")
    store.begin(name, one.spec, one.series, "ann")
    old = replace(store.line(name), stage=Stage.FAILED)
    for part in ("state", "ticked"):
        monkeypatch.setattr(changes, part, mock.Mock(runs=tuple))
    monkeypatch.setattr(changes, "whose", lambda: "bob")
    changes.delete([old])
    assert (states(fake_engine), fake_engine.stopped) == ({name: State.QUEUED}, [])
    monkeypatch.setattr(changes, "whose", lambda: "ann")
    changes.delete([old])
    assert (states(fake_engine), fake_engine.stopped) == ({}, [name])


@pytest.mark.parametrize("free", [0, 1])
def test_a_refused_training_leaves_what_was_in_training_and_nothing_half_started(visit, fake_engine, free):
    app = press_train(visit("train", **WALK))
    before = states(fake_engine)
    shown = app.session_state["runs"]
    app.get_by_key("set_seed").set_value(99).run()
    fake_engine.refuse_after = free
    press_train(app)
    assert FULL in app.error[0].value
    assert {key: state for key, state in states(fake_engine).items() if key in before} == before
    assert [status.key for status in fake_engine.running(app.session_state["owner"])] == list(before)
    assert app.session_state["runs"] == shown


def test_a_refused_training_does_not_stop_a_part_of_it_that_went_on_already(visit, fake_engine):
    app = press_train(visit("train", **{**WALK, "cells": "LSTM"}))
    before = states(fake_engine)
    app.get_by_key("set_cells").set_value(["LSTM", "GRU"]).run()
    fake_engine.refuse_after = 0
    press_train(app)
    assert FULL in app.error[0].value
    assert (states(fake_engine), fake_engine.stopped) == (before, [])


def test_equal_numbers_of_two_visitors_never_show_the_other_ones_name(visit, fake_engine):
    names = ("his salary.csv", "her sales.csv")
    assert len({table(name).fingerprint for name in names}) == 1
    visitors = [
        press_train(visit("train", data=str(kept_files().keep(table(name))), window="10", cells="GRU"))
        for name in names
    ]
    assert len(fake_engine.statuses) == 2
    fake_engine.finish_all()
    for app, mine, other in zip(visitors, names, names[::-1], strict=True):
        app.session_state["result_tabs"] = "Data and settings"
        app.run()
        assert not app.exception
        assert f"Data: {mine}" in texts(app)
        assert other not in texts(app)
        # Asked for again, the finished run is the visitor's own.
        press_train(app)
        assert other not in texts(app)
    assert len(fake_engine.statuses) == 2


def test_a_result_outlives_its_file(visit, fake_engine):
    name = fake_engine.finish(Job(ForecastSpec.make(cell="GRU", window=10), table("gone.csv")))
    app = visit("train", data="file:0123456789abcdef", window="10", run=name)
    assert not app.exception
    assert "not on this server any more" not in texts(app)
    assert app.table[0].value.loc["GRU", "RMSE"] == "1.00"
    app.session_state["result_tabs"] = "Data and settings"
    assert "Data: gone.csv, column High" in texts(app.run())
    # The run has brought its series along, so that all else works too.
    assert kept_files().find(app.session_state["source"].name).series.name == "gone.csv"
    assert app.session_state["settings"] == {"window": 10, "target": "High"}
    assert not app.get_by_key("train").disabled


def test_a_link_cannot_put_a_series_in_the_place_of_somebodys_file(visit, fake_engine):
    name = fake_engine.finish(Job(ForecastSpec.make(cell="GRU", window=10), table("mine.csv")))
    visit("train", data="file:0123456789abcdef", run=name)
    assert kept_files().find("0123456789abcdef") is None


def test_a_run_on_other_data_does_not_hide_that_a_file_is_gone(visit, fake_engine):
    app = visit("train", data="file:0123456789abcdef", run=fake_engine.finish(job()))
    assert "not on this server any more" in texts(app)


def test_runs_of_different_tests_in_one_link_are_said_and_not_compared(visit, fake_engine):
    walk, shorter = job("GRU"), job("LSTM", test_share=0.1)
    other = Job(ForecastSpec.make(cell="SimpleRNN", window=10), load_builtin("sunspots"))
    names = [fake_engine.finish(one) for one in (walk, shorter, other)]
    app = visit("train", run=",".join(names))
    assert not app.exception
    assert "The other runs of this link were tested on other data" in texts(app)
    assert list(app.table[0].value.index) == ["GRU", "Naive line", "Linear model"]
    alone = visit("train", run=",".join([names[0], fake_engine.finish(job("LSTM"))]))
    assert "tested on other data" not in texts(alone)


def test_a_stopped_training_that_brought_a_result_is_said(visit, fake_engine):
    name = fake_engine.finish(job("GRU"))
    status = fake_engine.statuses[name]
    fake_engine.statuses[name] = replace(status, state=State.STOPPED, run=replace(status.run, stopped=True))
    app = visit("train", run=short_name(status.key))
    assert "GRU was stopped after 30 of 30 epochs" in texts(app)


def stored(store, one=None, owner="somebody"):
    """The name in an address of a run that was trained in an earlier life of the server."""
    one = one or job()
    return short_name(store.save(made_up_run(one.spec, one.series, 1.0), one.series, owner))


def test_a_run_of_an_earlier_life_is_shown_by_its_link(visit, store):
    app = visit("train", run=stored(store))
    assert not app.exception
    assert app.table[0].value.loc["GRU", "RMSE"] == "1.00"
    assert app.session_state["source"] == parse_source("builtin:walk")


def test_a_run_on_an_uploaded_file_outlives_the_server(visit, store):
    one = Job(ForecastSpec.make(cell="GRU", window=12), table("mine.csv"))
    name = stored(store, one)
    for params in ({"data": "file:0123456789abcdef", "window": "12", "cells": "GRU"}, {}):
        app = visit("train", run=name, **params)
        assert not app.exception
        assert "not on this server any more" not in texts(app)
        assert app.table[0].value.loc["GRU", "RMSE"] == "1.00"
        assert app.get_by_key("set_window").value == 12
        assert "settings have changed" not in texts(app)


def test_what_finished_in_an_earlier_life_is_not_trained_again(visit, store, fake_engine):
    app = visit("train", **{**WALK, "cells": "GRU"})
    stored(store, owner=app.session_state["owner"])
    press_train(app)
    assert [status.state for status in fake_engine.statuses.values()] == [State.FINISHED]
    assert app.table[0].value.loc["GRU", "RMSE"] == "1.00"


def test_a_link_to_a_deleted_run_says_so(visit, store):
    name = stored(store)
    store.delete([store.name_of(name)], None)
    app = visit("train", **WALK, run=name)
    assert not app.exception
    assert "A run in this link was deleted, or is no longer kept." in texts(app)


@pytest.mark.parametrize("cells", [("GRU",), ("LSTM", "GRU")])
def test_interrupted_runs_are_said_and_start_again_under_their_names(visit, fake_engine, cells):
    app = visit("train", **WALK)
    owner = app.session_state["owner"]
    done = fake_engine.finish(job("SimpleRNN"), owner=owner)
    names = [fake_engine.interrupt(job(cell), "RNN Lab ended.", owner) for cell in cells]
    app.session_state["runs"] = (*names, done)
    app.run()
    said = [warning.value for warning in app.warning if "RNN Lab ended" in warning.value]
    assert said == [f"**{cell}** · RNN Lab ended." for cell in cells]
    assert not app.error
    # What was finished is shown meanwhile.
    assert app.table[0].value.loc["SimpleRNN", "RMSE"] == "1.00"
    app.get_by_key("start_again").click().run()
    assert not app.exception
    assert app.session_state["runs"] == (*names, done)
    assert [status.job.spec.cell for status in fake_engine.running(owner)] == list(cells)
    # The learning is shown at once.
    assert "Loss –" in texts(app)
    assert not app.warning


def test_who_has_only_a_link_starts_an_interrupted_run_as_their_own(visit, fake_engine):
    name = fake_engine.interrupt(job(), "RNN Lab ended.")
    guest = visit("train", run=name)
    guest.get_by_key("start_again").click().run()
    assert not guest.exception
    assert fake_engine.statuses[name].state is State.INTERRUPTED
    (mine,) = fake_engine.running(guest.session_state["owner"])
    assert guest.session_state["runs"] == (short_name(mine.key),)
    assert mine.job.key == job().key


def test_a_refused_new_start_leaves_all_interrupted(visit, fake_engine):
    app = visit("train", **WALK)
    owner = app.session_state["owner"]
    names = tuple(fake_engine.interrupt(job(cell), "RNN Lab ended.", owner) for cell in ("LSTM", "GRU"))
    app.session_state["runs"] = names
    fake_engine.refuse_after = 1
    app.run().get_by_key("start_again").click().run()
    assert FULL in app.error[0].value
    assert set(states(fake_engine).values()) == {State.INTERRUPTED}
    # So it can be tried again once there is room.
    assert not app.get_by_key("start_again").disabled
    assert fake_engine.stopped == []
    assert app.session_state["runs"] == names
    assert fake_engine.running(owner) == ()


def test_it_is_said_that_runs_are_not_kept_once_there_are_some(visit, fake_engine):
    fake_engine.problem = Sentence("gone", "The database does not answer.")
    said = "Runs are not being kept at the moment, so they will be lost when RNN Lab ends. The database does not answer"
    app = visit("train", **WALK)
    assert said not in texts(app)
    assert said in texts(press_train(app))


def test_without_a_database_everything_works_and_is_said_to_be_lost(visit, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("rnn_core.store.default_url", lambda: f"sqlite:///{tmp_path}/file/runs.db")
    app = press_train(visit("train", **WALK))
    assert "so they will be lost when RNN Lab ends" in texts(app)
