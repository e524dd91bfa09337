"""Prepared failures on their page: a click trains both, what is going on Train stays, and what was cured is ticked."""

from dataclasses import replace

import numpy as np
import pytest

import pages.ui.store
from rnn_core.engine import Job, State, Status, short_name
from rnn_core.forecast.failures import FAILURES
from rnn_core.learning.events import EpochDone
from rnn_core.series import load_builtin
from rnn_core.store import run_name
from tests.made_up_runs import made_up_run
from tests.pages.charts import charts
from tests.pages.conftest import in_language
from tests.pages.test_pages import texts

PAGE = "learn/pitfalls"


def turn_to(app, name):
    app.get_by_key(in_language("failure", app.session_state["language"])).set_value(name).run()
    assert not app.exception
    return app


def fail(app, name):
    app.get_by_key(f"fail_{name}").click().run()
    assert not app.exception
    return app


def end(fake_engine, owner, job, losses, miss):
    history = tuple(EpochDone(n, loss, loss, float(n)) for n, loss in enumerate(losses, start=1))
    run = replace(made_up_run(job.spec, job.series, miss), history=history)
    status = Status(run_name(job.key, owner), job, State.FINISHED, history=history, run=run)
    fake_engine.statuses[short_name(status.key)] = status


def end_both(app, fake_engine, wrong=(1e3, 1e3), cured=(0.1, 0.01), misses=(100.0, 1.0)):
    owner = app.session_state["owner"]
    for status, losses, miss in zip(fake_engine.running(owner), (wrong, cured), misses, strict=True):
        end(fake_engine, owner, status.job, losses, miss)
    return app.run()


@pytest.mark.parametrize("name", FAILURES)
def test_every_failure_opens_with_its_story_its_cure_and_a_button(visit, name):
    app = turn_to(visit(PAGE), name)
    assert app.get_by_key(f"fail_{name}")
    words = FAILURES[name].words
    assert all(text in texts(app) for text in (words.story, words.betrays, words.cure, words.done))


def test_the_first_failure_opens_in_chinese(visit):
    app = visit(PAGE, lang="zh")
    assert not app.exception
    assert app.get_by_key(f"fail_{next(iter(FAILURES))}").label == "让它失败"


@pytest.mark.parametrize("name", FAILURES)
def test_a_click_trains_failure_and_cure_and_touches_nothing_on_train(visit, fake_engine, name):
    app = turn_to(visit(PAGE, data="builtin:walk", units="17"), name)
    fail(app, name)
    pair = FAILURES[name].pair(FAILURES[name].dial.start)
    assert [status.job.spec for status in fake_engine.statuses.values()] == [pair.wrong, pair.cured]
    assert app.session_state["runs"] == ()
    assert str(app.session_state["source"]) == "builtin:walk"
    assert app.session_state["settings"] == {"units": 17}


def test_what_is_in_training_on_train_goes_on(visit, fake_engine):
    app = visit("train", data="builtin:sunspots", window="10", cells="GRU")
    app.get_by_key("train").click().run()
    (going,) = fake_engine.running(app.session_state["owner"])
    shown = app.session_state["runs"]
    app.switch_page(f"pages/{PAGE}.py").run()
    fail(app, "rate")
    assert not fake_engine.stopped
    assert app.session_state["runs"] == shown
    assert going in fake_engine.running(app.session_state["owner"])


def test_while_both_learn_their_curves_grow_and_they_can_be_stopped(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    assert len(charts(app)) == 1
    app.get_by_key("stop_failure_rate").click().run()
    assert not app.exception
    assert len(fake_engine.stopped) == 2
    assert "stopped before its end" in texts(app)


def test_a_failure_that_was_cured_is_told_and_ticked(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    assert "0 of 5 seen and cured" in progress(app)
    end_both(app, fake_engine)
    said = texts(app)
    assert "times that of always saying the mean" in said
    assert "The cure works" in said
    assert FAILURES["rate"].words.notice in said
    assert "1 of 5 seen and cured" in progress(app)
    assert said.count(":material/check_box:") == 1
    (chart,) = charts(app)
    assert [line["name"] for line in chart.figure["data"]][0::2] == [
        "rate too high",
        "rate 0.003",
        "always saying the mean",
    ]
    assert "rate too high" in chart.alt


def test_what_did_not_fail_is_said_and_not_ticked(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    end_both(app, fake_engine, wrong=(0.01, 0.001), misses=(1.0, 1.0))
    assert "This time it goes well" in texts(app)
    assert "0 of 5 seen and cured" in progress(app)


def test_a_network_that_says_no_numbers_has_a_dash(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    end_both(app, fake_engine, wrong=(1.0, np.nan), misses=(None, 1.0))
    assert "### –" in texts(app)
    assert "the weights grew beyond all bounds" in texts(app)
    assert "1 of 5 seen and cured" in progress(app)


def test_the_dial_makes_another_failure_and_says_that_the_curves_are_older(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    end_both(app, fake_engine)
    app.get_by_key("dial_rate").set_value(0.1).run()
    assert not app.exception
    assert "before you turned the dial" in texts(app)
    fail(app, "rate")
    (going,) = fake_engine.running(app.session_state["owner"])  # the cure is the same, and known
    assert going.job.spec.learning_rate == 0.1
    app.get_by_key("dial_rate").set_value(1.0).run()
    assert "before you turned the dial" not in texts(app)
    assert "The cure works" in texts(app)


def test_the_dial_at_the_cure_trains_one_network(visit, fake_engine):
    app = visit(PAGE)
    app.get_by_key("dial_rate").set_value(0.003).run()
    fail(app, "rate")
    assert len(fake_engine.statuses) == 1


def test_the_dial_the_failure_and_the_side_are_kept_for_the_visit(visit):
    app = turn_to(visit(PAGE), "unscaled")
    app.get_by_key("dial_unscaled").set_value("robust").run()
    app.switch_page("pages/data.py").run()
    app.switch_page(f"pages/{PAGE}.py").run()
    assert app.get_by_key("failure").value == "unscaled"
    assert app.get_by_key("dial_unscaled").value == "robust"


@pytest.mark.parametrize(("what", "expected"), [("cured", 0.003), ("wrong", 1.0)])
def test_a_button_brings_the_settings_to_train(visit, what, expected):
    app = visit(PAGE)
    app.get_by_key(f"take_{what}_rate").click().run()
    assert not app.exception
    assert str(app.session_state["source"]) == "builtin:sine"
    assert app.session_state["cells"] == ("GRU",)
    assert app.session_state["settings"].get("learning_rate", 0.001) == expected


def test_the_list_of_runs_tells_what_they_were_but_not_over_own_words(visit, fake_engine):
    app = visit(PAGE)
    owner, pair = app.session_state["owner"], FAILURES["rate"].pair(1.0)
    series = load_builtin("sine")
    store = pages.ui.store.store()
    for spec, note in ((pair.wrong, ""), (pair.cured, "mine")):
        store.save(made_up_run(spec, series, 1.0), series, owner, note=note)
    fail(app, "rate")
    end_both_known(app, fake_engine, series, pair)
    notes = [store.line(run_name(Job(spec, series).key, owner)).note for spec in (pair.wrong, pair.cured)]
    assert notes == ["Prepared failure: The rate is too high (rate too high)", "mine"]


def end_both_known(app, fake_engine, series, pair):
    owner = app.session_state["owner"]
    for spec, losses in ((pair.wrong, (1e3, 1e3)), (pair.cured, (0.1, 0.01))):
        end(fake_engine, owner, Job(spec, series), losses, 1.0)
    app.run()


def test_a_refused_training_is_one_sentence(visit, fake_engine):
    fake_engine.refuse_after = 1
    app = fail(visit(PAGE), "rate")
    assert [error.value for error in app.error] == ["Too many of yours are waiting. Wait for one of them, or stop one."]
    assert not fake_engine.statuses


def test_a_failed_training_says_why(visit, fake_engine):
    app = fail(visit(PAGE), "rate")
    for status in fake_engine.running(app.session_state["owner"]):
        fake_engine.fail(status.job, "A worker ran out of memory.", app.session_state["owner"])
    app.run()
    assert "A worker ran out of memory." in texts(app)
    assert "0 of 5 seen and cured" in progress(app)


def test_the_ball_answers_to_its_rate_in_words(visit):
    app = visit(PAGE)
    assert "leaps to and fro" in texts(app)
    app.get_by_key("descent_rate").set_value(1.1).run()
    assert "never comes down again" in texts(app)


def progress(app):
    return " ".join(one.proto.text for one in app.get("progress"))
