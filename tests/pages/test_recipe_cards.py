"""A click on a recipe: its data, or the named stand-in where Yahoo cannot be reached, and its settings."""

import numpy as np
import pandas as pd
import pytest

from pages.ui.series.kept import kept_files
from rnn_core.errors import TickerError
from rnn_core.forecast.recipes import RECIPES
from rnn_core.series import Receipt, Series, load_builtin, loading
from tests.pages.test_pages import texts


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_):
        raise TickerError("no_network", "Yahoo cannot be reached from here. Check the network.")

    monkeypatch.setattr(loading, "load_ticker", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", RECIPES)
def test_a_click_on_a_recipe_submits_its_specs_and_lands_on_train(visit, fake_engine, name):
    app = visit("home")
    app.get_by_key(f"recipe_{name}").click().run()
    assert not app.exception
    recipe = RECIPES[name]
    submitted = [status.job for status in fake_engine.statuses.values()]
    assert [job.spec for job in submitted] == list(recipe.specs())
    expected = load_builtin((recipe.instead or recipe.source).name)
    assert {job.series.fingerprint for job in submitted} == {expected.fingerprint}


@pytest.mark.usefixtures("no_network")
def test_where_yahoo_cannot_be_reached_the_stand_in_is_named_and_the_reason_said(visit):
    app = visit("home")
    app.get_by_key("recipe_mastercard").click().run()
    app.switch_page("pages/train.py").run()
    assert "Yahoo cannot be reached from here" in texts(app)
    assert "This is Simulated share instead" in texts(app)


@pytest.mark.usefixtures("no_network")
def test_the_stand_in_is_no_longer_named_once_another_series_is_chosen(visit):
    app = visit("home")
    app.get_by_key("recipe_mastercard").click().run()
    app.switch_page("pages/data.py").run()
    app.radio[0].set_value("walk").run()
    assert str(app.session_state["source"]) == "builtin:walk"
    app.switch_page("pages/train.py").run()
    assert not app.exception
    assert "Random walk" in texts(app)
    assert "Yahoo cannot be reached" not in texts(app)
    assert "instead" not in texts(app)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("name", RECIPES)
def test_a_finished_recipe_is_a_result_of_the_settings_that_the_form_shows(visit, fake_engine, name):
    app = visit("home")
    app.get_by_key(f"recipe_{name}").click().run()
    fake_engine.finish_all()
    app.switch_page("pages/train.py").run()
    assert not app.exception
    assert list(app.table[0].value.index) == [*RECIPES[name].cells, "Naive line", "Linear model"]
    assert "settings have changed" not in texts(app)


@pytest.mark.usefixtures("no_network")
def test_a_refused_recipe_is_one_sentence_and_starts_nothing(visit, fake_engine):
    fake_engine.refuse_after = 1
    app = visit("home")
    app.get_by_key("recipe_mastercard").click().run()
    assert not app.exception
    assert [error.value for error in app.error] == ["Too many of yours are waiting. Wait for one of them, or stop one."]
    assert app.session_state["runs"] == ()
    assert fake_engine.running(app.session_state["owner"]) == ()


def own_prices(*columns, first="2015-01-01", days=2600):
    """A file of a visitor's own, with these columns; the default days are those of the Mastercard recipe."""
    dates = pd.date_range(first, periods=days, name="date")
    frame = pd.DataFrame({name: 50 + np.sin(np.arange(days) / 9) + n for n, name in enumerate(columns)}, index=dates)
    return Series("my [prices].csv", frame, Receipt("my [prices].csv", "own"))


def offered(app):
    return [button.key for button in app.button if str(button.key).startswith("own_")]


@pytest.mark.usefixtures("no_network")
def test_a_recipe_offers_the_visitors_own_file_that_has_its_columns_and_days(visit, fake_engine):
    series = own_prices("Open", "High")
    source = str(kept_files().keep(series))
    app = visit("home", data=source)
    assert "own_mastercard" in offered(app)
    assert app.get_by_key("own_mastercard").label == r"Train on my \[prices\].csv"
    app.get_by_key("own_mastercard").click().run()
    assert not app.exception
    jobs = [status.job for status in fake_engine.statuses.values()]
    assert [job.spec for job in jobs] == list(RECIPES["mastercard"].specs())
    assert {job.series.fingerprint for job in jobs} == {series.fingerprint}
    app.switch_page("pages/train.py").run()
    assert str(app.session_state["source"]) == source
    assert "instead" not in texts(app)


@pytest.mark.parametrize(
    "series",
    [own_prices("Open", "Low"), own_prices("High", days=400), own_prices("High", first="2021-02-01", days=900)],
    ids=["no High", "ends too early", "begins too late"],
)
def test_a_recipe_does_not_offer_a_file_without_its_columns_or_days(visit, series):
    app = visit("home", data=str(kept_files().keep(series)))
    assert not app.exception
    assert "own_mastercard" not in offered(app)


@pytest.mark.parametrize("params", [{}, {"data": "builtin:share"}, {"data": "file:0123456789abcdef"}], ids=str)
def test_a_recipe_offers_nothing_but_an_own_file(visit, params):
    app = visit("home", **params)
    assert not app.exception
    assert offered(app) == []
