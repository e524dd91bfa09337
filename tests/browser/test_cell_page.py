"""Inside the cell, in a real browser: it moves by itself, obeys the keyboard, and shows the numbers that it must."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser


def open_cells(page: Page, server: Server, address: str = "") -> None:
    open_page(page, f"{server.address}/cell{address}")
    expect(page.locator(".rnn-lab-stage-count")).to_be_visible()


def test_the_cells_move_by_themselves_and_obey_the_keyboard(page: Page, server: Server) -> None:
    open_cells(page, server)
    count = page.locator(".rnn-lab-stage-count")
    expect(count).to_have_text("2 of 8")
    expect(count).to_have_text("3 of 8")
    settle(page)
    page.get_by_role("button", name="Pause").press("Enter")
    expect(page.get_by_role("button", name="Play")).to_be_focused()
    page.get_by_role("slider", name="Step", exact=True).first.press("End")
    expect(count).to_have_text("8 of 8")
    page.get_by_role("button", name="One step on").press("Space")
    expect(count).to_have_text("1 of 8")
    expect(page.locator(".rnn-lab-stage-caption")).to_contain_text("Step 1 reads 2.")
    for number in ("0.54", "0.86", "2.73"):
        expect(page.locator(".rnn-lab-stage svg text", has_text=re.compile(f"^{number}$")).first).to_be_visible()


def test_worked_example_and_counts_are_there_to_be_read(page: Page, server: Server) -> None:
    open_cells(page, server)
    for text in ("0.85972772", "0.88365397", "= 2.72703566", "63,500", "48,000"):
        expect(main(page).get_by_text(text).first).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}


def test_still_for_those_who_want_no_movement(page: Page, server: Server) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_cells(page, server)
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    expect(page.locator(".rnn-lab-stage-count")).to_have_text("1 of 8")


def test_a_phone_shows_the_cells_under_each_other_in_chinese(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_cells(page, server, "?lang=zh")
    settle(page)
    tops = [box["y"] for panel in page.locator(".rnn-lab-stage-panel").all() if (box := panel.bounding_box())]
    assert len(tops) == 3
    assert tops == sorted(set(tops))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.get_by_role("button", name="前进一步")).to_be_in_viewport()
