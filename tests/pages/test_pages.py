"""Every page in every language, without data, with data, and with results."""

import re

import pytest

from pages.ui.state import LANGUAGES
from rnn_core.engine import Job
from rnn_core.forecast.field_words import FIELDS
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import builtin_series, load_builtin
from rnn_core.settings import PROJECT_FOLDER
from tests.made_up_runs import made_up_run

FILES = [
    path.relative_to(PROJECT_FOLDER / "pages").with_suffix("")
    for folder in (".", "learn", "text")
    for path in (PROJECT_FOLDER / "pages" / folder).glob("*.py")
    if path.stem != "__init__"
]
# By their place under pages/: "train", "learn/pitfalls". A page in a folder has a door of its name outside it.
INNER = [path for path in FILES if len(path.parts) > 1]
DOORS = {path.name for path in INNER}
PAGES = sorted(path.as_posix() for path in FILES if path in INNER or path.name not in DOORS)


def texts(app):
    """All that the page says, in one string."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)


def job(cell="GRU", **settings):
    return Job(ForecastSpec.make(cell=cell, window=10, **settings), load_builtin("walk"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_any_choice(visit, page, language):
    app = visit(page, lang=language)
    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("name", builtin_series())
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_every_builtin_series(visit, page, name):
    app = visit(page, data=f"builtin:{name}")
    assert not app.exception
    assert not app.error


def test_every_page_in_a_folder_has_a_door_for_the_first_visitor():
    assert {path.name for path in FILES if len(path.parts) == 1} >= DOORS


def test_a_page_is_a_short_script():
    for page in PAGES:
        lines = (PROJECT_FOLDER / "pages" / f"{page}.py").read_text("utf-8").splitlines()
        assert len(lines) <= 60, page
    assert len((PROJECT_FOLDER / "app.py").read_text("utf-8").splitlines()) <= 40


def test_every_csv_that_leaves_a_page_is_defused():
    """The tables of `st.dataframe` and `st.data_editor` offer a download of their own, which is not."""
    for path in (PROJECT_FOLDER / "pages").rglob("*.py"):
        found = re.findall(r"\bst\.(?:dataframe|data_editor|write)\b|\bto_csv\b", path.read_text("utf-8"))
        assert found == [], path.name


def test_every_field_of_the_spec_has_words_and_no_words_are_left_over():
    assert set(FIELDS) == set(ForecastSpec.model_fields) - {"kind"}


def test_every_field_of_the_spec_has_a_control_on_the_train_page(visit):
    days = {"test_from": "2020-01-01", "inputs": "Open,High"}
    by_share, by_days = (visit("train", data="builtin:share", **more) for more in ({}, days))
    for app in (by_share, by_days):
        assert not app.exception
    keys = {element.key for app in (by_share, by_days) for element in app.main if hasattr(element, "key")}
    named = {str(key).removeprefix("set_") for key in keys if key} | {"cell"}
    assert set(FIELDS) <= named


def test_results_show_verdict_scores_and_naive_line(visit, fake_engine):
    names = [fake_engine.finish(job("LSTM"), 3.0), fake_engine.finish(job("GRU"), 2.0)]
    app = visit("train", data="builtin:walk", window="10", run=",".join(names))
    assert not app.exception
    assert "GRU" in texts(app)
    assert "simply repeating the last value would have been closer still" in texts(app)
    table = app.table[0].value
    assert list(table.index) == ["LSTM", "GRU", "Naive line", "Linear model"]
    run = made_up_run(job("GRU").spec, job("GRU").series, 2.0)
    assert table.loc["GRU", "RMSE"] == f"{run.scores.rmse:.2f}"


def test_a_run_without_numbers_is_said_and_does_not_break_the_page(visit, fake_engine):
    names = [fake_engine.finish(job("LSTM"), None), fake_engine.finish(job("GRU"), 2.0)]
    app = visit("train", data="builtin:walk", window="10", run=",".join(names))
    assert not app.exception
    assert "LSTM did not learn" in texts(app)
    assert app.table[0].value.loc["LSTM", "RMSE"] == "–"


def test_a_failed_run_is_said_in_its_sentence(visit, fake_engine):
    name = fake_engine.fail(job(), "The process was ended from outside.")
    app = visit("train", data="builtin:walk", window="10", run=name)
    assert "The process was ended from outside." in app.error[0].value


def test_a_link_to_a_run_alone_brings_back_its_data_and_settings(visit, fake_engine):
    name = fake_engine.finish(job("GRU", units=17))
    app = visit("train", run=name)
    assert not app.exception
    assert app.get_by_key("set_units").value == 17
    assert app.get_by_key("set_cells").value == ["GRU"]
    assert "Random walk" in texts(app)


def test_a_link_to_a_run_that_is_gone_says_so(visit):
    app = visit("train", data="builtin:walk", run="0123456789ab")
    assert not app.exception
    assert "no longer kept" in texts(app)


def test_a_result_of_other_settings_is_marked_as_such(visit, fake_engine):
    name = fake_engine.finish(job("GRU", target="Value"))
    app = visit("train", data="builtin:walk", cells="GRU", window="10", target="Value", run=name)
    assert "settings have changed" not in texts(app)
    app.get_by_key("set_seed").set_value(99).run()
    assert "settings have changed" in texts(app)


def test_a_link_with_nonsense_still_opens(visit):
    app = visit("train", data="nonsense:1", cells="Foo", units="-5", window="abc", run="'<b>")
    assert not app.exception
    gone = visit("train", data="file:0123456789abcdef")
    assert "not on this server any more" in texts(gone)
