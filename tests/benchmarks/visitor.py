"""A browser for benchmarks."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, NONE_FOUND, installed


@contextlib.contextmanager
def visitor() -> Iterator[Page]:
    path = installed()
    if path is None:
        raise SystemExit(NONE_FOUND)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=FLAGS)
        yield browser.new_page(locale="en-US")
        browser.close()
