"""The guided tour: it points to five steps, sees what is done, stays out of the way, and can be left."""

import pytest

from pages.ui.state import LANGUAGES
from pages.ui.tour import TOUR
from tests.pages.test_pages import job, texts


def click(app, key):
    app.button(key).click().run()
    assert not app.exception
    return app


def begun(visit, **params):
    app = visit("home", **params)
    next(button for button in app.button if button.icon == ":material/tour:").click().run()
    assert not app.exception
    return app


def test_nobody_is_guided_unasked(visit):
    app = visit("data")
    assert "Tour, step" not in texts(app)


def test_it_begins_on_the_first_page_and_sees_when_a_series_is_chosen(visit):
    app = begun(visit)
    assert app.title[0].value == "Data"
    assert "Tour, step 1 of 5" in texts(app)
    assert "green-badge" not in texts(app)
    assert "green-badge" in texts(begun(visit, data="builtin:share"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_steps_lead_through_the_pages_and_back(visit, language):
    app = begun(visit, lang=language)
    for number, step in enumerate(TOUR, start=1):
        assert "violet-badge" in texts(app), number
        assert app.session_state["kept_tour"] == number
        assert app.session_state["last_page"] == step.page
        if number < len(TOUR):
            click(app, "tour_next")
    click(app, "tour_back")
    assert app.session_state["kept_tour"] == len(TOUR) - 1


def test_on_another_page_it_shows_the_way(visit):
    app = begun(visit)
    app.switch_page("pages/runs.py").run()
    click(app, "tour_there")
    assert app.title[0].value == "Data"
    assert "Tour, step 1 of 5" in texts(app)


def test_it_can_be_left_at_any_step(visit):
    app = begun(visit)
    click(app, "tour_next")
    click(app, "tour_leave")
    assert "Tour, step" not in texts(app)


def test_a_result_ends_the_watching(visit, fake_engine):
    name = fake_engine.finish(job())
    app = visit("train", data="builtin:walk", window="10", run=name)
    app.session_state["kept_tour"] = 4
    app.run()
    assert "Watch them learn" in texts(app)
    assert "green-badge" in texts(app)


def test_a_click_on_train_brings_the_next_step_by_itself(visit, fake_engine):
    app = begun(visit, data="builtin:walk", cells="GRU", window="10")
    click(app, "tour_next")
    click(app, "tour_next")
    assert "Press Train" in texts(app)
    next(button for button in app.button if button.label == "Train").click().run()
    assert not app.exception
    assert fake_engine.running(app.session_state["owner"])
    assert "Watch them learn" in texts(app)
    assert "green-badge" not in texts(app)
    click(app, "tour_back")
    assert "Press Train" in texts(app)


def test_what_comes_first_is_said_where_it_was_left_out(visit):
    app = begun(visit)
    assert "comes first" not in texts(app)
    for _ in range(3):
        click(app, "tour_next")
    assert "Step 1 comes first: Choose a series." in texts(app)
