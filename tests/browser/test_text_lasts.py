"""Work with text in a real browser: a refresh in mid-training, and a server that dies and comes back, for all kinds."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from pages.ui.text.address import TEXT_KINDS
from tests.browser.serving import Server, serve
from tests.browser.visiting import main, open_page, settle, stop, train

pytestmark = pytest.mark.browser

# Small networks that learn for as long as their spec allows: longer than this test lasts.
ENDLESS = {
    "write": "write_cell=GRU&write_units=128&write_epochs=200",
    "sentiment": "sentiment_cell=LSTM&sentiment_units=64&sentiment_epochs=200&sentiment_patience=0",
    "rewrite": "rewrite_attention=True&rewrite_task=add&rewrite_units=96&rewrite_epochs=400",
}
UNDER_WAY, SECOND = re.compile(r"^Epoch \d+ of \d+$"), re.compile(r"^Epoch ([2-9]|\d\d+) of \d+$")


def expect_learning(page: Page) -> None:
    # Fresh workers load TensorFlow first, and let other processes go before them.
    expect(main(page).get_by_text(UNDER_WAY).first).to_be_visible(timeout=120_000)


def expect_result(page: Page) -> None:
    expect(main(page).get_by_text("Share and download")).to_be_visible(timeout=90_000)


def begin(page: Page, server: Server, kind: str) -> str:
    open_page(page, f"{server.address}/{kind}?{ENDLESS[kind]}")
    train(page)
    expect_learning(page)
    return page.url


def runs_in(address: str) -> dict[str, str]:
    """The names of runs that an address has, by kind."""
    return {kind: names for kind, names in parse_qsl(urlsplit(address).query) if kind in TEXT_KINDS}


def refresh(page: Page, link: str) -> None:
    page.reload(wait_until="commit")
    expect_learning(page)
    assert runs_in(page.url) == runs_in(link)


def start_again(page: Page, link: str) -> None:
    """See that the run was interrupted, start it again under its name, and stop it once it has learnt something."""
    open_page(page, link)
    expect(main(page).get_by_text("RNN Lab ended before this training did.")).to_be_visible(timeout=60_000)
    settle(page)
    main(page).get_by_role("button", name="Start again").click()
    # Without a whole epoch there is no result.
    expect(main(page).get_by_text(SECOND)).to_be_visible(timeout=120_000)
    assert runs_in(page.url) == runs_in(link)
    stop(page)
    expect_result(page)


def test_trainings_go_on_through_a_refresh_and_after_the_servers_death(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RNN_LAB_WORKERS", str(len(TEXT_KINDS)))
    with serve(tmp_path) as server:
        links = {}
        for kind in TEXT_KINDS:
            links[kind] = begin(page, server, kind)
            refresh(page, links[kind])
        assert not server.modules() & {"tensorflow", "keras"}
        server.kill()
    with serve(tmp_path, server.port):
        for link in links.values():
            start_again(page, link)
