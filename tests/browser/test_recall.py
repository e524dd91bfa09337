"""The memory task in a real browser: it plays at once, a click lets the cells race, and the end is told."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser


def test_a_click_lets_the_cells_race_and_says_who_remembers(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/memory")
    expect(main(page).get_by_role("heading", name="Who remembers?")).to_be_visible()
    settle(page)
    main(page).get_by_role("button", name="Train them now").click()
    said = main(page)
    expect(said.get_by_text("the LSTM tells the first symbol rightly")).to_be_visible(timeout=90_000)
    expect(said.get_by_text("the GRU tells the first symbol rightly")).to_be_visible(timeout=90_000)
    expect(said.get_by_text("which is guessing, even after 1,000 training steps")).to_be_visible(timeout=90_000)
    expect(said.get_by_role("button", name="Train them now")).to_be_disabled()
    expect(said.get_by_text("Could not finish")).to_have_count(0)
    assert not server.modules() & {"tensorflow", "keras"}


def test_on_a_phone_the_race_fits_into_one_column(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{server.address}/memory")
    expect(main(page).get_by_role("heading", name="Who remembers?")).to_be_visible()
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
