"""What a visitor does on the pages, in words."""

import re
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

NO_END = 1000


def open_page(page: Page, address: str) -> None:
    # The browser's own tries to reach the outside must not hold up a test.
    page.goto(address, wait_until="commit")


def settle(page: Page) -> None:
    """Wait until the page has run to its end: while it draws, what a visitor aims at may still move."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def choose_builtin(page: Page, title: str) -> None:
    page.get_by_role("radiogroup").get_by_text(title).click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    settle(page)


def go_to(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
    settle(page)


def set_number(page: Page, label: str, value: int) -> None:
    box = page.get_by_role("spinbutton", name=label)
    box.fill(str(value))
    box.press("Enter")
    expect(page.get_by_role("slider", name=label)).to_have_value(str(value))
    settle(page)


def train_button(page: Page) -> Locator:
    return page.get_by_test_id("stMain").get_by_role("button", name="Train", exact=True)


def train(page: Page) -> None:
    expect(train_button(page)).to_be_enabled()
    settle(page)
    train_button(page).click()


def cards(page: Page) -> Locator:
    return page.get_by_text(re.compile(r"^Epoch [\d,]+ of [\d,]+$"))


def main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def stop(page: Page) -> None:
    """Press Stop on the first card."""
    main(page).get_by_role("button", name="Stop", exact=True).first.click()


def expect_result(page: Page) -> None:
    # Workers let other processes go first, so a busy machine keeps them waiting.
    expect(page.get_by_role("tab", name="Scores")).to_be_visible(timeout=90_000)


def choose_file(page: Page, file: Path | FilePayload) -> None:
    """Upload a file of one's own."""
    page.get_by_role("tab", name="My file").click()
    page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(file)


def look_for(box: Locator, text: str, option: Locator) -> None:
    """Type into a box with a list until `option` shows: a rerun of the page may close the list again."""
    for _ in range(3):
        box.click()
        box.fill(text)
        try:
            option.wait_for(timeout=10_000)
        except PlaywrightTimeout:
            continue
        return


def zoom(page: Page, left: float, right: float) -> None:
    """Drag across the chart of the series, from one share of its width to another."""
    plot = page.locator(".rnn-lab-series .nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box is not None
    # Above the middle, where the knob of the border cannot be in the way.
    height = box["y"] + box["height"] * 0.2
    page.mouse.move(box["x"] + box["width"] * left, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * right, height, steps=6)
    page.mouse.up()


def stop_all(page: Page) -> None:
    """Leave no training behind, so that the next test finds free workers."""
    button = page.get_by_role("button", name="Stop all")
    if button.count():
        button.click()
        expect_result(page)
