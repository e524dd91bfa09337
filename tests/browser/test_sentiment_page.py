"""Sentiment, in a real browser: one's own table is learnt from, a sentence is read word by word, and links work."""

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle
from tests.text.sentiment.reviews import reviews

pytestmark = pytest.mark.browser

SMALL = "sentiment_units=8&sentiment_embedding=8&sentiment_epochs=8&sentiment_learning_rate=0.02"


def table() -> FilePayload:
    found = reviews(300)
    rows = [f"{text};{label}" for text, label in zip(found.texts, found.labels, strict=True)]
    return {"name": "opinions.csv", "mimeType": "text/csv", "buffer": "\n".join(["review;label", *rows]).encode()}


def open_sentiment(page: Page, address: str) -> None:
    open_page(page, address)
    expect(page.locator("[data-testid=stMain] h1")).to_be_visible()
    settle(page)


def test_ones_own_table_is_learnt_from_and_a_sentence_is_read(page: Page, browser: Browser, server: Server) -> None:
    open_sentiment(page, f"{server.address}/sentiment?{SMALL}")
    main(page).get_by_text("My own text").click()
    page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(table())
    expect(main(page).get_by_text("300 texts, 2 labels")).to_be_visible()
    settle(page)
    main(page).get_by_text("Attention", exact=True).click()
    settle(page)
    main(page).get_by_role("button", name="Train", exact=True).click()
    expect(main(page).get_by_text("texts rightly that it has never read")).to_be_visible(timeout=90_000)
    settle(page)
    box = main(page).get_by_role("textbox", name="Your own sentence")
    expect(box).not_to_have_value("")  # something to begin with
    box.fill("the zebra was awful")
    box.press("Enter")
    expect(main(page).get_by_text("It says: nasty")).to_be_visible()
    words = main(page).locator(".rnn-lab-words-one")
    expect(words).to_have_count(4)
    expect(words.nth(1)).to_contain_text("zebra?")
    expect(main(page).locator(".js-plotly-plot").first).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}

    other = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    try:
        reader = other.new_page()
        open_sentiment(reader, page.url)
        expect(main(reader).locator(".rnn-lab-words-one").first).to_be_visible()
        assert reader.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        other.close()
