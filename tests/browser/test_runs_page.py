"""The Runs page in a real browser, on a wide screen and on a phone: what was trained is there to be worked with."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import expect_result, main, open_page, settle, train, train_button

pytestmark = pytest.mark.browser

SMALL = "data=builtin:sunspots&window=11&epochs=2&units=4"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def has_trained(page: Page, server: Server, cells: str, seed: int) -> None:
    open_page(page, f"{server.address}/train?{SMALL}&cells={cells}&seed={seed}")
    expect(train_button(page)).to_be_enabled()
    train(page)
    expect_result(page)


def open_runs(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/runs")
    expect(rows(page).first).to_be_visible()
    settle(page)


def rows(page: Page) -> Locator:
    return main(page).get_by_role("checkbox")


def tick(page: Page, number: int) -> None:
    # The box itself lies hidden in its label.
    main(page).get_by_test_id("stCheckbox").locator("label").nth(number).click()
    settle(page)


def press(page: Page, name: str) -> None:
    main(page).get_by_role("button", name=name, exact=True).click()
    settle(page)


def choose(page: Page, action: str) -> None:
    """From the menu of the first run."""
    main(page).get_by_role("button", name="More").first.click()
    page.get_by_role("menuitem", name=action, exact=True).click()
    settle(page)


@pytest.mark.parametrize(("size", "seed"), [(WIDE, 31), (PHONE, 32)], ids=["wide", "phone"])
def test_trained_networks_are_listed_compared_renamed_deleted_brought_back_and_opened(
    page: Page, server: Server, size: dict[str, int], seed: int
) -> None:
    has_trained(page, server, "SimpleRNN,GRU", seed)
    page.set_viewport_size(size)
    open_runs(page, server)
    expect(rows(page)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]

    tick(page, 0)
    tick(page, 1)
    press(page, "Compare")
    expect(main(page).locator(".js-plotly-plot .parcoords")).to_be_visible()
    expect(main(page).get_by_text("The same in all")).to_be_visible()
    press(page, "Back to the list")
    expect(main(page).get_by_text("2 runs ticked")).to_be_visible()

    choose(page, "Rename")
    box = page.get_by_role("textbox", name="New name")
    box.fill("<b>Mine</b>")
    press(page, "Save")
    expect(main(page).get_by_text("<b>Mine</b>")).to_be_visible()

    choose(page, "Delete")
    expect(main(page).get_by_text("1 run deleted.")).to_be_visible()
    expect(rows(page)).to_have_count(1)
    press(page, "Undo")
    expect(rows(page)).to_have_count(2)

    # The arrow of a list to choose from is called "Open" too.
    main(page).get_by_test_id("stBaseButton-tertiary").filter(has_text="Open").first.click()
    expect_result(page)
    expect(page).to_have_url(re.compile("run="))
