"""Prepared failures in a real browser: a ball that moves, a click that trains for real, a box that ticks itself."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser


def open_failures(page: Page, server: Server) -> None:
    # Through another page, so that the tests may run in any order: the first visit opens the door.
    open_page(page, f"{server.address}/train")
    expect(page.get_by_role("heading", name="Train", level=1)).to_be_visible()
    open_page(page, f"{server.address}/pitfalls")
    expect(page.get_by_role("button", name="Make it fail")).to_be_visible()
    settle(page)


def test_the_ball_moves_by_itself_and_answers_to_its_rate(page: Page, server: Server) -> None:
    open_failures(page, server)
    expect(main(page).get_by_text(re.compile(r"^After step [3-9]: the weight is"))).to_be_visible()
    page.get_by_role("slider", name="Learning rate of the ball").press("End")
    expect(main(page).get_by_text("it never comes down again")).to_be_visible()
    expect(main(page).get_by_text("outside the picture")).to_be_visible()


def test_a_failure_fails_for_real_its_cure_cures_and_goes_on_train(page: Page, server: Server) -> None:
    open_failures(page, server)
    page.get_by_role("button", name="Make it fail").click()
    expect(main(page).get_by_text("times that of always saying the mean")).to_be_visible(timeout=90_000)
    expect(main(page).get_by_text("The cure works")).to_be_visible()
    expect(main(page).get_by_text("1 of 5 seen and cured")).to_be_visible()
    expect(main(page).locator(".js-plotly-plot .legendtext").first).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}
    settle(page)
    page.get_by_role("button", name="Try the cure on Train").click()
    expect(page.get_by_role("heading", name="Train", level=1)).to_be_visible()
    expect(page.get_by_text("Noisy sine").first).to_be_visible()
    expect(page).to_have_url(re.compile("learning_rate=0.003"))


def test_on_a_phone_nothing_is_cut_and_the_dial_answers_to_keys(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_failures(page, server)
    page.get_by_role("slider", name="Learning rate that is to blame").press("ArrowLeft")
    settle(page)
    expect(main(page).get_by_test_id("stSliderThumbValue").nth(1)).to_have_text("0.3")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
