"""When it goes wrong, in a real browser: a mistake at a time, and what is moved moves the numbers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import go_to, main, open_page, settle

pytestmark = pytest.mark.browser


def turn_to_scores(page: Page) -> None:
    page.get_by_role("radiogroup", name="What goes wrong?").get_by_text("The score flatters").click()
    expect(page.get_by_role("radiogroup", name="Which mistake?")).to_be_visible()
    settle(page)


def turn_to(page: Page, title: str) -> None:
    page.get_by_role("radiogroup", name="Which mistake?").get_by_text(title).click()
    expect(main(page).get_by_role("heading", name=title)).to_be_visible()
    settle(page)


def test_each_mistake_is_a_click_away_and_has_its_picture(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:walk")
    expect(page.get_by_role("heading", name="Random walk")).to_be_visible()
    go_to(page, "When it goes wrong")
    turn_to_scores(page)
    for title in (
        "Shuffling before splitting",
        "Peeking at the same day",
        "Comparing different horizons",
        "The lag illusion",
        "Scaling before splitting",
    ):
        turn_to(page, title)
        expect(main(page).locator(".js-plotly-plot .legendtext").first).to_be_visible()
        expect(main(page).get_by_text("What to notice")).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}


def test_what_is_moved_moves_the_numbers_and_another_series_is_a_click_away(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train")
    expect(page.get_by_role("heading", name="Train", level=1)).to_be_visible()
    go_to(page, "When it goes wrong")
    turn_to_scores(page)
    turn_to(page, "Comparing different horizons")
    expect(main(page).get_by_text("looks 10 steps ahead")).to_be_visible()
    slider = page.get_by_role("slider", name="Steps ahead of the naive line")
    slider.press("ArrowRight")
    expect(main(page).get_by_text("looks 11 steps ahead")).to_be_visible()
    page.get_by_role("radiogroup", name="Shown on").get_by_text("Random walk").click()
    expect(main(page).get_by_text("800 rows to learn from, 200 rows to be tested on.")).to_be_visible()
    expect(main(page).get_by_text("With the cheat it seems to beat the naive line")).to_be_visible()


def test_a_phone_shows_everything_in_one_column(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{server.address}/train")
    expect(page.get_by_role("heading", name="Train", level=1)).to_be_visible()
    open_page(page, f"{server.address}/pitfalls?data=builtin:share")
    turn_to_scores(page)
    expect(main(page).get_by_text("What to notice")).to_be_visible()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
