"""What a rerun of a page costs the server with 5,000 rows, by Streamlit's own tester. Aim: 150 ms."""

import logging
import statistics
import time
from collections.abc import Iterator

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from pages.ui.series.kept import kept_files
from rnn_core.engine import Job
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Receipt, Series
from rnn_core.settings import PROJECT_FOLDER
from tests.pages.fake_engine import pretended

ROWS = 5_000
RERUNS = 15


def run() -> Iterator[str]:
    # Streamlit's tester warns of its own missing context, once for every widget.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    series = long_series()
    with pretended() as fake:
        source = kept_files().keep(series)
        jobs = [Job(ForecastSpec.make(cell=cell, target="Close"), series) for cell in ("LSTM", "GRU")]
        runs = ",".join(fake.finish(job) for job in jobs)
        for page, shown in (("home", ""), ("data", ""), ("train", ""), ("train", runs)):
            app = AppTest.from_file(str(PROJECT_FOLDER / "app.py"), default_timeout=60)
            app.query_params.update({"data": str(source), "run": shown})
            app.run()
            if page != "home":
                app.switch_page(f"pages/{page}.py").run()
            times = sorted(timed(app) for _ in range(RERUNS))
            what = f"{page} with a result" if shown else page
            yield f"{what}: median {statistics.median(times):.0f} ms, slowest {times[-1]:.0f} ms"


def timed(app: AppTest) -> float:
    """Milliseconds of one rerun."""
    began = time.perf_counter()
    app.run()
    return (time.perf_counter() - began) * 1000


def long_series() -> Series:
    index = pd.date_range("2004-01-01", periods=ROWS, freq="B", name="date")
    close = 100 + np.cumsum(np.random.default_rng(1).normal(size=ROWS))
    columns = {"Open": close - 0.5, "High": close + 1, "Low": close - 1, "Close": close}
    roles = {name.lower(): name for name in columns}
    return Series("Long", pd.DataFrame(columns, index=index), Receipt("long", "own", roles=roles), "USD")
