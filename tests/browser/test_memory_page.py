"""Memory, in a real browser: it plays at once, what is moved moves the numbers, and a phone shows all of it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser


def open_memory(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/memory")
    expect(page.get_by_role("heading", name="Memory", level=1)).to_be_visible()
    expect(page.locator(".rnn-lab-stage-panels").first).to_be_visible()
    settle(page)


def choose(page: Page, group: str, name: str) -> None:
    page.get_by_role("radiogroup", name=group, exact=True).get_by_text(name, exact=True).click()
    settle(page)


def test_the_stage_plays_at_once_and_can_be_stepped_through_by_keys(page: Page, server: Server) -> None:
    open_memory(page, server)
    caption = page.locator(".rnn-lab-stage-caption").first
    expect(caption).to_contain_text("Forward, step 18 of 60")
    slider = page.locator(".rnn-lab-stage-controls input").first
    slider.press("End")
    expect(caption).to_contain_text("54 steps back: 1.50 × 10⁻⁴ of the gradient arrives")
    slider.press("ArrowLeft")
    expect(caption).to_contain_text("48 steps back")
    assert not server.modules() & {"tensorflow", "keras"}


def test_the_bounds_are_on_the_page_and_what_is_moved_moves_the_findings(page: Page, server: Server) -> None:
    open_memory(page, server)
    for name, bound in (("tanh", "1"), ("relu", "1"), ("sigmoid", "0.25")):
        choose(page, "Activation", name)
        expect(main(page).get_by_text(f"with the largest slope there is, {bound}, they would")).to_be_visible()
        expect(main(page).get_by_text(f"slope at most {bound}", exact=True)).to_be_visible()
    choose(page, "Activation of the SimpleRNN", "sigmoid")
    expect(main(page).get_by_text("never above 0.25. So no step can hand on more than 0.250.")).to_be_visible()
    expect(main(page).locator(".legendtext", has_text="bound of the SimpleRNN: 0.25 a step")).to_be_visible()
    expect(main(page).get_by_text("17 of 40 gradients are cut")).to_be_visible()


def test_a_phone_shows_everything_in_one_column(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_memory(page, server)
    choose(page, "Cell on the stage", "LSTM")
    page.get_by_text("In formulas").click()
    expect(page.locator(".katex-display").first).to_be_visible()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
