"""A click on a recipe: its data, or the named stand-in where Yahoo cannot be reached, and its settings."""

import pytest

from rnn_core.errors import TickerError
from rnn_core.forecast.recipes import RECIPES
from rnn_core.series import load_builtin, loading
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
