"""Write: what is asked of the engine, what is seen while a network learns, and what is said and written in the end."""

from dataclasses import replace

import pytest

from rnn_core.engine import State, Status
from rnn_core.engine.text_jobs import WriteJob
from rnn_core.store import run_name, short_name
from rnn_core.text.corpora import load_passage
from rnn_core.text.events import Sampled
from rnn_core.text.write.spec import WriteSpec
from tests.made_up_texts import made_up_written
from tests.pages.charts import charts
from tests.pages.test_pages import texts


@pytest.fixture
def app(visit):
    return visit("text/write")


@pytest.fixture
def tales():
    return load_passage("tales_en")


def train(app):
    next(button for button in app.main.button if button.label == "Train").click().run()
    assert not app.exception
    return app


def the_only(fake):
    ((name, status),) = fake.statuses.items()
    return name, status


def finish(fake, bits=1.5):
    for name, status in fake.statuses.items():
        run = made_up_written(status.job.spec, status.job.data, bits)
        fake.statuses[name] = replace(status, state=State.FINISHED, position=0, history=run.history, run=run)


def test_a_gru_on_the_english_tales_is_one_click_away(app, fake_engine):
    train(app)
    _name, status = the_only(fake_engine)
    assert (status.job.spec.kind, status.job.spec.cell) == ("write", "GRU")
    assert status.job.data.fingerprint == load_passage("tales_en").fingerprint


def test_what_it_writes_is_seen_while_it_learns(app, fake_engine):
    train(app)
    name, status = the_only(fake_engine)
    sample = Sampled("thu waf of the", 0.2, 3.0)
    fake_engine.statuses[name] = replace(status, state=State.TRAINING, epoch=1, sample=sample)
    app.run()
    assert "thu waf of the" in [element.value for element in app.text]
    assert any(button.label == "Stop" for button in app.main.button)


@pytest.mark.parametrize(("bits", "words"), [(1.5, "foresees better"), (2.01, "is as good"), (3.0, "nobody needs GRU")])
def test_it_is_judged_against_counting(app, fake_engine, bits, words):
    train(app)
    finish(fake_engine, bits)
    app.run()
    assert not app.exception
    assert f"GRU needs {bits:.2f} bits" in texts(app)
    assert words in texts(app)


def test_a_link_brings_the_run_to_somebody_else_who_cannot_stop_it(app, fake_engine, visit):
    train(app)
    (name,) = fake_engine.statuses
    fake_engine.owners[name] = "somebody else"
    other = visit("text/write", write=name)
    assert "GRU" in texts(other)
    assert not any(button.label == "Stop" for button in other.main.button)


def test_a_run_that_is_gone_is_said_to_be_gone(visit):
    assert "no longer kept" in texts(visit("text/write", write="0123456789ab"))


def test_stop_stops_it(app, fake_engine):
    train(app)
    next(button for button in app.main.button if button.label == "Stop").click().run()
    assert len(fake_engine.stopped) == 1


def own_text(app, text):
    app.pills(key="set_write_data").set_value("own").run()
    return app.text_area(key="write_pasted").set_value(text).run()


def test_ones_own_text_can_be_learnt_from(app, fake_engine):
    train(own_text(app, "The cat sat on the mat. " * 100))
    assert not app.error
    _name, status = the_only(fake_engine)
    assert (status.job.data.origin, len(status.job.data.text)) == ("own", 2399)


def test_too_small_a_text_is_refused_in_words(app):
    own_text(app, "The cat sat on the mat.")
    assert "at least 2,000 characters" in texts(app)
    assert next(button for button in app.main.button if button.label == "Train").disabled


def test_it_opens_in_chinese_with_a_chinese_text(visit):
    app = visit("text/write", locale="zh-CN")
    assert not app.exception
    assert "120,048" in texts(app)


def shown(visit, fake_engine, *runs):
    """The page of a link to `runs`, each with its text."""
    names = []
    for run, passage in runs:
        job = WriteJob(run.spec, passage)
        key = run_name(job.key, "somebody")
        fake_engine._show(Status(key, job, State.FINISHED, history=run.history, run=run), "somebody")
        names.append(short_name(key))
    app = visit("text/write", write=",".join(names))
    assert not app.exception
    return app


def learnt(passage, bits=1.5, **settings):
    return made_up_written(WriteSpec.make(**settings), passage, bits), passage


def test_two_alike_have_names_rows_and_lines_of_their_own(visit, fake_engine, tales):
    app = shown(visit, fake_engine, learnt(tales, 2.5, seed=2), learnt(tales, 1.5, seed=1))
    table = app.table[0].value
    assert list(table.index[:2]) == ["GRU", "GRU (2)"]
    assert list(table.iloc[:2, 0]) == ["2.50", "1.50"]
    assert {"GRU", "GRU (2)"} <= {line["name"] for line in charts(app)[0].figure["data"]}


def test_runs_on_other_texts_are_not_compared(visit, fake_engine, tales):
    app = shown(visit, fake_engine, learnt(load_passage("tales_zh"), cell="LSTM"), learnt(tales, cell="GRU"))
    assert "tested on another text" in texts(app)
    assert "GRU" not in app.table[0].value.index


def test_a_stopped_one_says_how_far_it_got(visit, fake_engine, tales):
    run, _ = learnt(tales)
    assert "GRU was stopped after 2 of 8 epochs" in texts(
        shown(visit, fake_engine, (replace(run, stopped=True), tales))
    )


def test_a_lost_one_says_so_and_has_no_pen(visit, fake_engine, tales):
    run, _ = learnt(tales)
    lost = replace(run, weights=tuple(array * float("nan") for array in run.weights))
    app = shown(visit, fake_engine, (lost, tales))
    assert "beyond all bounds" in texts(app)
    assert "Let it write" not in texts(app)


def test_the_pen_is_that_of_the_best_one(visit, fake_engine, tales):
    app = shown(visit, fake_engine, learnt(tales, 2.0, cell="LSTM"), learnt(tales, 1.5, cell="GRU"))
    assert next(pills.value for pills in app.pills if pills.label == "Network") == "GRU"
