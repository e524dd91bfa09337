"""Memory, its task: what is asked of the engine, what is seen meanwhile, and what is said at the end."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from rnn_core.cells import CELLS
from rnn_core.engine import State
from rnn_core.lessons.memory.recall_result import Practised, Recalled
from rnn_core.words import Sentence
from tests.pages.charts import charts
from tests.pages.test_pages import texts

ROUNDS = tuple(Practised(number, 0.5, 0.7, float(number)) for number in (1, 2))
ACCURACY = {"LSTM": 0.998, "GRU": 1.0, "SimpleRNN": 0.51}


def train(app):
    app.button(key="recall_train").click().run()
    assert not app.exception
    return app


def end_all(fake):
    for name, status in fake.practices.items():
        spec = status.job.spec
        run = Recalled(spec, ROUNDS, ACCURACY[spec.cell], 2.0, solved=True)
        fake.practices[name] = replace(status, state=State.FINISHED, position=0, history=ROUNDS, run=run)


def only_the_task():
    """A page of nothing else."""
    from pages.ui import state
    from pages.ui.learn.memory import recall

    state.start()
    recall.show()


def opened(**params):
    app = AppTest.from_function(only_the_task, default_timeout=30)
    app.query_params.update(params)
    return app.run()


@pytest.fixture
def app(fake_engine):  # noqa: ARG001
    return opened()


def test_before_the_first_click_nothing_is_asked_of_the_engine(app, fake_engine):
    assert not app.exception
    assert fake_engine.practices == {}
    assert "Who remembers?" in texts(app)
    assert not app.button(key="recall_train").disabled


def test_a_click_lets_the_engine_train_all_three_cells_on_what_was_set(app, fake_engine):
    app.slider(key="recall_distance").set_value(20).run()
    train(app)
    specs = [status.job.spec for status in fake_engine.practices.values()]
    assert {spec.cell for spec in specs} == set(CELLS)
    assert {spec.distance for spec in specs} == {20}
    bars = "".join(bar.proto.text for bar in app.get("progress"))
    assert "Waiting until other trainings end: place 1 in the queue" in bars


def test_the_end_is_told_in_sentences_and_what_is_there_comes_at_once(app, fake_engine):
    train(app)
    end_all(fake_engine)
    app.run()
    said = texts(app)
    assert "After 40 steps of noise the LSTM tells the first symbol rightly 99% of the time." in said
    assert "the GRU tells the first symbol rightly 100% of the time" in said
    assert "After 40 steps of noise the SimpleRNN is right 51% of the time, which is guessing" in said
    assert "Chance is 50%." in said
    assert app.button(key="recall_train").disabled
    app.slider(key="recall_distance").set_value(10).run()
    assert "After 40 steps" not in texts(app)
    assert not app.button(key="recall_train").disabled
    app.slider(key="recall_distance").set_value(40).run()
    assert "After 40 steps" in texts(app)


def test_stop_ends_what_waits(app, fake_engine):
    train(app)
    app.button(key="recall_stop").click().run()
    assert not app.exception
    assert len(fake_engine.stopped) == 3
    assert not app.button(key="recall_train").disabled


def test_a_refusal_and_a_failure_are_sentences(app, fake_engine):
    fake_engine.refuse_after = 0
    train(app)
    assert "Too many of yours are waiting" in app.error[0].value
    fake_engine.refuse_after = None
    train(app)
    for name, status in fake_engine.practices.items():
        problem = Sentence("problem", "It broke.")
        fake_engine.practices[name] = replace(status, state=State.FAILED, problem=problem)
    app.run()
    assert app.warning[0].value == "It broke."
    assert not app.button(key="recall_train").disabled


def test_the_chart_has_a_line_a_cell_chance_and_the_mark(app):
    (drawn,) = charts(app)
    assert [trace["name"] for trace in drawn.figure["data"]] == [*CELLS, "chance", "95 %"]
    assert "chance is 50" in drawn.alt


def test_it_speaks_chinese_without_breaking(fake_engine):
    app = opened(lang="zh")
    assert not app.exception
    train(app)
    end_all(fake_engine)
    app.run()
    assert not app.exception
