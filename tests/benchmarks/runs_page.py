"""What the Runs page costs the server with 5,000 stored runs. Aims: 300 ms a page, 150 ms to open one run."""

import logging
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import streamlit as st
from streamlit.testing.v1 import AppTest

import rnn_core.store
from pages.ui.store import store
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_builtin
from rnn_core.settings import PROJECT_FOLDER
from rnn_core.store import Query, RunLine, Stage, run_name, short_name
from tests.made_up_runs import made_up_run
from tests.pages.fake_engine import pretended

RUNS = 5_000
RESULTS = 100
RERUNS = 15
OPENED = 10


def run() -> Iterator[str]:
    # Streamlit's tester warns of its own missing context, once for every widget.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    with (
        tempfile.TemporaryDirectory() as folder,
        pretended(),
        mock.patch.object(rnn_core.store, "default_url", return_value=f"sqlite:///{Path(folder) / 'runs.db'}"),
    ):
        st.cache_resource.clear()
        app = AppTest.from_file(str(PROJECT_FOLDER / "app.py"), default_timeout=60).run()
        owner = app.session_state["owner"]
        yield f"{RUNS} runs put down in {filled(owner):.0f} s"
        app.switch_page("pages/runs.py").run()
        yield told("a page of the list", timed(app))
        app.get_by_key("set_runs_text").set_value("gru walk").run()
        yield told("a page of a search", timed(app))
        app.get_by_key("set_runs_text").set_value("").run()
        app.get_by_key("set_runs_order").set_value("rmse").run()
        yield told("a page sorted by RMSE", timed(app))
        yield told("opening one run, its record alone", [loading(line.name) for line in best(owner)])
        for line in best(owner)[:2]:
            app.get_by_key(f"set_tick_{short_name(line.name)}").check().run()
        app.get_by_key("runs_compare").click().run()
        yield told("a comparison of two", timed(app))
        st.cache_resource.clear()


def filled(owner: str) -> float:
    """Fill the store; the seconds that took."""
    began = time.perf_counter()
    series = load_builtin("walk")
    for seed in range(RUNS):
        spec = ForecastSpec.make(cell=("GRU", "LSTM")[seed % 2], window=10, seed=seed)
        name = run_name(spec.key(series), owner)
        store().begin(name, spec, series, owner)
        if seed % (RUNS // RESULTS):
            store().end(name, Stage.STOPPED)
        else:
            store().finish(name, made_up_run(spec, series, 1.0 + seed / RUNS))
    return time.perf_counter() - began


def best(owner: str) -> tuple[RunLine, ...]:
    """The runs with the smallest errors, which have results."""
    return store().find(Query(owner, order="rmse", limit=OPENED)).lines


def timed(app: AppTest) -> list[float]:
    """Milliseconds of each of some reruns."""
    found = []
    for _ in range(RERUNS):
        began = time.perf_counter()
        app.run()
        found.append((time.perf_counter() - began) * 1000)
    return found


def loading(name: str) -> float:
    """Milliseconds until a run is there with its series and its arrays."""
    began = time.perf_counter()
    store().load(name)
    return (time.perf_counter() - began) * 1000


def told(what: str, times: list[float]) -> str:
    return f"{what}: median {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms"
