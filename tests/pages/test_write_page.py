"""Write: what is asked of the engine, what is seen while a network learns, and what is said and written in the end."""

from dataclasses import replace

import pytest

from rnn_core.engine import State
from rnn_core.text.corpora import load_passage
from rnn_core.text.events import Sampled
from tests.made_up_texts import made_up_written
from tests.pages.test_pages import texts


@pytest.fixture
def app(visit):
    return visit("text/write")


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


@pytest.mark.parametrize(("bits", "words"), [(1.5, "further back"), (2.01, "is as good"), (3.0, "nobody needs GRU")])
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
