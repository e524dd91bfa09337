"""Inside the cell: the worked example stands on the page, what is chosen changes it, and one's own run walks."""

import json
from dataclasses import replace

import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import StoreError
from rnn_core.forecast import ForecastSpec
from rnn_core.lessons.cell import QUESTIONS, SEQUENCES, WEIGHTS
from rnn_core.series import load_builtin
from tests.forecast.inside.untrained import untrained_run
from tests.made_up_runs import made_up_run
from tests.pages.test_pages import texts

PAGE = "learn/cell"


def said(app):
    assert not app.exception
    return texts(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


def move(app, key, value):
    app.get_by_key(key).set_value(value).run()
    return said(app)


def stages(app):
    sent = [one.proto for one in app.get("bidi_component")]
    return [json.loads(one.json) for one in sent if one.component_name == "rnn_lab_stage"]


def test_the_worked_example_stands_on_the_page_to_the_printed_digits(visit):
    words = said(visit(PAGE))
    for digits in ("0.85972772", "0.88365397", "2.72703566", "2 · 0.5 = 1", "1.2923"):
        assert digits in words


def test_three_cells_play_side_by_side(visit):
    (sent,) = stages(visit(PAGE))
    assert {panel["title"] for panel in sent["scene"]["panels"]} == set(CELLS)
    assert len(sent["scene"]["frames"]) == len(SEQUENCES["example"].values)
    assert sent["plays"]
    assert sent["alt"].startswith("Drawing of what is in each cell")


@pytest.mark.parametrize("sequence", SEQUENCES)
@pytest.mark.parametrize("weights", WEIGHTS)
def test_whatever_is_chosen_is_walked_through(visit, sequence, weights):
    app = visit(PAGE)
    move(app, "cell_in", sequence)
    move(app, "cell_weights", weights)
    assert len(stages(app)[0]["scene"]["frames"]) == len(SEQUENCES[sequence].values)


def test_slow_motion_shows_four_parts_of_each_step(visit):
    app = visit(PAGE)
    move(app, "cell_slow", True)
    assert len(stages(app)[0]["scene"]["frames"]) == 4 * len(SEQUENCES["example"].values)


def test_a_typed_sequence_is_read_and_nonsense_is_a_sentence(visit):
    app = visit(PAGE)
    move(app, "cell_in", "typed")
    move(app, "cell_typed", "1, -1, 2")
    assert len(stages(app)[0]["scene"]["frames"]) == 3
    move(app, "cell_typed", "1, <b>two</b>")
    assert "is none. Write it with digits" in app.warning[0].value
    assert "<b>" not in app.warning[0].value.replace("\\<", "")


def test_weights_can_be_changed_and_put_back(visit):
    app = visit(PAGE)
    box = next(box for box in app.number_input if box.label == "b1")
    box.set_value(0.5).run()
    assert "0.85972772" not in said(app)
    app.button(key="cell_back").click().run()
    assert "0.85972772" in said(app)


def test_weights_are_counted_from_the_shapes(visit):
    app = visit(PAGE)
    words = said(app)
    for count in ("63,500", "48,000", "15,875", "63,626", "48,126", "15,625"):
        assert count in words
    assert "64,000" in move(app, "count_inputs", 2)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_every_answer_is_explained_and_stays_for_the_visit(visit, question):
    app = visit(PAGE)
    key = f"question_{question.name}"
    for place, answer in enumerate(question.answers):
        app.get_by_key(key).set_value(place).run()
        assert not app.exception
        assert bool(app.success) == answer.right
        assert bool(app.warning) != answer.right
    chosen = app.get_by_key(key).value
    app.switch_page("pages/learn/shapes.py").run()
    app.switch_page("pages/learn/cell.py").run()
    assert app.get_by_key(key).value == chosen


def test_without_a_training_it_is_said_what_to_do(visit):
    app = visit(PAGE)
    assert "come back to walk through its windows" in app.info[0].value
    assert app.get_by_key("cell_begin").label == "Choose an experiment"


@pytest.mark.parametrize("settings", [{"cell": "GRU", "units": 6}, {"cell": "LSTM", "units": 1}])
def test_ones_own_network_walks_through_a_window_by_date(visit, store, settings):
    app = visit(PAGE)
    series = load_builtin("walk")
    run = untrained_run(ForecastSpec(window=10, epochs=1, **settings), series)
    store.save(run, series, app.session_state["owner"], title="mine")
    app.run()
    words = said(app)
    assert app.get_by_key("cell_run").options[0].startswith("mine")
    assert "the network said" in words
    own = stages(app)[1]["scene"]
    assert len(own["frames"]) == 10
    first = str(series.dates[series.dates.get_indexer([run.dates[0]])[0] - 10].date())
    assert own["frames"][0]["caption"].startswith(first)
    days = app.get_by_key(f"cell_day_{run.key}")
    days.set_value(days.options[-1]).run()
    assert not app.exception
    assert stages(app)[1]["scene"]["frames"] != own["frames"]


@pytest.mark.parametrize("more", [{"layers": 2}, {"bidirectional": True}, {"attention": True}])
def test_of_a_larger_network_it_is_said_what_is_shown(visit, store, more):
    app = visit(PAGE)
    series = load_builtin("walk")
    run = untrained_run(ForecastSpec(window=10, units=5, epochs=1, **more), series)
    store.save(run, series, app.session_state["owner"])
    app.run()
    assert "Of the 5 units of the first layer that read forward in time" in said(app)


def test_two_visitors_see_the_same_network_with_their_own_units(visit, store):
    series = load_builtin("walk")
    for unit in ("pounds", "francs"):
        app = visit(PAGE)
        own = replace(series, unit=unit)
        run = untrained_run(ForecastSpec(window=10, units=5, epochs=1), own)
        store.save(run, own, app.session_state["owner"])
        app.run()
        assert f"the network said {run.predicted[0]:.1f} {unit}" in said(app)
        assert unit in stages(app)[1]["scene"]["frames"][0]["caption"]


def test_a_database_that_does_not_answer_leaves_the_rest_of_the_page(visit, store, monkeypatch):
    def silent(*_):
        raise StoreError("store_gone", "The database does not answer.")

    app = visit(PAGE)
    monkeypatch.setattr(store, "find", silent)
    app.run()
    assert not app.exception
    assert "The database does not answer." in app.error[0].value
    assert "63,500" in said(app)


def test_a_run_that_cannot_be_looked_into_is_a_sentence(visit, store):
    app = visit(PAGE)
    series = load_builtin("walk")
    store.save(made_up_run(ForecastSpec(window=10), series, 1.0), series, app.session_state["owner"])
    app.run()
    assert not app.exception
    assert len(stages(app)) == 1
    assert len(app.info) == 1
