"""Rewrite, in a real browser: networks learn to reverse, are asked, show where they looked, and links work."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser

# After less it writes nothing at all, of which there is no map.
TINY = "rewrite_task=reverse&rewrite_units=16&rewrite_epochs=3"


def open_rewrite(page: Page, address: str) -> None:
    open_page(page, address)
    expect(page.locator("[data-testid=stMain] h1")).to_be_visible()
    settle(page)


def test_networks_learn_to_reverse_and_are_asked(page: Page, browser: Browser, server: Server) -> None:
    open_rewrite(page, f"{server.address}/rewrite?{TINY}")
    main(page).get_by_role("button", name="Train", exact=True).click()
    expect(main(page).get_by_text("Ask it")).to_be_visible(timeout=90_000)
    settle(page)
    question = main(page).get_by_role("textbox", name="Your question")
    question.fill("Streamlit")
    question.press("Enter")
    expect(main(page).get_by_text("Right would be: tilmaerts")).to_be_visible()
    settle(page)
    looked = main(page).get_by_role("img", name=re.compile("letter read that it looked at most"))
    expect(looked.locator(".heatmaplayer image").first).to_be_attached()
    expect(main(page).get_by_text("No attention: it did not look back at any letter.")).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}

    other = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    try:
        reader = other.new_page()
        open_rewrite(reader, page.url)
        expect(reader.locator(".heatmaplayer image").first).to_be_attached()
        assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        other.close()
