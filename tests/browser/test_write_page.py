"""Write, in a real browser: one's own text is learnt from, what else might have come is told, and links work."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser

TEXT = "The cat sat on the mat. The dog ran to the door. A bird sang in the tree. " * 60


def open_write(page: Page, address: str) -> None:
    open_page(page, address)
    expect(page.locator("[data-testid=stMain] h1")).to_be_visible()
    settle(page)


def test_ones_own_text_is_learnt_from_and_gone_on_with(page: Page, browser: Browser, server: Server) -> None:
    open_write(page, f"{server.address}/write")
    main(page).get_by_text("My own text").click()
    main(page).get_by_label("Or paste a text").fill(TEXT)
    main(page).get_by_label("Or paste a text").press("Control+Enter")
    expect(main(page).get_by_text("4,439 characters")).to_be_visible()
    settle(page)
    main(page).get_by_role("button", name="Train", exact=True).click()
    expect(main(page).get_by_text("bits for each character")).to_be_visible(timeout=90_000)
    paper = main(page).locator(".rnn-lab-letters-text")
    expect(paper.locator(".rnn-lab-letters-one").nth(40)).to_be_visible()
    paper.focus()
    paper.press("ArrowRight")
    expect(main(page).get_by_text("What might have come here")).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}

    other = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    try:
        reader = other.new_page()
        open_write(reader, page.url)
        expect(main(reader).get_by_text("困惑度").first).to_be_visible()
        assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        other.close()
