"""A server that dies in mid-training, and comes back: what was finished is there, what was not starts again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.serving import Server, serve
from tests.browser.visiting import (
    NO_END,
    cards,
    expect_result,
    main,
    open_page,
    settle,
    stop,
    stop_all,
    train,
    train_button,
)

pytestmark = pytest.mark.browser

SMALL = "data=builtin:sunspots&cells=GRU&units=4&window=11"
# The first epoch is through: who is stopped before that has no result.
LEARNING = re.compile(r"^Epoch (?![01] )[\d,]+ of 1,000$")


def trained(page: Page, server: Server) -> str:
    """Train a small network to its end; the link to it."""
    open_page(page, f"{server.address}/train?{SMALL}&epochs=2")
    train(page)
    expect_result(page)
    expect(page).to_have_url(re.compile("run="))
    return page.url


def in_training(page: Page, server: Server, **settings: object) -> None:
    more = "".join(f"&{name}={value}" for name, value in settings.items())
    open_page(page, f"{server.address}/train?{SMALL}&epochs={NO_END}{more}")
    train(page)
    expect_learning(page)


def expect_learning(page: Page) -> None:
    # Fresh workers load TensorFlow first, and let other processes go before them.
    expect(page.get_by_text(LEARNING).first).to_be_visible(timeout=90_000)


def start_again(page: Page, why: str) -> None:
    """See that the run was interrupted, and start it again."""
    expect(main(page).get_by_text(why)).to_be_visible(timeout=60_000)
    settle(page)
    main(page).get_by_role("button", name="Start again").click()
    expect_learning(page)


def test_after_the_servers_death_results_are_there_and_the_rest_starts_again(page: Page, tmp_path: Path) -> None:
    with serve(tmp_path) as server:
        result = trained(page, server)
        verdict = main(page).get_by_role("heading", level=4).inner_text()
        in_training(page, server, seed=5)
        link = page.url
        server.kill()
    with serve(tmp_path, server.port) as server:
        open_page(page, link)
        start_again(page, "RNN Lab ended before this training did.")
        assert page.url == link
        stop(page)
        expect_result(page)
        open_page(page, result)
        expect_result(page)
        assert main(page).get_by_role("heading", level=4).inner_text() == verdict


def test_after_the_engines_death_the_living_page_offers_a_new_start(page: Page, server: Server) -> None:
    in_training(page, server, seed=6)
    (program,) = server.engine_programs()
    program.kill()
    start_again(page, "because the training engine ended unexpectedly")
    expect(cards(page).first).to_be_visible()
    stop_all(page)


def test_a_browser_that_was_closed_is_still_known(browser: Browser, context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    in_training(page, server, seed=7)
    kept = [cookie for cookie in context.cookies() if cookie["name"] == "rnn_lab_visitor"]
    assert len(kept) == 1
    assert kept[0]["expires"] > 0  # not only as long as the browser is open
    link = page.url
    later = browser.new_context(locale="en-US", storage_state={"cookies": kept, "origins": []})
    try:
        again = later.new_page()
        open_page(again, link)
        # Only the owner may stop.
        stop(again)
        expect_result(again)
    finally:
        later.close()


def test_remembering_the_browser_takes_no_room(browser: Browser, server: Server) -> None:
    tops = []
    for _ in range(2):
        context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
        if tops:
            context.add_cookies([{"name": "rnn_lab_visitor", "value": "ab" * 16, "url": server.address}])
        page = context.new_page()
        open_page(page, f"{server.address}/train?{SMALL}")
        expect(train_button(page)).to_be_visible()
        settle(page)
        tops.append(main(page).get_by_role("heading", level=1).bounding_box())
        context.close()
    assert tops[0] == tops[1]
