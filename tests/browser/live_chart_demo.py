"""Two networks that pretend to learn: a page for the browser test of the live chart, and to look at.

streamlit run tests/browser/live_chart_demo.py --server.enableStaticServing=true
"""

import math
import time
from pathlib import Path

import numpy as np
import streamlit as st

from pages.ui.chart import chart
from pages.ui.plotly_js import publish_plotly
from rnn_core.figures import PAGE, Learner, Rows, live_alt, live_figure, live_losses, losses_alt
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.learning.events import EpochDone

publish_plotly(Path(__file__).parent / "static")

steps = np.arange(195)
actual = 360 + 20 * np.sin(steps / 20) + 4 * np.sin(steps * 1.7)
rows = Rows(np.datetime64("2021-01-04") + steps, actual, "High", "USD")
began = st.session_state.setdefault("began", time.monotonic())


def learner(cell: str, speed: float, epoch: int) -> Learner:
    history = tuple(
        EpochDone(n, 0.1 * math.exp(-speed * n), 0.12 * math.exp(-speed * n), float(n)) for n in range(1, epoch + 1)
    )
    curve = actual - 60 * math.exp(-speed * epoch) + 2 * np.sin(steps / 3)
    return Learner(ForecastSpec(cell=cell, epochs=60), history, tuple(curve) if epoch else ())


@st.fragment(run_every=1.0)
def show() -> None:
    epoch = min(60, int(time.monotonic() - began))
    learners = [learner("LSTM", 0.1, epoch), learner("GRU", 0.2, epoch)]
    st.text(f"Epoch {epoch}")
    figure = live_figure(rows, learners, theme=PAGE)
    chart(figure, key="curve", alt=str(live_alt(rows, learners)))
    losses = live_losses(learners, log=True, theme=PAGE)
    if epoch % 2:
        losses.add_scatter(y=[0.1, 0.2], uid="by the way: a line that comes and goes")
    chart(losses, key="losses", alt=str(losses_alt(learners)))


st.title("Live chart")
show()
