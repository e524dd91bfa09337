"""Coming in by any address, in any language, with any file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.serving import Server, serve
from tests.browser.visiting import choose_file, open_page, train_button

pytestmark = pytest.mark.browser

DAYS = [f"2024-{month:02}-{day:02}" for month in range(1, 5) for day in range(1, 29)]
ROWS = "\n".join(f"{day},{100 + 7 * number % 13}" for number, day in enumerate(DAYS))
REFUSED = {
    "empty": (b"", "The file is empty"),
    "letter": (b"Dear reader,\nthis is a letter.\n", "A series needs at least 2 rows"),
    "no dates": (b"price\n1\n2\n3\n", "A column of dates is needed"),
    "dates that cannot be read": (b"Date,Close\nsoon,1\nlater,2\nnever,3\n", "All dates must be written in one way"),
    "no table": (b"%PDF-1.4\x00\x01\x02\x03", "The file must be a table"),
    "broken": (b"PK\x03\x04\x00\x00\x00", "it is damaged"),
}
SETTLED_BY_THE_FORM = {
    "too few rows": ("Date,Close\n" + "\n".join(ROWS.splitlines()[:12]), "The window (60 steps) must be shorter"),
    "constant": ("Date,Close\n" + "\n".join(f"{day},5" for day in DAYS), "never changes in the training part"),
    "missing values": (
        "Date,Rain,Sun\n" + ROWS.replace(",107", ",").replace("\n", ",1\n"),
        "missing values, the first",
    ),
}


def test_the_first_visitor_of_a_server_may_come_in_by_any_page(browser: Browser, tmp_path: Path) -> None:
    with serve(tmp_path) as fresh:
        page = browser.new_page(locale="en-US")
        page.set_default_timeout(60_000)
        open_page(page, f"{fresh.address}/train?data=builtin:sine")
        expect(page.get_by_text("Noisy sine").first).to_be_visible()
        expect(train_button(page)).to_be_visible()
        page.close()


def test_a_chinese_browser_is_greeted_in_chinese_and_can_switch(browser: Browser, server: Server) -> None:
    page = browser.new_page(locale="zh-CN")
    page.set_default_timeout(60_000)
    open_page(page, f"{server.address}/data")
    expect(page.get_by_role("heading", level=1)).to_have_text("数据")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
    expect(page).to_have_url(re.compile("lang=en"))
    page.close()


def test_a_file_of_ones_own_is_read_and_can_be_trained_on(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data")
    choose_file(page, mine(f"Date,Close\n{ROWS}\n".encode()))
    expect(page.get_by_role("heading", name="mine")).to_be_visible()
    expect(page.get_by_text("112 daily rows").first).to_be_visible()
    expect(page).to_have_url(re.compile("data=file"))


def test_files_that_cannot_be_read_get_a_sentence_each_and_the_old_series_stays(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:walk")
    expect(page.get_by_role("heading", name="Random walk")).to_be_visible()
    for content, sentence in REFUSED.values():
        choose_file(page, mine(content))
        expect(page.get_by_role("alert").get_by_text(sentence)).to_be_visible()
        expect(page.get_by_role("heading", name="Random walk")).to_be_visible()


@pytest.mark.parametrize("case", SETTLED_BY_THE_FORM)
def test_data_that_cannot_be_trained_on_gets_a_sentence(page: Page, server: Server, case: str) -> None:
    content, sentence = SETTLED_BY_THE_FORM[case]
    open_page(page, f"{server.address}/data")
    choose_file(page, mine(content.encode()))
    expect(page.get_by_role("heading", name="mine")).to_be_visible()
    page.get_by_role("button", name="Train on this").click()
    expect(page.get_by_role("alert").get_by_text(sentence)).to_be_visible()
    expect(train_button(page)).to_be_disabled()


def test_an_empty_test_part_gets_a_sentence(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?data=builtin:sunspots&train_to=2008-01-01")
    expect(page.get_by_role("alert").get_by_text("The test part is empty")).to_be_visible()
    expect(train_button(page)).to_be_disabled()


def test_a_ticker_that_cannot_be_loaded_gets_a_sentence_and_the_old_series_stays(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?data=builtin:walk")
    page.get_by_role("tab", name="Ticker").click()
    box = page.get_by_role("combobox", name="Company or ticker")
    box.fill("N O")
    box.press("Enter")
    page.get_by_role("button", name="Load prices").click()
    expect(page.get_by_role("alert").get_by_text("A ticker has 1 to 20 letters")).to_be_visible()
    expect(page.get_by_role("heading", name="Random walk")).to_be_visible()


def mine(content: bytes) -> FilePayload:
    return {"name": "mine.csv", "mimeType": "text/csv", "buffer": content}
