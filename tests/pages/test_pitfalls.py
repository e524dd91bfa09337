"""When it goes wrong: every mistake on every kind of series, by one's own choice, and refusals in a sentence."""

import numpy as np
import pandas as pd
import pytest

from pages.ui.series.kept import kept_files
from rnn_core.lessons.pitfalls import PITFALLS
from rnn_core.series import Receipt, Series
from tests.pages.charts import charts
from tests.pages.conftest import in_language
from tests.pages.test_pages import texts

PAGE = "learn/pitfalls"
RNG = np.random.default_rng(1)


@pytest.fixture
def see(visit):
    """Open the page and turn to the forecasts that flatter themselves."""

    def open_page(**params):
        app = visit("home", **params)
        app.session_state["kept_wrong_side"] = "score"
        return app.switch_page(f"pages/{PAGE}.py").run()

    return open_page


def turn_to(app, name):
    app.get_by_key(in_language("pitfall", app.session_state["language"])).set_value(name).run()
    assert not app.exception
    return texts(app)


def keep(values, **more):
    frame = pd.DataFrame(
        values, index=pd.date_range("2020-01-01", periods=len(next(iter(values.values()))), name="date")
    )
    return str(kept_files().keep(Series("mine", frame, Receipt("mine.csv", "own", **more), "USD")))


def series_switch(app):
    return next(one for one in app.get("button_group") if str(one.key).startswith("pitfall_series"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PITFALLS)
def test_every_mistake_opens_without_a_chosen_series(see, name, language):
    app = see(lang=language)
    turn_to(app, name)
    assert len(charts(app)) == 1


def test_each_mistake_has_its_story_both_scores_and_what_to_notice(see):
    app = see(data="builtin:walk")
    for name, pitfall in PITFALLS.items():
        said = turn_to(app, name)
        assert pitfall.story in said
        assert f"**What to notice**\n\n{pitfall.notice}" in said
        assert "orange-badge[misleading]" in said
        assert "blue-badge[honest]" in said
    assert len([radio for radio in app.radio if "question_pitfalls" in str(radio.key)]) == 4


def test_without_a_series_a_builtin_one_is_shown_and_another_is_a_click_away(see):
    app = see()
    assert "You have not chosen a series yet" in texts(app)
    assert "Simulated share" in texts(app)
    series_switch(app).set_value("walk").run()
    assert "Random walk" in texts(app)
    assert "data" not in app.query_params


def test_ones_own_series_comes_first_and_builtin_ones_are_a_click_away(see):
    app = see(data=keep({"x": np.cumsum(RNG.normal(size=300))}))
    assert "You have not chosen" not in texts(app)
    assert "**mine** · your file · 240 rows to learn from, 60 rows to be tested on." in texts(app)
    assert "USD" in turn_to(app, "peeking")
    series_switch(app).set_value("sine").run()
    assert not app.exception
    assert "Noisy sine" in texts(app)


def test_the_split_of_the_settings_is_used(see):
    app = see(data="builtin:walk", test_share="0.5", window="500")
    assert "500 rows to learn from, 500 rows to be tested on." in texts(app)
    app = see(data="builtin:share", target="High", test_from="2021-01-01")
    assert "To keep it quick: the last 2,798 rows before the test part, and the first 202 rows of it." in texts(app)
    assert "the cheat reads: Open, Low, Close." in turn_to(app, "peeking")


def test_what_is_moved_changes_what_is_said(see):
    app = see(data="builtin:walk")
    assert "looks 10 steps ahead" in turn_to(app, "horizons")
    app.slider[0].set_value(1).run()
    assert "this comparison is fair" in texts(app)
    turn_to(app, "lag")
    next(one for one in app.get("button_group") if str(one.key).startswith("pitfall_lag")).set_value(15).run()
    assert not app.exception
    assert "1 would be perfect (15 rows)" in texts(app)


def test_where_the_cheat_does_not_pay_it_is_said(see):
    assert "the cheat gains nothing" in turn_to(see(data="builtin:sine"), "scaling")
    assert "The cheat pays" in turn_to(see(data="builtin:share"), "scaling")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (np.arange(30.0), "To show this, at least 60 rows to learn from"),
        (np.full(300, 2.0), "never changes in the training part"),
    ],
)
def test_a_series_that_shows_nothing_is_a_sentence_and_the_builtin_ones_stay(see, values, sentence):
    app = see(data=keep({"x": values}))
    assert not app.exception
    assert sentence in app.warning[0].value
    assert len(charts(app)) == 0
    series_switch(app).set_value("walk").run()
    assert not app.warning
    assert len(charts(app)) == 1


def test_a_series_that_is_gone_is_a_sentence_and_a_builtin_one_is_shown(see):
    app = see(data="file:0123456789abcdef")
    assert not app.exception
    assert "not on this server any more" in app.warning[0].value
    assert len(charts(app)) == 1


def test_missing_values_names_with_marks_and_a_peer_without_values_break_nothing(see):
    walk = np.cumsum(RNG.normal(size=400))
    gappy = np.where(np.arange(400) % 7 == 3, np.nan, walk)
    app = see(data=keep({"<b>*a*</b>": gappy, "[b](c)": walk + 1, "none": np.full(400, np.nan)}))
    for name in PITFALLS:
        said = turn_to(app, name)
        assert "<b>" not in said.replace("\\<", "")
