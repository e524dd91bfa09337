"""Work with text in the list of runs: found by its kind, with its own score, opened on its own page."""

import pytest

from rnn_core.engine.text_jobs import WriteJob
from rnn_core.store import Stage, run_name, short_name
from rnn_core.text.corpora import load_passage
from rnn_core.text.write.spec import WriteSpec
from rnn_core.words import Sentence
from tests.made_up_texts import made_up_written
from tests.pages.test_runs_page import Visitor, names, texts


@pytest.fixture
def me(visit, store):
    return Visitor(visit("runs"), store)


def writes(me, bits=1.5, corpus="tales_en", **settings):
    """One more finished character model; its name."""
    passage = load_passage(corpus)
    run = made_up_written(WriteSpec.make(**settings), passage, bits)
    return me.store.save(run, passage, me.owner)


def test_a_row_has_the_score_of_its_kind(me):
    writes(me, bits=1.5)
    said = texts(me.looks())
    assert names(me.app) == ["GRU · 128 units · 8 epochs"]
    assert "Tales in English" in said
    assert "1.50" in said
    assert "0.50 fewer" in said  # than 2 bits
    assert "beside counting" in said


def test_it_is_found_by_its_kind_its_words_and_its_data(me):
    writes(me)
    me.has("LSTM")
    assert len(names(me.looks())) == 2
    me.app.pills(key="set_runs_kinds").set_value(["write"]).run()
    assert names(me.app) == ["GRU · 128 units · 8 epochs"]
    me.app.pills(key="set_runs_kinds").set_value(["rewrite"]).run()
    assert names(me.app) == []
    me.clicks("runs_clear_filters")
    me.app.text_input(key="set_runs_text").set_value("tales").run()
    assert names(me.app) == ["GRU · 128 units · 8 epochs"]
    me.app.text_input(key="set_runs_text").set_value("").run()
    me.app.selectbox(key="set_runs_series").set_value("Tales in English").run()
    assert names(me.app) == ["GRU · 128 units · 8 epochs"]


def test_it_opens_on_its_page_with_its_settings_and_its_text(me):
    name = writes(me, corpus="tales_zh", units=16)
    me.looks()
    app = me.clicks(f"open_{short_name(name)}")
    assert "bits" in texts(app)
    assert app.query_params["write"] == short_name(name)
    assert app.slider(key="set_write_units").value == 16
    assert app.pills(key="set_write_data").value == "tales_zh"


def test_several_of_one_text_open_side_by_side(me):
    ticked = [writes(me, cell="LSTM"), writes(me, cell="GRU"), writes(me, corpus="tales_zh"), me.has("LSTM")]
    me.ticks(*ticked)
    assert "Open shows the runs that learnt from Tales in English" in texts(me.app)
    assert me.app.get_by_key("runs_compare").disabled
    app = me.clicks("runs_open")
    assert app.query_params["write"].split(",") == [short_name(name) for name in ticked[:2]]
    assert app.pills(key="set_write_cell").value == ["LSTM", "GRU"]


def test_an_interrupted_one_starts_again_with_one_click(me, fake_engine):
    passage, spec = load_passage("tales_en"), WriteSpec.make(units=16)
    name = run_name(WriteJob(spec, passage).key, me.owner)
    me.store.begin(name, spec, passage, me.owner)
    me.store.end(name, Stage.INTERRUPTED, Sentence("broken", "It broke."))
    me.looks()
    me.clicks(f"again_{short_name(name)}")
    assert [status.state.value for status in fake_engine.statuses.values()] == ["queued"]
    assert fake_engine.owners == {short_name(name): me.owner}


def test_a_deleted_one_leaves_the_address_and_comes_back(me):
    name = writes(me)
    me.looks()
    me.clicks(f"open_{short_name(name)}")
    me.app.switch_page("pages/runs.py").run()
    me.chooses(name, "delete")
    assert "write" not in me.app.query_params
    assert names(me.app) == []
    me.clicks("runs_undo")
    assert len(names(me.app)) == 1
