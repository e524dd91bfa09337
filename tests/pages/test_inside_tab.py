"""The tab that looks inside a run: three pictures, a choice of gates; where nobody can look inside, a sentence."""

from dataclasses import replace

import pytest

from pages.ui.results import inside
from rnn_core.cells import CELLS
from rnn_core.engine import Job, State, short_name
from rnn_core.forecast.inside import Inside
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.windows import thin
from rnn_core.series import load_builtin
from tests.forecast.inside.untrained import untrained_run
from tests.pages.charts import charts

PICTURES = ("inside_gates", "inside_tracking", "inside_saliency")


@pytest.fixture(autouse=True)
def _nothing_remembered():
    inside.look.clear()


@pytest.fixture
def opened(visit, fake_engine):
    """The Train page with the tab open, on networks whose weights say what they predicted."""

    def show(*cells, weights=True, lang=None, **settings):
        names = []
        for cell in cells:
            job = Job(ForecastSpec.make(cell=cell, units=4, window=10, **settings), load_builtin("walk"))
            name = fake_engine.finish(job)
            if weights:
                status = fake_engine.statuses[short_name(name)]
                fake_engine.statuses[short_name(name)] = replace(status, run=untrained_run(job.spec, job.series))
            names.append(name)
        language = {"lang": lang} if lang else {}
        app = visit("train", data="builtin:walk", run=",".join(names), **language)
        app.session_state["result_tabs" if lang is None else f"result_tabs@{lang}"] = _title(lang)
        return app.run()

    return show


def _title(lang):
    return "Inside" if lang is None else "内部"


def shown(app):
    """The charts of the tab: those after the scores and the curves."""
    return charts(app)[2:]


def texts(app):
    return "\n".join(element.value for kind in (app.markdown, app.caption, app.info) for element in kind)


@pytest.mark.parametrize("cell", CELLS)
def test_three_pictures_show_what_goes_on_inside(opened, cell):
    app = opened(cell)
    assert not app.exception
    found = shown(app)
    assert len(found) == len(PICTURES)
    assert [one.figure["data"][-1]["type"] for one in found] == ["heatmap", "scatter", "bar"]
    assert all(one.alt for one in found)
    assert "largest jumps" in texts(app)
    assert "rows hold nine tenths of the whole pull" in texts(app)


def test_another_gate_is_shown_when_it_is_chosen(opened):
    app = opened("LSTM")
    assert shown(app)[0].alt.startswith("The input gate i of 4 units")
    app.button_group(key="inside_gate_LSTM").set_value("f").run()
    assert shown(app)[0].alt.startswith("The forget gate f of 4 units")
    assert not app.exception


def test_one_of_several_networks_is_looked_into(opened):
    app = opened("LSTM", "GRU")
    app.button_group(key="inside_network_2").set_value(0).run()
    assert shown(app)[0].alt.startswith("The input gate i")
    app.button_group(key="inside_network_2").set_value(1).run()
    assert shown(app)[0].alt.startswith("The update gate z")


def test_a_network_with_several_inputs_says_what_each_of_them_does(opened):
    app = opened("GRU", inputs=("value", "change(value)"), predict="log_change")
    assert "with one more of Value" in shown(app)[2].alt
    assert "are held fixed" in texts(app)
    app.selectbox(key=next(box.key for box in app.selectbox if box.key.startswith("inside_feature"))).set_value(1).run()
    assert "with one more of change(Value)" in shown(app)[2].alt


def test_weekdays_that_were_not_looked_for_are_told(opened, monkeypatch):
    words = "The day of the week was not looked for"
    assert words not in texts(opened("GRU"))
    inside.look.clear()
    monkeypatch.setattr(Inside, "looked_at", lambda self: thin(len(self.rows), 40))
    assert words in texts(opened("GRU"))


def test_without_weights_a_sentence_stands_there(opened):
    app = opened("LSTM", weights=False)
    assert not app.exception
    assert "The weights of this network were not kept, so nobody can look inside it." in texts(app)
    assert not shown(app)


def test_a_look_is_remembered(opened, monkeypatch):
    app = opened("SimpleRNN")
    monkeypatch.setattr(inside, "look_inside", None)
    app.run()
    assert not app.exception
    assert len(shown(app)) == len(PICTURES)


def test_a_run_that_was_stopped_before_an_epoch_ended_has_no_tab_to_open(visit, fake_engine):
    job = Job(ForecastSpec.make(window=10), load_builtin("walk"))
    name = fake_engine.finish(job)
    status = fake_engine.statuses[short_name(name)]
    run = replace(status.run, history=(), stopped=True)
    fake_engine.statuses[short_name(name)] = replace(status, state=State.STOPPED, run=run)
    app = visit("train", data="builtin:walk", run=name)
    assert "Inside" not in [tab.label for tab in app.tabs]
    assert "there is nothing to judge" in texts(app)
