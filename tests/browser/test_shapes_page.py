"""Shapes, in a real browser: the stage plays, what is typed is worked out, and a phone shows everything."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import main, open_page, settle

pytestmark = pytest.mark.browser


def open_shapes(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/shapes")
    expect(main(page).get_by_role("heading", name="Questions")).to_be_visible()
    settle(page)


def turn_to(page: Page, title: str) -> None:
    page.get_by_role("radiogroup", name="What goes in, what comes out").get_by_text(title, exact=True).click()
    expect(main(page).get_by_role("heading", name=title)).to_be_visible()
    settle(page)


def test_it_plays_at_once_and_what_is_typed_is_worked_out(page: Page, server: Server) -> None:
    open_shapes(page, server)
    expect(main(page).get_by_text("3 of 7").first).to_be_visible()  # nobody has pressed anything
    turn_to(page, "Many to many, equal length")
    box = main(page).get_by_role("textbox", name="Numbers, with spaces between")
    box.fill("10 30 25")
    box.press("Enter")
    expect(page.get_by_role("img", name="Coming out: 10, 20, −5.")).to_be_visible()
    turn_to(page, "Many to many, unequal length")
    main(page).get_by_role("slider", name="Room in the state").press("Home")
    expect(main(page).get_by_text("2 of 3 came out wrong: the state had no room.")).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}


def test_a_phone_shows_every_part_in_one_column(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_shapes(page, server)
    for tab, seen in (
        ("Shared weights", "1,952"),
        ("RNN, CNN, Transformer", "409,600"),
        ("Two-directional", "at the last day"),
        ("Different lengths", "Use a mask"),
    ):
        main(page).get_by_role("tab", name=tab).click()
        expect(main(page).get_by_text(seen).first).to_be_visible()
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
