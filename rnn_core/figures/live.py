"""Live charts: what networks predict and how their loss falls while they learn. Pure; small enough to send often."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.names import label_all
from rnn_core.figures.numbers import date_texts, hover_format, titled
from rnn_core.figures.theme import LIGHT, Say, Theme, real_look
from rnn_core.figures.thin import Floats
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.learning.events import EpochDone

HEIGHT = 360


@dataclass(frozen=True)
class Learner:
    """One training under way; `curve` is its newest prediction of the thinned test rows, empty before the first."""

    spec: ForecastSpec
    history: tuple[EpochDone, ...] = ()
    curve: tuple[float, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The thinned test rows that the curves of a Learner belong to: `dates` and real values, shape `(n,)`."""

    dates: npt.NDArray[np.datetime64]
    actual: Floats
    target: str
    unit: str = ""


def live_figure(rows: Rows, learners: Sequence[Learner], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The newest prediction of each learner over the real test values."""
    x = date_texts(rows.dates)
    # The same rows keep a person's zoom through all updates; other rows start afresh.
    figure = blank(theme, height=HEIGHT, revision=f"{rows.target} {x[:1]} {x[-1:]} {len(x)}")
    hover = f"%{{y:{hover_format(rows.actual)}}} {rows.unit}"
    real = say("real values")
    figure.add_scatter(x=x, y=rows.actual, name=real, uid="real", hovertemplate=hover, **real_look(theme).drawn())
    for learner, label in zip(learners, label_all(learners, say), strict=True):
        curve = np.array(learner.curve, np.float64)
        told = {"name": label.name, "uid": label.name, "hovertemplate": hover}
        figure.add_scatter(x=x[: len(curve)], y=curve, **told, **label.look.drawn())
    title = titled(rows.target, rows.unit)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x) | {"range": [str(x[0]), str(x[-1])] if len(x) > 1 else None},
        yaxis=axis(theme, title, range=_steady_range(rows.actual, learners)),
    )
    return figure


def live_losses(learners: Sequence[Learner], *, log: bool = False, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The loss curves so far, over the whole number of epochs to come."""
    return loss_figure(learners, log=log, theme=theme, say=say)


def _steady_range(actual: Floats, learners: Sequence[Learner]) -> list[float] | None:
    """A range that stands still while predictions are near the real values, and opens for one that is not."""
    real = actual[np.isfinite(actual)]
    if not real.size:
        return None
    room = 0.25 * (float(np.ptp(real)) or 1.0)
    values = np.concatenate([[real.min() - room, real.max() + room], *(learner.curve for learner in learners)])
    known = values[np.isfinite(values)]
    return [float(known.min()), float(known.max())]
