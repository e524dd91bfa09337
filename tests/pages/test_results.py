"""Results: one verdict, and tabs of which only the open one is made, in every language."""

import numpy as np
import pytest

from pages.ui.results import errors, results
from pages.ui.state import LANGUAGES
from rnn_core.engine import Job
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.run import Ahead
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.judge import LEVELS, SCORES
from rnn_core.series import load_builtin
from rnn_core.words import Sentence
from tests.pages.charts import charts

NOW = np.datetime64("2022-09-26")
TITLES = list(results._TABS)


def job(cell="GRU", **settings):
    return Job(ForecastSpec.make(cell=cell, window=10, **settings), load_builtin("walk"))


def texts(app):
    kinds = (app.markdown, app.caption, app.info, app.warning, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.fixture
def result(visit, fake_engine):
    """The Train page with two cells of three seeds each; the third seed of the LSTM lost itself."""
    misses = {"LSTM": (3.0, 3.5, None), "GRU": (2.0, 2.1, 2.2)}
    names = [
        fake_engine.finish(job(cell, seed=seed), miss)
        for cell, every in misses.items()
        for seed, miss in enumerate(every, start=1)
    ]

    def show(title=None, **params):
        app = visit("train", data="builtin:walk", window="10", repeats="3", run=",".join(names), **params)
        if title is not None:
            app.session_state["result_tabs"] = title
            app.run()
        return app

    return show


@pytest.mark.parametrize("title", TITLES)
def test_every_tab_opens(result, title):
    app = result(title)
    assert not app.exception
    assert "GRU" in texts(app)


@pytest.mark.parametrize("title", TITLES)
def test_every_chart_follows_the_colours_of_the_page(result, title):
    found = charts(result(title))
    assert found
    assert {chart.figure["layout"]["font"]["color"] for chart in found} == {PAGE.ink}


def test_the_buttons_of_charts_speak_the_visitors_language(result):
    english, chinese = (charts(result(lang=language))[0].buttons for language in ("en", "zh"))
    assert english == ("Full screen", "Download plot as a PNG", "Zoom", "Pan", "Reset axes")
    assert not set(english) & set(chinese)


@pytest.mark.parametrize("language", set(LANGUAGES) - {"en"})
def test_tabs_speak_the_visitors_language(result, language):
    app = result(lang=language)
    shown = {tab.label for tab in app.tabs}
    assert not app.exception
    assert not shown & set(TITLES)


def test_only_the_open_tab_is_made(result):
    assert "Data: Random walk" not in texts(result())
    assert "Data: Random walk" in texts(result("Data and settings"))


def test_every_score_stands_beside_the_naive_lines_with_its_words(result):
    app = result("Scores")
    table = app.table[0].value
    assert list(table.index) == ["LSTM", "GRU", "Naive line", "Linear model"]
    assert table.loc["Naive line", "Against naive"] == "1.00"
    assert app.table[1].value.loc["Naive line", "Direction"] == "–"
    words = texts(app)
    assert all(words_of.title in words for name, words_of in SCORES.items() if name != "mse")
    assert "Hyndman & Koehler" in words.replace("\\", "")
    # What could not be made is said, and breaks nothing.
    assert "There are too few rows." in words


def test_the_middle_seed_stands_for_all_and_a_failed_one_is_said(result):
    app = result("Repeats")
    assert "LSTM with seed 3 did not learn: its numbers grew beyond all bounds." in texts(app)
    assert "GRU came closest (RMSE 2.10); LSTM was 67% further off" in texts(app)


@pytest.mark.parametrize("view", errors._VIEWS)
def test_errors_can_be_looked_at_in_every_way(result, view):
    app = result("Errors")
    app.session_state["errors_view"] = view
    app.run()
    assert not app.exception
    assert errors._VIEWS[view].notice in texts(app)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("way", ["adaptive", "split"])
def test_a_band_says_what_it_should_hold_and_what_it_held(result, level, way):
    app = result()
    app.session_state["band_level"], app.session_state["band_way"] = level, way
    app.run()
    assert not app.exception
    assert f"should hold {level:.0%} of the real values" in texts(app).replace("\\", "")


def test_more_seeds_are_a_click_away_and_none_is_trained_twice(visit, fake_engine):
    app = visit("train", data="builtin:walk", window="10", run=fake_engine.finish(job(seed=7), owner="me"))
    app.session_state["result_tabs"] = "Repeats"
    app.run()
    app.get_by_key("repeat_more").click().run()
    assert not app.exception
    waiting = [status.job.spec.seed for status in fake_engine.statuses.values() if not status.ended]
    assert sorted({7, *waiting}) == [7, 8, 9, 10, 11]
    assert app.get_by_key("set_repeats").value == 5


def test_a_direct_forecast_is_a_click_away(result, fake_engine):
    app = result("Ahead")
    assert "From 200 starting points in the test part" in texts(app)
    app.get_by_key("train_direct").click().run()
    assert not app.exception
    waiting = [status.job.spec for status in fake_engine.statuses.values() if not status.ended]
    assert {(spec.cell, spec.horizon) for spec in waiting} == {("LSTM", 10), ("GRU", 10)}
    assert sorted(spec.seed for spec in waiting) == [1, 1, 2, 2, 3, 3]
    assert app.get_by_key("set_horizon").value == 10


def test_a_network_that_cannot_go_on_by_itself_says_why(visit, fake_engine, monkeypatch):
    nothing = np.empty((0, 0))
    why = Sentence("cannot", "Nobody knows the future of Volume.")
    none = Ahead(
        "recursive", np.empty(0, "datetime64[s]"), np.empty(0), 1.0, NOW, *[np.empty(0)] * 2, nothing, nothing, why
    )
    monkeypatch.setattr("tests.made_up_runs.flat_ahead", lambda *_: none)
    app = visit("train", data="builtin:walk", window="10", run=fake_engine.finish(job()))
    app.session_state["result_tabs"] = "Ahead"
    app.run()
    assert not app.exception
    assert "Nobody knows the future of Volume." in texts(app)
    assert app.get_by_key("train_direct")


def test_a_stopped_run_and_the_whole_one_of_the_same_settings_have_bands_of_their_own(visit, fake_engine):
    def held(miss):
        app = visit("train", data="builtin:walk", window="10", run=fake_engine.finish(job(), miss))
        return next(text.value for text in app.caption if "of the real values; on" in text.value)

    assert held(1.0) != held(9.0)
