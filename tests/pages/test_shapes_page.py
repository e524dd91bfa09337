"""Shapes: every shape runs on what is typed or moved, every tab opens, in both languages and quickly."""

import json
import time

import pytest

from rnn_core.lessons.shapes import SHAPES
from tests.pages.charts import charts
from tests.pages.conftest import in_language
from tests.pages.test_pages import texts

PAGE = "learn/shapes"
TABS = ("Different lengths", "Shared weights", "RNN, CNN, Transformer", "Two-directional")


def scenes(app):
    """The words of the stages, by the place on the page."""
    protos = [one.proto for one in app.get("bidi_component")]
    return [json.loads(proto.json) for proto in protos if proto.component_name == "rnn_lab_stage"]


def turn_to(app, name):
    app.get_by_key(in_language("shape", app.session_state["language"])).set_value(name).run()
    assert not app.exception
    return scenes(app)[0]


def open_tab(app, title):
    app.session_state["shapes_tabs"] = title
    app.run()
    assert not app.exception


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_a_click_away(visit, name, language):
    app = visit(PAGE, lang=language)
    scene = turn_to(app, name)
    assert len(scene["scene"]["frames"]) >= 3
    assert scene["plays"]


def test_each_shape_has_its_use_its_example_and_what_to_notice(visit):
    app = visit(PAGE)
    for name, shape in SHAPES.items():
        turn_to(app, name)
        said = texts(app)
        assert shape.uses in said
        assert shape.example in said
        assert f"**What to notice**\n\n{shape.notice}" in said


def test_what_is_moved_is_worked_out_anew(visit):
    app = visit(PAGE)
    turn_to(app, "one_to_one")
    app.slider(key="shape_celsius").set_value(100).run()
    assert "Coming out: 212." in scenes(app)[0]["alt"]
    turn_to(app, "one_to_many")
    app.slider(key="shape_period").set_value(4).run()
    assert "Coming out: 1, 0, −1, 0, 1, 0, −1." in scenes(app)[0]["alt"]


def test_a_sentence_of_ones_own_is_read_and_none_is_asked_for(visit):
    app = visit(PAGE)
    turn_to(app, "many_to_one")
    app.text_input(key="shape_sentence").set_value("A lovely start, but boring").run()
    assert "Going in, below: A, lovely, start, but, boring." in scenes(app)[0]["alt"]
    app.text_input(key="shape_sentence").set_value("...").run()
    assert "Type at least one word." in texts(app)
    assert "lovely, end" in scenes(app)[0]["alt"]


def test_numbers_of_ones_own_are_read_and_none_are_asked_for(visit):
    app = visit(PAGE)
    turn_to(app, "many_to_many")
    app.text_input(key="shape_values").set_value("1, 4, 2").run()
    assert "Coming out: 1, 3, −2." in scenes(app)[0]["alt"]
    app.text_input(key="shape_values").set_value("<b>").run()
    assert "Type at least one number, such as 3 5 4 6 6 2." in texts(app)


def test_too_little_room_is_told(visit):
    app = visit(PAGE)
    turn_to(app, "unequal")
    assert app.success[0].value == "3 of 3 came out right."
    app.slider(key="shape_room").set_value(2).run()
    assert app.warning[0].value == "1 of 3 came out wrong: the state had no room."


@pytest.mark.parametrize("title", TABS)
def test_every_tab_opens_and_only_that(visit, title):
    app = visit(PAGE)
    open_tab(app, title)
    assert len(scenes(app)) == (2 if title in {"Different lengths", "Two-directional"} else 1)
    assert len(charts(app)) == (title == "Shared weights")
    assert "**What to notice**" in texts(app)


def test_a_mask_keeps_the_states(visit):
    app = visit(PAGE)
    assert "without a mask. Their last states are off by: A 0, B 0.45, C 0.73." in scenes(app)[1]["alt"]
    app.toggle(key="padding_mask").set_value(True).run()
    assert "with a mask. Their last states are off by: A 0, B 0, C 0." in scenes(app)[1]["alt"]


def test_the_counts_and_costs_are_those_of_the_lesson(visit):
    app = visit(PAGE)
    open_tab(app, "Shared weights")
    assert app.table[0].value["Weights"].tolist() == ["4,352", "3,360", "1,088", "1,952"]
    open_tab(app, "RNN, CNN, Transformer")
    work = app.table[0].value.iloc[2].tolist()
    assert work[1:] == ["**409,600** (n · d²)", "**1,228,800** (k · n · d²)", "**640,000** (n² · d)"]
    open_tab(app, "Two-directional")
    assert app.table[0].value["Two-directional"].tolist() == ["0", "7"]


def test_each_interaction_answers_quickly(visit):
    app = visit(PAGE)
    spent = []
    for name in (*SHAPES, *SHAPES):
        started = time.perf_counter()
        turn_to(app, name)
        spent.append(time.perf_counter() - started)
    assert min(spent) < 0.2


def test_questions_end_the_lesson(visit):
    assert "0 of 3 answered rightly" in texts(visit(PAGE))
