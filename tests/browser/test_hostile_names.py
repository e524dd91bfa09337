"""Whatever a file, a ticker or a link calls itself is shown as it is: nothing of it runs, loads or links."""

import math
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.serving import Server
from tests.browser.visiting import (
    choose_file,
    expect_result,
    look_for,
    main,
    open_page,
    settle,
    train,
)

pytestmark = pytest.mark.browser

IMAGE = '<img src=x onerror="window.pwned=1">'
SCRIPT = "<script>window.pwned=1</script>"
LINK = "[press](javascript:window.pwned=1)"
ANCHOR = "<a href='javascript:window.pwned=1'>press</a>"
MARKS = r"**bold** $\LaTeX$ :red[red] {rows} %{y} 1. <b>"
TARGET = f"{IMAGE} {LINK} {MARKS}"
OTHER = f"{IMAGE} :material/home: :smile: a -> b -- c <= d www.example.org https://example.org me@example.org"
GAPS, NOTES = f"{ANCHOR} {MARKS}", f"{SCRIPT} notes"
# What a browser can send: no slash, and the quotes of IMAGE would be spelled out.
FILE = "<img src=x onerror=window.pwned=1> [press](javascript:1) $LaTeX$ **bold**"

# Everything that a name must never become, wherever on the page, in charts as well.
BECAME = """() => [...document.querySelectorAll("*")]
    .filter((one) => one.matches("[src=x], [onerror], .katex")
        || /^(javascript:|\\w+:.*example|x$)/.test(one.getAttribute("href") ?? one.getAttribute("xlink:href") ?? "")
        || (one.matches("script") && one.textContent.includes("pwned"))
        || (one.matches("strong, b") && one.textContent.trim() === "bold")
        || (one.matches("[data-testid=stMain] [data-testid=stIconMaterial]") && one.textContent.trim() === "home")
    ).map((one) => one.outerHTML.slice(0, 200))"""


def expect_harmless(page: Page) -> None:
    settle(page)
    assert page.evaluate(BECAME) == []
    assert page.evaluate("window.pwned") is None


def hostile_file() -> FilePayload:
    """Two hundred days of numbers, a column with gaps, and one of texts, all with names that are up to no good."""
    lines = [",".join('"' + name.replace('"', '""') + '"' for name in ("Date", TARGET, OTHER, GAPS, NOTES))]
    for number in range(200):
        value = 100 + 10 * math.sin(number / 9) + number % 3
        gap = "" if 20 < number < 30 else number
        lines.append(f"{date(2024, 1, 1) + timedelta(days=number)},{value:.2f},{number % 7},{gap},{SCRIPT}")
    return {"name": f"{FILE}.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode()}


def test_a_file_with_hostile_names_is_only_ever_text(page: Page, server: Server) -> None:
    open_page(page, f"{server.address}/data?window=10&epochs=1&cells=GRU&units=4")
    choose_file(page, hostile_file())
    look_at_data(page)
    look_closer(page)
    train_on_it(page)
    look_at_results(page)
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Home").click()
    expect(page.get_by_role("button", name=f"Train on {FILE}").first).to_be_visible()
    expect_harmless(page)


def look_at_data(page: Page) -> None:
    expect(page.get_by_role("heading", level=3)).to_contain_text(FILE)
    expect(page.get_by_test_id("stSidebar").get_by_text(FILE)).to_be_visible()
    expect(main(page).get_by_text(f"{SCRIPT} notes.")).to_be_visible()
    expect(page.locator(".rnn-lab-series .ytitle")).to_have_text(TARGET)
    hover(page)
    expect(page.locator(".rnn-lab-series .hoverlayer")).to_contain_text("2024")
    page.get_by_text(f"How {FILE}").click()
    expect(main(page).get_by_text(GAPS, exact=True).first).to_be_visible()
    expect_harmless(page)


def hover(page: Page) -> None:
    """Point at the middle of the chart of the series."""
    plot = page.locator(".rnn-lab-series .nsewdrag").first
    plot.hover(position={"x": 200, "y": 60}, force=True)
    plot.hover(position={"x": 210, "y": 60}, force=True)
    expect(page.locator(".rnn-lab-series .hoverlayer > *").first).to_be_attached()


def look_closer(page: Page) -> None:
    seen = {
        "Statistics": main(page).get_by_text("First and last rows"),
        "Missing values": main(page).get_by_text(f"{GAPS}: 9 of 200"),
        "Changes": main(page).get_by_text(f"the changes of {TARGET}"),
        "Training against test": main(page).locator(".xtitle").get_by_text(TARGET),
        "Memory": main(page).get_by_text("What to notice"),
    }
    for way, expected in seen.items():
        page.get_by_role("radio", name=way, exact=True).or_(page.get_by_role("button", name=way, exact=True)).click()
        expect(expected).to_be_attached()
        expect_harmless(page)


def train_on_it(page: Page) -> None:
    page.get_by_role("button", name="Train on this").click()
    page.get_by_text("More settings").click()
    page.get_by_role("tab", name="Data").click()
    expect(page.get_by_role("combobox", name="Column to predict")).to_have_value(TARGET)
    settle(page)
    own_choice = page.get_by_role("option", name="My own choice")
    look_for(page.get_by_role("combobox", name="What the networks see"), "My own", own_choice)
    own_choice.click()
    settle(page)
    box = page.get_by_role("combobox", name="Columns to read")
    option = page.locator("[role=option]").get_by_text(f"{OTHER} as it is")
    look_for(box, "www", option)
    expect(option).to_be_visible()
    expect_harmless(page)
    option.click()
    box.press("Escape")
    expect(main(page).get_by_text("Reads: <img src=x")).to_be_visible()
    expect_harmless(page)
    # The open list lets go of the page first: it would swallow the next click.
    page.get_by_role("heading", name="Train", level=1).click()
    settle(page)
    train(page)
    expect_result(page)


def look_at_results(page: Page) -> None:
    for tab in ("Errors", "Repeats", "Ahead", "Training", "Network", "Data and settings", "Scores"):
        page.get_by_role("tab", name=tab).last.click()
        settle(page)
        if tab == "Data and settings":
            expect(main(page).get_by_text(f"column {TARGET}")).to_be_attached()
        expect_harmless(page)
    expect(main(page).locator(".ytitle").get_by_text(TARGET).first).to_be_attached()


# What a link may say in place of data, of a column, of a cell, of a run.
LINKS = {
    f"/data?data=ticker:{IMAGE}:2020-01-01:2021-01-01": "A ticker has 1 to 20 letters",
    f"/train?data=ticker:MA:{IMAGE}:2021-01-01": "The first day must lie before the last one, and we got <img",
    f"/train?data=made:{IMAGE}": "There is no way to make a series called <img",
    f"/train?data=builtin:{IMAGE}": "There is no built-in series called <img",
    f"/data?data=file:{SCRIPT}": "not on this server any more",
    f"/data?data={IMAGE}&lang={IMAGE}": "Choose a series above",
    f"/train?data=builtin:sunspots&lang={SCRIPT}&target={IMAGE}&inputs={IMAGE}&cells={IMAGE},GRU&run={IMAGE},{SCRIPT}"
    f"&units={IMAGE}&train_to={SCRIPT}": "A run in this link was deleted, or is no longer kept",
}


def test_whatever_a_link_says_is_only_ever_text(page: Page, server: Server) -> None:
    for link, said in LINKS.items():
        path, _, query = link.partition("?")
        open_page(page, f"{server.address}{path}?{quote(query, safe='=&:,')}")
        expect(main(page).get_by_text(said).first).to_be_visible()
        expect_harmless(page)


def test_a_file_with_hostile_cells_is_refused_in_plain_words(page: Page, server: Server) -> None:
    rows = "\n".join(f"{SCRIPT},{number}" for number in range(9))
    open_page(page, f"{server.address}/data")
    choose_file(page, {"name": "odd.csv", "mimeType": "text/csv", "buffer": f"Date,Close\n{rows}\n".encode()})
    expect(page.get_by_role("alert").get_by_text(SCRIPT)).to_be_visible()
    expect_harmless(page)
