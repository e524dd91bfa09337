"""Memory: what is moved changes what arrives, the bounds are on the page, and one's own network is looked into."""

import time

import pytest

from rnn_core.cells import CELLS
from rnn_core.figures.fading_chart import fading_figure
from rnn_core.figures.scenes.unrolled import unrolled_scene
from rnn_core.forecast import ForecastSpec
from rnn_core.lessons.memory.fading import fade
from rnn_core.lessons.memory.network import Setup
from rnn_core.series import load_builtin
from tests.forecast.inside.untrained import untrained_run
from tests.made_up_runs import made_up_run
from tests.pages.charts import charts
from tests.pages.conftest import in_language
from tests.pages.test_pages import texts

PAGE = "learn/memory"


def said(app):
    assert not app.exception
    return texts(app).replace("\N{NO-BREAK SPACE}", " ")


def move(app, key, value):
    app.get_by_key(key).set_value(value).run()
    return said(app)


def stages(app):
    return [one for one in app.get("bidi_component") if one.proto.component_name == "rnn_lab_stage"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_plays_and_has_its_charts(visit, language):
    app = visit(PAGE, lang=language)
    assert not app.exception
    assert len(stages(app)) == 2
    assert len(charts(app)) == 4


def test_the_bounds_of_the_slopes_stand_on_the_page(visit):
    app = visit(PAGE)
    for name, bound in (("sigmoid", "0.25"), ("tanh", "1"), ("relu", "1")):
        assert f"with the largest slope there is, {bound}," in move(app, "memory_bend", name).replace("\\", "")
        assert any(f"which is {bound} at most" in chart.alt for chart in charts(app))
        assert f"never above {bound}. So no step" in move(app, "memory_activation", name).replace("\\", "")


def test_a_sigmoid_forgets_sooner_and_a_large_scale_makes_gradients_explode(visit):
    app = visit(PAGE)
    assert "SimpleRNN: the gradient vanishes. Each step back multiplies it by about 0.847" in said(app)
    assert "hand on more than 0.250" in move(app, "memory_activation", "sigmoid")
    move(app, "memory_activation", "tanh")
    assert "SimpleRNN: the gradient explodes" in move(app, "memory_scale", 2.0)


def test_the_gates_decide_what_is_kept(visit):
    app = visit(PAGE)
    assert "LSTM: the gradient vanishes" in move(app, "memory_forget", 0.0)
    assert "the forget gate is open by 50%" in said(app)
    assert "GRU: the gradient vanishes" in move(app, "memory_update", 0.0)
    assert "GRU: the gradient stays in sight" in move(app, "memory_update", 5.0)


def test_the_stage_shows_the_chosen_cell_and_the_chosen_length(visit):
    app = visit(PAGE)
    assert "SimpleRNN unrolled over 60 steps" in stages(app)[0].proto.json
    app.get_by_key("memory_cell").set_value("LSTM").run()
    assert "All 8 steps are drawn" in move(app, "memory_steps", 8)
    assert "LSTM unrolled over 8 steps" in stages(app)[0].proto.json


def test_clipping_keeps_the_weight_on_the_cliff(visit):
    app = visit(PAGE)
    assert "Without clipping, step 1 throws w from 1.30 to −96.8" in said(app).replace("\\", "")
    assert "Clipped at 1.00, 17 of 40 gradients are cut; w is at 0.944 in the end" in said(app)
    assert "Without clipping w is at" in move(app, "memory_cliff_start", 0.7)


def test_without_a_training_it_is_said_what_to_do(visit):
    app = visit(PAGE)
    assert "You have no finished training yet" in said(app)
    assert app.get_by_key("memory_begin").label == "Choose an experiment"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_ones_own_network_shows_which_days_it_listens_to(visit, store, language):
    app = visit(PAGE, lang=language)
    series = load_builtin("walk")
    spec = ForecastSpec(cell="GRU", units=6, window=10, epochs=1)
    store.save(untrained_run(spec, series), series, app.session_state["owner"], title="mine")
    app.run()
    assert not app.exception
    assert len(charts(app)) == 5
    box = app.get_by_key(in_language("memory_run", language))
    assert box.options[0].startswith("mine")
    if language == "en":
        assert "the newest" in said(app)


def test_a_run_that_cannot_be_looked_into_is_a_sentence(visit, store):
    app = visit(PAGE)
    series = load_builtin("walk")
    store.save(made_up_run(ForecastSpec(window=10), series, 1.0), series, app.session_state["owner"])
    app.run()
    assert not app.exception
    assert len(charts(app)) == 4
    assert len(app.info) == 1


def test_whatever_is_moved_is_answered_within_a_fifth_of_a_second():
    def seconds():
        begin = time.perf_counter()
        fadings = [fade(Setup(cell, steps=200)) for cell in CELLS]
        unrolled_scene(fadings[0]).plain()
        fading_figure(fadings).to_json()
        return time.perf_counter() - begin

    assert min(seconds() for _ in range(5)) < 0.2
