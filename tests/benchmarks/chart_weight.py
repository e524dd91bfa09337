"""What the Data page sends for a series of a million rows, and what a rerun of it costs. Aims: 400 kB in all, 1 s."""

import logging
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from pages.ui.series.kept import kept_files
from rnn_core.series import Receipt, Series
from rnn_core.settings import PROJECT_FOLDER
from tests.benchmarks.rerun_cost import timed
from tests.benchmarks.visitor import visitor
from tests.browser.serving import serve
from tests.browser.visiting import choose_file, settle, zoom
from tests.pages.fake_engine import pretended

ROWS = 1_000_000
RERUNS = 9
WAIT = 180_000  # milliseconds: the file is read first


def run() -> Iterator[str]:
    # Streamlit's tester warns of its own missing context, once for every widget.
    logging.disable(logging.WARNING)
    series = long_series()
    yield from in_a_browser(series)
    yield from reruns(series)


def in_a_browser(series: Series) -> Iterator[str]:
    """The sizes of what comes over the websocket: for the whole page, and for one zoom."""
    with visitor() as page, tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as server:
        page.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        messages: list[int] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: messages.append(len(frame))))
        page.goto(f"{server.address}/data", wait_until="commit")
        path = Path(folder) / "million.csv"
        series.frame[["Close"]].round(2).to_csv(path)
        choose_file(page, path)
        page.locator(".rnn-lab-border-knob").last.wait_for()
        settle(page)
        yield f"the page with its file: {sum(messages) / 1000:.0f} kB, largest message {max(messages) / 1000:.0f} kB"
        messages.clear()
        zoomed(page)
        yield f"one zoom: {sum(messages) / 1000:.0f} kB in {len(messages)} messages"


def zoomed(page: Page) -> None:
    points = "(one) => one._fullData[0].x[1] ?? ''"
    chart = page.locator(".rnn-lab-series .rnn-lab-chart")
    before = chart.evaluate(points)
    zoom(page, 0.4, 0.5)
    page.wait_for_function(
        f"before => ({points})(document.querySelector('.rnn-lab-series .rnn-lab-chart')) !== before", arg=before
    )


def reruns(series: Series) -> Iterator[str]:
    """The time of a whole rerun of the Data page, by Streamlit's own tester."""
    with pretended():
        source = kept_files().keep(series)
        app = AppTest.from_file(str(PROJECT_FOLDER / "app.py"), default_timeout=60)
        app.query_params["data"] = str(source)
        app.run()
        app.switch_page("pages/data.py").run()
        for way in (None, "statistics", "missing", "changes", "shift", "memory"):
            if way is not None:
                app.get_by_key("explore_way").set_value(way)
                app.run()
            times = sorted(timed(app) for _ in range(RERUNS))
            median, slowest = statistics.median(times), times[-1]
            yield f"rerun with {way or 'nothing'} open: median {median:.0f} ms, slowest {slowest:.0f} ms"


def long_series() -> Series:
    index = pd.date_range("2010-01-01", periods=ROWS, freq="min", name="date")
    close = 1000 + np.cumsum(np.random.default_rng(1).normal(size=ROWS)) / 10
    columns = {"Open": close - 0.5, "High": close + 1, "Low": close - 1, "Close": close, "Volume": np.abs(close) * 10}
    roles = {name.lower(): name for name in columns}
    return Series("Million", pd.DataFrame(columns, index=index), Receipt("million", "own", roles=roles), "USD")
