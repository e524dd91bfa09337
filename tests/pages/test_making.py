"""The tab Make one: every knob is there, a series is used with one press, and a link brings its knobs back."""

import pytest

from pages.ui.series import making
from pages.ui.state import LANGUAGES
from rnn_core.series import load_source, parse_source, read_file
from rnn_core.series.makers import MAKERS
from rnn_core.series.making import describe
from rnn_core.settings import PROJECT_FOLDER
from tests.pages.conftest import in_language

KIND = "make_kind"


def knobs_of(app, name):
    return {knob.name: app.get_by_key(f"make_{name}_{knob.name}") for knob in MAKERS[name].knobs}


def open_kind(visit, name, **params):
    app = visit("data", **params)
    app.get_by_key(in_language(KIND, params.get("lang", "en"))).set_value(name).run()
    assert not app.exception
    return app


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAKERS)
def test_every_kind_has_all_its_knobs_at_their_defaults(visit, name, language):
    app = open_kind(visit, name, lang=language)
    for knob in MAKERS[name].knobs:
        control = knobs_of(app, name)[knob.name]
        assert (control.value, control.min, control.max) == (knob.default, knob.low, knob.high)
        assert control.help


@pytest.mark.parametrize("name", MAKERS)
def test_what_the_knobs_say_is_used_with_one_press(visit, name):
    app = open_kind(visit, name)
    knobs_of(app, name)["seed"].set_value(7).run()
    app.get_by_key("make_use").click().run()
    assert not app.exception
    assert app.query_params["data"] == f"made:{describe(name, {'seed': 7})}"
    assert app.subheader[0].value == MAKERS[name].series_name
    assert app.get_by_key("make_use").disabled


def test_a_moved_knob_can_be_used_again(visit):
    app = visit("data", data="made:walk,rows=200,drift=0,noise=1,seed=3")
    assert app.get_by_key("make_use").disabled
    knobs_of(app, "walk")["noise"].set_value(2.0).run()
    assert not app.get_by_key("make_use").disabled
    # Until it is used, the old series stays.
    assert str(app.session_state["source"]) == "made:walk,rows=200,drift=0,noise=1,seed=3"


def test_a_link_brings_the_knobs_back(visit):
    app = visit("data", data="made:echo,rows=300,delay=7,strength=0.5,seed=9")
    assert app.get_by_key(KIND).value == "echo"
    assert {name: control.value for name, control in knobs_of(app, "echo").items()} == {
        "rows": 300,
        "delay": 7,
        "strength": 0.5,
        "seed": 9,
    }


def test_a_link_to_nonsense_is_a_sentence_and_the_knobs_stand_at_their_defaults(visit):
    app = visit("data", data="made:walk,rows=1000000000")
    assert not app.exception
    assert "rows must be a whole number from 100 to 200000" in app.warning[0].value
    assert knobs_of(app, "walk")["rows"].value == 1_000


def test_the_lesson_of_the_chosen_kind_is_told(visit):
    app = open_kind(visit, "echo")
    assert any(MAKERS["echo"].lesson in markdown.value for markdown in app.markdown)


def test_of_an_echo_only_the_beginning_is_drawn_and_that_is_said(visit):
    app = open_kind(visit, "echo")
    assert "The first 160 rows" in [caption.value for caption in app.caption]
    knobs_of(app, "echo")["delay"].set_value(200).run()
    assert not any(caption.value.startswith("The first") for caption in app.caption)


def test_the_download_reads_back_to_the_series(visit, monkeypatch):
    downloads = []
    monkeypatch.setattr(making.st, "download_button", lambda label, **how: downloads.append((label, how)))
    source = "made:sine,rows=200,period=50,amplitude=1,trend=0,noise=0.1,seed=5"
    visit("data", data=source)
    label, how = downloads[0]
    assert (label, how["file_name"]) == ("Download (CSV)", "sine.csv")
    # A press must not run the page again.
    assert how["on_click"] == "ignore"
    read = read_file(how["data"](), "sine")
    assert read.fingerprint == load_source(parse_source(source)).fingerprint


def test_no_page_writes_a_table_past_what_defuses_formulas():
    careless = [path.name for path in (PROJECT_FOLDER / "pages").rglob("*.py") if "to_csv(" in path.read_text("utf-8")]
    assert careless == []
