"""A look inside a run in a real browser: it is there once a network has learnt, and gates are chosen by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import expect_result, main, open_page, settle, train, train_button

pytestmark = pytest.mark.browser

SMALL = "data=builtin:sunspots&cells=GRU&units=4&window=11&epochs=2"


def test_a_network_that_has_just_learnt_can_be_looked_into(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?{SMALL}")
    expect(train_button(page)).to_be_enabled()
    train(page)
    expect_result(page)
    page.get_by_role("tab", name="Inside", exact=True).click()
    settle(page)
    expect(main(page).get_by_text("rows hold nine tenths of the whole pull")).to_be_visible()
    expect(main(page).locator(".js-plotly-plot .heatmaplayer image")).to_have_count(2)
    expect(main(page).get_by_text("largest jumps the update gate z stands at")).to_be_visible()

    page.get_by_role("radio", name="update gate z").press("ArrowRight")
    page.keyboard.press("Enter")
    expect(main(page).get_by_text("largest jumps the reset gate r stands at")).to_be_visible()
    assert not server.modules() & {"tensorflow", "keras"}
