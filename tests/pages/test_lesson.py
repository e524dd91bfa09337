"""Links for a class: what they fix and hide, what they begin, and large type."""

import pytest

from pages.ui.teach import lesson, links
from pages.ui.teach.lesson import CONTROLS, Lesson, read_lesson, write_lesson
from rnn_core.engine import State
from rnn_core.forecast import field_words as fields
from rnn_core.forecast.recipes import RECIPES
from tests.pages.test_pages import texts

SHARE = {"data": "builtin:share", "cells": "LSTM,GRU", "target": "Close"}


def keys(app):
    return {str(element.key).removeprefix("set_") for element in app.main if getattr(element, "key", None)}


def test_every_control_of_the_form_can_be_fixed_and_hidden():
    assert {lesson.control_of(name) for name in fields.FIELDS} | {"repeats", "data"} == set(CONTROLS)


@pytest.mark.parametrize(
    "chosen",
    [Lesson(), Lesson(frozenset({"units", "seed"}), frozenset({"split"}), large=True), Lesson(frozenset(CONTROLS))],
)
def test_a_lesson_comes_back_from_its_address(chosen):
    assert read_lesson(write_lesson(chosen)) == chosen


def test_what_is_hidden_is_not_fixed_and_what_is_unknown_is_left_out():
    found = read_lesson({"fix": "units,window,nonsense", "hide": "units,<b>", "view": "huge"})
    assert found == Lesson(frozenset({"window"}), frozenset({"units"}))


@pytest.mark.parametrize("name", CONTROLS)
def test_a_hidden_control_is_not_on_the_page_and_its_setting_holds(visit, name):
    settings = {"units": "17", "dropout": "0.2", "predict": "relative", "seed": "5", "repeats": "2"}
    app = visit("train", **SHARE, **settings, hide=name)
    assert not app.exception
    hidden = {"cell": "cells", "split": "way"}.get(name, name)
    assert hidden not in keys(app)
    assert app.query_params == {**SHARE, **settings, "hide": name}
    assert not app.get_by_key("train").disabled


@pytest.mark.parametrize("name", [name for name in CONTROLS if name != "data"])
def test_a_fixed_control_is_shown_and_cannot_be_changed(visit, name):
    app = visit("train", **SHARE, fix=name)
    shown = {"cell": "cells", "split": "way", "inputs": "sees", "patience": "stops_early"}.get(name, name)
    assert app.get_by_key(f"set_{shown}").disabled
    assert sum(bool(getattr(element, "disabled", False)) for element in app.main) <= 4


def test_with_all_hidden_there_is_still_the_series_and_train(visit):
    app = visit("train", **SHARE, hide=",".join(CONTROLS))
    assert not app.exception
    assert not app.expander
    assert "Simulated share" in texts(app)
    assert not app.get_by_key("train").disabled


@pytest.mark.parametrize("how", ["fix", "hide"])
def test_a_given_series_cannot_be_exchanged(visit, how):
    app = visit("data", **SHARE, **{how: "data"})
    assert not app.radio
    assert "the series is given" in texts(app)


def test_a_lesson_can_be_left(visit):
    app = visit("train", **SHARE, fix="units", hide="seed")
    next(button for button in app.button if button.label == "Leave the lesson").click().run()
    assert not app.get_by_key("set_units").disabled
    assert "seed" in keys(app)
    assert app.query_params == SHARE


def test_a_link_begins_a_recipe_once(visit, fake_engine):
    app = visit("train", begin="sunspots", fix="units")
    assert not app.exception
    specs = [status.job.spec for status in fake_engine.statuses.values()]
    assert specs == list(RECIPES["sunspots"].specs())
    assert "begin" not in app.query_params
    assert app.query_params["fix"] == "units"
    assert app.query_params["run"]
    app.run()
    assert len(fake_engine.statuses) == 1


def test_a_link_begins_the_settings_that_it_brings(visit, fake_engine):
    visit("train", **SHARE, units="7", repeats="2", begin="now")
    specs = [status.job.spec for status in fake_engine.statuses.values()]
    assert [(spec.cell, spec.units, spec.seed) for spec in specs] == [
        ("LSTM", 7, 1),
        ("LSTM", 7, 2),
        ("GRU", 7, 1),
        ("GRU", 7, 2),
    ]


@pytest.mark.parametrize("wanted", ["nonsense", "<script>", ""])
def test_a_link_that_begins_nothing_we_know_begins_nothing(visit, fake_engine, wanted):
    app = visit("train", **SHARE, begin=wanted)
    assert not app.exception
    assert not fake_engine.statuses


def test_a_link_without_data_begins_nothing(visit, fake_engine):
    assert not visit("train", begin="now").exception
    assert not fake_engine.statuses


def test_a_refusal_to_begin_is_said(visit, fake_engine):
    fake_engine.refuse_after = 0
    app = visit("train", begin="sine")
    assert "Too many of yours are waiting" in app.error[0].value
    assert all(status.state is not State.QUEUED for status in fake_engine.statuses.values())


def test_large_type_is_in_the_address_and_can_be_switched(visit):
    app = visit("train", **SHARE, view="large")
    assert not app.exception
    assert app.toggle(key="large_type").value is True
    app.toggle(key="large_type").set_value(False).run()
    assert app.query_params == SHARE
    app.toggle(key="large_type").set_value(True).run()
    assert app.query_params == {**SHARE, "view": "large"}


def test_a_link_for_a_class_brings_what_was_chosen(visit):
    app = visit("teach", **SHARE, units="7")
    assert not app.exception
    app.get_by_key("set_teach_others").set_value("hidden").run()
    app.get_by_key("set_teach_free").set_value(["units", "epochs"]).run()
    app.get_by_key("set_teach_at_once").set_value("begin").run()
    params = dict(part.split("=") for part in app.code[0].value.partition("?")[2].split("&"))
    assert params["units"] == "7"
    assert params["begin"] == "now"
    assert "units" not in params["hide"]
    assert "seed" in params["hide"]


def test_a_link_with_a_recipe_needs_no_data(visit):
    app = visit("teach")
    assert "brings none" in texts(app)
    app.get_by_key("set_teach_what").set_value("beat").run()
    assert "begin=beat" in app.code[0].value
    assert "brings none" not in texts(app)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:8501/train", True),
        ("http://127.0.0.1:8501", True),
        ("http://[::1]:8501/x", True),
        ("https://lab.example/x", False),
        ("http://10.0.0.7:8501/train", False),
    ],
)
def test_a_link_that_only_works_here_is_known(url, local):
    assert links.is_local(url) is local


def test_a_link_keeps_the_server_and_its_folder():
    assert links.link("https://lab.example/rnn/teach?x=1", "train", {}) == "https://lab.example/rnn/train"
    assert links.link("http://a:1/", "train", {}) == "http://a:1/train"
    assert links.link("http://a:1", "train", {"data": "made:walk,rows=10"}).endswith("?data=made%3Awalk%2Crows%3D10")


def trained(fake_engine):
    return [status.job.spec for status in fake_engine.statuses.values()]


@pytest.mark.parametrize("how", ["fix", "hide"])
@pytest.mark.parametrize("name", CONTROLS)
def test_what_is_fixed_or_hidden_is_trained_as_the_plain_form_would(visit, fake_engine, name, how):
    for more in ({}, {how: name}):
        visit("train", data="builtin:share", **more).get_by_key("train").click().run()
    plain, locked = trained(fake_engine)[:2], trained(fake_engine)[2:]
    assert len(plain) == 2
    assert locked in ([], plain), "the same trainings are the same runs"


def test_early_stopping_has_something_to_watch_where_the_split_is_hidden(visit):
    app = visit("train", **SHARE, hide="split")
    app.get_by_key("set_stops_early").set_value(True).run()
    assert not app.warning
    assert app.query_params["validation_share"] == "0.1"


@pytest.mark.parametrize("how", ["fix", "hide"])
def test_a_lesson_without_a_series_lets_one_be_chosen(visit, how):
    assert visit("data", **{how: "data"}).radio


def test_what_was_chosen_for_a_class_outlives_a_change_of_language(visit):
    app = visit("teach", **SHARE)
    app.get_by_key("set_teach_what").set_value("sine").run()
    app.get_by_key("set_teach_others").set_value("fixed").run()
    app.get_by_key("set_teach_free").set_value(["epochs"]).run()
    app.get_by_key("language_switch").set_value("zh").run()
    assert not app.exception
    assert app.get_by_key("set_teach_free@zh").value == ["epochs"]
    app.get_by_key("set_teach_what@zh").set_value("sunspots").run()
    assert "begin=sunspots" in app.code[0].value
    assert "fix=" in app.code[0].value
    assert "epochs" not in app.code[0].value
