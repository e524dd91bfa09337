"""Results in a real browser: seeds side by side, forecasts ahead, the film, and a second opinion a click away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import expect_result, main, open_page, settle, train, train_button

pytestmark = pytest.mark.browser

SMALL = "data=builtin:sunspots&cells=SimpleRNN&units=4&window=11&epochs=3"


def open_tab(page: Page, title: str) -> None:
    page.get_by_role("tab", name=title, exact=True).click()
    settle(page)


def test_a_result_can_be_looked_into_repeated_and_looked_ahead_from(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?{SMALL}&repeats=2")
    expect(train_button(page)).to_be_enabled()
    train(page)
    expect_result(page)
    expect(main(page).get_by_text("of the real values; on")).to_be_visible()

    open_tab(page, "Repeats")
    expect(main(page).get_by_text("Each dot is one seed")).to_be_visible()
    expect(main(page).locator(".js-plotly-plot .scatterlayer .point").nth(1)).to_be_attached()

    open_tab(page, "Ahead")
    expect(main(page).get_by_text("starting points in the test part")).to_be_visible()
    page.get_by_role("slider", name="Steps ahead").press("ArrowRight")
    expect(page.get_by_role("button", name="Train to say 21 steps at once")).to_be_visible()

    open_tab(page, "Training")
    film = main(page).locator(".js-plotly-plot").filter(has_text="Play")
    expect(film.get_by_text("Epoch 3 of 3")).to_be_visible()
    film.locator(".slider-rail-touch-rect").click(position={"x": 4, "y": 4})
    expect(film.get_by_text("Epoch 1 of 3")).to_be_visible()
    # It plays from there to its end.
    film.locator(".updatemenu-button").first.click()
    expect(film.get_by_text("Epoch 3 of 3")).to_be_visible()

    open_tab(page, "Repeats")
    page.get_by_role("button", name="Train SimpleRNN from 5 seeds").click()
    expect(main(page).get_by_text("5 seeds done")).to_be_visible()
    expect_result(page)
    expect(main(page).get_by_text("of 5 seeds").first).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}


def test_another_visitor_sees_the_same_result_by_its_link(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?{SMALL}&seed=7")
    expect(train_button(page)).to_be_enabled()
    train(page)
    expect_result(page)
    verdict = main(page).get_by_role("heading", level=4).inner_text()
    link = page.url
    context = page.context.browser.new_context(locale="en-US")
    try:
        stranger = context.new_page()
        open_page(stranger, link)
        expect_result(stranger)
        assert main(stranger).get_by_role("heading", level=4).inner_text() == verdict
    finally:
        context.close()
