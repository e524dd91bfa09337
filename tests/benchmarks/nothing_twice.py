"""From Train, on a job that was done before, to the whole page of its results, as a browser sees it. Aim: 0.3 s."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from tests.benchmarks.visitor import visitor
from tests.browser.serving import serve
from tests.browser.visiting import expect_result, settle, train, train_button

TRIES = 5
COMPARISONS = {
    # The rows of the Mastercard recipe; what is learnt does not matter here.
    "195 test rows, 2 cells": "target=High&window=60&train_from=2016-01-01&train_to=2020-12-31&test_from=2021-01-01",
    "2,000 test rows, 2 cells of 3 seeds": "target=Close&window=10&test_share=0.5&validation_share=0.3&repeats=3",
}
SMALL = "data=builtin:share&cells=LSTM,GRU&units=2&epochs=1&batch_size=256"

# From the click, in the browser's own time: until all texts are there, and until both charts are drawn as well.
WATCH = """() => {
    const main = document.querySelector("[data-testid=stMain]");
    const seen = { click: undefined, texts: undefined, charts: undefined };
    const charts = [".st-key-chart_scores", ".st-key-chart_comparison"];
    const lines = ":is(.scatterlayer, .barlayer) path";
    const look = () => {
        const since = performance.now() - seen.click;
        const drawn = charts.filter((key) => main.querySelector(`${key} ${lines}`));
        if (main.querySelector("[role=tab]") && main.querySelector("table")) seen.texts ??= since;
        if (seen.texts && drawn.length === 2) seen.charts ??= since;
        if (seen.charts === undefined) requestAnimationFrame(look);
    };
    const begin = () => { seen.click = performance.now(); requestAnimationFrame(look); };
    document.addEventListener("click", begin, { capture: true, once: true });
    window.rnnLabSeen = seen;
}"""


def run() -> Iterator[str]:
    with visitor() as page, tempfile.TemporaryDirectory() as folder:
        stranger = somebody_else(page)
        with serve(Path(folder)) as server:
            links = {name: f"{server.address}/train?{SMALL}&{what}" for name, what in COMPARISONS.items()}
            for link in links.values():
                open_form(page, link)
                train(page)
                expect_result(page)
            yield from said("the same visitor", page, links)
            yield from said("another visitor, then the same", stranger, links)
        with serve(Path(folder), server.port):
            yield from said("after a restart", page, links)


def somebody_else(page: Page) -> Page:
    browser = page.context.browser
    assert browser is not None
    return browser.new_page(locale="en-US")


def said(who: str, page: Page, links: dict[str, str]) -> Iterator[str]:
    for name, link in links.items():
        times = [answered(page, link) for _ in range(TRIES)]
        texts, charts = (statistics.median(each) for each in zip(*times, strict=True))
        yield f"{who}, {name}: texts {texts:.2f} s, charts {charts:.2f} s (first {times[0][1]:.2f} s)"


def answered(page: Page, link: str) -> tuple[float, float]:
    """Seconds from the click until texts and charts of a page that was opened anew are there."""
    open_form(page, link)
    page.wait_for_timeout(1000)
    page.evaluate(WATCH)
    train_button(page).click()
    page.wait_for_function("window.rnnLabSeen.charts !== undefined")
    seen = page.evaluate("window.rnnLabSeen")
    return seen["texts"] / 1000, seen["charts"] / 1000


def open_form(page: Page, link: str) -> None:
    page.goto(link, wait_until="commit")
    train_button(page).wait_for()
    settle(page)
