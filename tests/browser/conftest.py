"""A browser for all tests, and the product's own server.

Law: a machine without a browser is told so plainly; under CI=true that is a failure, elsewhere the tests are skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.serving import Server, serve

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
NONE_FOUND = "BROWSER TESTS NOT RUN: no Chromium or Chrome was found, and none could be installed."


@pytest.fixture(scope="session")
def play() -> Iterator[Playwright]:
    with sync_playwright() as play:
        yield play


@pytest.fixture(scope="session")
def browser(play: Playwright) -> Iterator[Browser]:
    path = installed() or installed_by_playwright(play)
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NONE_FOUND)
    browser = play.chromium.launch(executable_path=path, args=FLAGS)
    # For all tests, also those that open pages of their own: a busy machine is slow.
    expect.set_options(timeout=30_000)
    yield browser
    browser.close()


def installed() -> str | None:
    """A browser that is on this machine anyway."""
    found = [shutil.which(name) for name in COMMANDS] + [place for place in PLACES if Path(place).exists()]
    return next((path for path in found if path), None)


def installed_by_playwright(play: Playwright) -> str | None:
    """Playwright's own Chromium, installed now if it can be."""
    path = play.chromium.executable_path
    if not Path(path).exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, capture_output=True, timeout=300, check=False)
    return path if Path(path).exists() else None


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """RNN Lab, as `make run` starts it."""
    with serve(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor, who speaks English."""
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.set_default_timeout(30_000)
    return page
