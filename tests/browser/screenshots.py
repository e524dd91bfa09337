"""Makes the README's pictures from the running dashboard: `make screenshots`."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, NONE_FOUND, installed
from tests.browser.serving import ROOT, Server, serve
from tests.browser.visiting import cards, expect_result, open_page, train

PICTURES = ROOT / "docs"
SUNSPOTS = "data=builtin:sunspots&cells=LSTM,GRU&window=22&units=32&epochs=120&batch_size=16&scaling=standard"


def main() -> None:
    path = installed()
    if path is None:
        raise SystemExit(NONE_FOUND)
    with sync_playwright() as play, tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as server:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        expect.set_options(timeout=120_000)
        home(browser, server)
        learning_and_result(browser, server)
        browser.close()


def home(browser: Browser, server: Server) -> None:
    page = visitor(browser)
    open_page(page, server.address)
    expect(page.get_by_role("button", name="Train").first).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    take(page, "home")


def learning_and_result(browser: Browser, server: Server) -> None:
    page = visitor(browser)
    open_page(page, f"{server.address}/train?{SUNSPOTS}")
    train(page)
    expect(cards(page).first).to_contain_text("Epoch 3")
    take(page, "learning")
    expect_result(page)
    expect(page.locator(".js-plotly-plot .legendtext").first).to_be_visible()
    take(page, "result")
    chinese = visitor(browser, locale="zh-CN", dark=True)
    open_page(chinese, page.url)
    expect(chinese.locator(".js-plotly-plot .legendtext").first).to_be_visible()
    take(chinese, "result-zh-dark")


def visitor(browser: Browser, locale: str = "en-US", dark: bool = False) -> Page:
    scheme = "dark" if dark else "light"
    page = browser.new_page(locale=locale, viewport={"width": 1280, "height": 860}, color_scheme=scheme)
    page.set_default_timeout(120_000)
    return page


def take(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.screenshot(path=str(PICTURES / f"{name}.png"), animations="disabled")


if __name__ == "__main__":
    main()
