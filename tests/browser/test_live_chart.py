"""The live chart in a real browser: it keeps its element, its zoom and its picture while its data changes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pages.ui.plotly_js import publish_plotly
from tests.browser.serving import free_port

ROOT = Path(__file__).parents[2]
DEMO = Path(__file__).with_name("live_chart_demo.py")
FLAGS = {
    "server.headless": "true",
    "server.enableStaticServing": "true",
    "server.address": "127.0.0.1",
    "server.fileWatcherType": "none",
    "browser.gatherUsageStats": "false",
}
# The first chart, and the value at which the LSTM's curve starts: it is another one after each epoch.
BOX = "document.querySelector('.rnn-lab-chart')"
DRAWN = "(box) => box.querySelectorAll('.scatterlayer .trace path').length > 1"
# Pixels above a chart, for its buttons.
ABOVE = 26
CURVE = f"{BOX}._fullData[1].y?.[0]"


@pytest.fixture(scope="module")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running demo; Streamlit serves the static files beside a script, so it runs from a copy."""
    home = tmp_path_factory.mktemp("demo")
    (home / "static").mkdir()
    script, port = shutil.copy(DEMO, home), free_port()
    flags = [f"--{name}={value}" for name, value in {**FLAGS, "server.port": port}.items()]
    command = [sys.executable, "-u", "-m", "streamlit", "run", script, *flags]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert any("URL:" in line for line in server.stdout), "the demo did not start"
        yield f"http://127.0.0.1:{port}"
        server.kill()  # a server that is asked to end waits for its visitors


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console complained about."""
    return []


@pytest.fixture
def page(browser: Browser, demo_server: str, complaints: list[str]) -> Iterator[Page]:
    """The demo, both charts drawn."""
    page = browser.new_page(color_scheme="dark")
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto(demo_server)
    page.wait_for_function(f"{BOX}?._fullData && {CURVE} !== undefined")
    page.wait_for_function(f"[...document.querySelectorAll('.rnn-lab-chart')].filter({DRAWN}).length === 2")
    yield page
    page.close()


def wait_for_updates(page: Page, count: int) -> None:
    for _ in range(count):
        page.wait_for_function(f"before => {CURVE} !== before", arg=page.evaluate(CURVE))


@pytest.mark.browser
def test_updates_keep_the_element_and_never_show_an_empty_plot(page: Page, complaints: list[str]) -> None:
    page.evaluate(
        """(text) => {
            const boxes = [...document.querySelectorAll(".rnn-lab-chart")];
            const drawn = eval(text);
            const empty = () => !boxes.every(drawn);
            window.seen = { empty: 0, frames: 0, changes: 0 };
            const look = () => { if (empty()) window.seen.empty += 1; };
            for (const box of boxes) {
                box.mark = "kept";
                new MutationObserver(() => { window.seen.changes += 1; look(); })
                    .observe(box, { childList: true, subtree: true });
            }
            const frame = () => { window.seen.frames += 1; look(); requestAnimationFrame(frame); };
            frame();
        }""",
        DRAWN,
    )
    wait_for_updates(page, 4)
    marks = page.evaluate("[...document.querySelectorAll('.rnn-lab-chart')].map((box) => box.mark)")
    seen = page.evaluate("window.seen")
    assert marks == ["kept", "kept"]
    assert seen["empty"] == 0, seen
    assert seen["frames"] > 10
    assert seen["changes"] > 0
    assert complaints == []


@pytest.mark.browser
def test_a_zoom_and_a_hidden_line_outlive_updates(page: Page) -> None:
    plot = page.locator(".rnn-lab-chart .nsewdrag").first.bounding_box()
    assert plot is not None
    middle = plot["y"] + plot["height"] / 2
    page.mouse.move(plot["x"] + plot["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(plot["x"] + plot["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    page.wait_for_function(f"{BOX}._fullLayout.xaxis.range[0] > '2021-02'")
    zoom = page.evaluate(f"{BOX}._fullLayout.xaxis.range")
    page.locator(".rnn-lab-chart").first.locator(".legendtoggle").nth(2).click()
    page.wait_for_function(f"{BOX}._fullData[2].visible === 'legendonly'")
    wait_for_updates(page, 3)
    assert page.evaluate(f"{BOX}._fullLayout.xaxis.range") == zoom
    assert page.evaluate(f"{BOX}._fullData[2].visible") == "legendonly"


@pytest.mark.browser
def test_a_line_of_any_name_comes_and_goes(page: Page, complaints: list[str]) -> None:
    lines = "document.querySelectorAll('.rnn-lab-chart')[1].querySelectorAll('.scatterlayer .trace').length"
    for _ in range(3):
        page.wait_for_function(f"before => {lines} !== before", arg=page.evaluate(lines))
    assert complaints == []


@pytest.mark.browser
def test_text_has_the_colour_of_the_page_and_a_change_of_it_is_followed(page: Page) -> None:
    ink = "getComputedStyle(document.querySelector('.rnn-lab-chart .xtick text')).fill"
    text = "getComputedStyle(document.querySelector('[data-testid=stText]')).color"
    dark = page.evaluate(ink)
    assert dark == page.evaluate(text)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"dark => {ink} !== dark && {ink} === {text}", arg=dark)


@pytest.mark.browser
def test_the_chart_fits_its_column_and_is_told_in_words(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.wait_for_function(f"{BOX}._fullLayout.width === {BOX}.offsetWidth && {BOX}.offsetWidth < 390")
    assert page.evaluate(f"{BOX}._fullLayout.height") == 360 - ABOVE
    assert page.get_by_role("img", name="Real High from 2021-01-04").count() == 1


@pytest.mark.browser
def test_without_plotly_the_words_are_shown(browser: Browser, demo_server: str) -> None:
    page = browser.new_page()
    page.route("**/plotly.min.js", lambda route: route.abort())
    page.goto(demo_server)
    page.get_by_text("Real High from 2021-01-04").wait_for()
    page.close()


def test_plotly_is_published_once_and_mended_when_cut_short(tmp_path: Path) -> None:
    first = publish_plotly(tmp_path / "static")
    written = first.stat().st_mtime_ns
    assert publish_plotly(tmp_path / "static").stat().st_mtime_ns == written
    size = first.stat().st_size
    first.write_text("cut")
    assert publish_plotly(tmp_path / "static").stat().st_size == size
    assert [file.name for file in first.parent.iterdir()] == ["plotly.min.js"]
