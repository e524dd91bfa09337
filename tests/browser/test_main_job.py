"""The main job in a real browser: choose a series, train, watch, compare, stop, come back."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import (
    NO_END,
    cards,
    choose_builtin,
    expect_result,
    go_to,
    main,
    open_page,
    set_number,
    settle,
    stop,
    stop_all,
    train,
)

pytestmark = pytest.mark.browser

LONG = f"window=10&units=8&epochs={NO_END}&data=builtin:sunspots"


def test_a_visitor_trains_lstm_and_gru_and_sees_both_curves_their_rmse_and_the_naive_line(
    page: Page, server: Server
) -> None:
    open_page(page, server.address)
    page.get_by_role("button", name="Use my own data").click()
    choose_builtin(page, "Sunspots, yearly")
    page.get_by_role("button", name="Train on this").click()
    set_number(page, "Epochs", 3)
    train(page)
    expect(cards(page).first).to_be_visible()
    expect_result(page)
    rows = page.get_by_role("table").first.get_by_role("row")
    for name in ("LSTM", "GRU", "Naive line", "Linear model", "Exponential smoothing"):
        expect(rows.filter(has_text=name)).to_contain_text(re.compile(r"\d"))
    legend = main(page).locator(".legendtext")
    for name in ("real values", "naive line", "LSTM", "GRU"):
        expect(legend.get_by_text(name, exact=True).first).to_be_attached()
    expect(main(page).get_by_text("RMSE").first).to_be_visible()


def test_progress_moves_and_stop_keeps_what_was_learnt_so_far(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?cells=GRU&seed=11&{LONG}")
    train(page)
    expect(page.get_by_text(re.compile(r"^Epoch [1-9]\d* of 1,000$")).first).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Epoch \d\d+ of 1,000$")).first).to_be_visible()
    stop(page)
    expect(page.get_by_text(re.compile(r"GRU was stopped after [\d,]+ of 1,000 epochs"))).to_be_visible()
    expect_result(page)
    expect(page.get_by_role("table").first.get_by_role("row").filter(has_text="GRU")).to_contain_text(re.compile(r"\d"))


def test_a_refresh_in_mid_training_and_another_tab_find_the_training_again(
    page: Page, context: BrowserContext, server: Server
) -> None:
    open_page(page, f"{server.address}/train?cells=LSTM&seed=12&{LONG}")
    train(page)
    expect(cards(page).first).to_be_visible()
    expect(page).to_have_url(re.compile("run="))
    page.reload(wait_until="commit")
    expect(cards(page).first).to_be_visible()
    other = context.new_page()
    open_page(other, page.url)
    expect(cards(other).first).to_be_visible()
    stop(other)
    expect_result(page)
    expect_result(other)


def test_the_settings_come_back_on_another_page_and_in_the_address(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?data=builtin:walk&cells=GRU&units=17")
    expect(page.get_by_role("spinbutton", name="Units")).to_have_value("17")
    set_number(page, "Epochs", 7)
    go_to(page, "Data")
    expect(page.get_by_role("heading", name="Random walk")).to_be_visible()
    go_to(page, "Train")
    expect(page.get_by_role("spinbutton", name="Epochs")).to_have_value("7")
    expect(page).to_have_url(re.compile("units=17"))
    expect(page).to_have_url(re.compile("epochs=7"))


def test_two_visitors_train_the_same_at_once_and_neither_stops_the_other(page: Page, server: Server) -> None:
    address = f"{server.address}/train?cells=GRU&seed=13&{LONG}"
    browser = page.context.browser
    assert browser is not None
    stranger = browser.new_context(locale="en-US").new_page()
    for visitor in (page, stranger):
        open_page(visitor, address)
        train(visitor)
        expect(cards(visitor).first).to_be_visible()
    stop(page)
    expect_result(page)
    expect(cards(stranger).first).to_be_visible()
    expect(stranger.get_by_role("tab", name="Scores")).to_have_count(0)
    stop(stranger)
    expect_result(stranger)
    stranger.context.close()


def test_a_killed_worker_is_said_in_a_sentence_and_the_other_run_goes_on(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?cells=LSTM,GRU&seed=14&{LONG}")
    train(page)
    expect(cards(page)).to_have_count(2)
    server.workers()[0].kill()
    expect(page.get_by_text("Could not finish").first).to_be_visible()
    expect(cards(page).first).to_be_visible()
    stop(page)
    expect(page.get_by_text("was ended from outside, or it ran out of memory")).to_be_visible()
    expect_result(page)


def test_neither_tensorflow_nor_keras_is_in_the_server_after_all_this(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?cells=SimpleRNN&epochs=1&data=builtin:sunspots&window=10&units=4")
    train(page)
    expect_result(page)
    for title in ("Home", "Data", "Train"):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
        expect(main(page).get_by_role("heading", level=1)).to_be_visible()
    modules = server.modules()
    assert "streamlit" in modules
    assert not modules & {"tensorflow", "keras"}
    stop_all(page)


def test_slider_and_box_of_one_setting_say_the_same(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/train?data=builtin:sunspots")
    box, slider = (page.get_by_role(role, name="Epochs") for role in ("spinbutton", "slider"))
    set_number(page, "Epochs", 300)
    slider.press("ArrowLeft")
    expect(box).to_have_value("299")
    settle(page)
    slider.press("Home")
    expect(box).to_have_value("1")
    expect(page).to_have_url(re.compile("epochs=1$|epochs=1&"))
