"""The backtest: how the error grows with the number of steps ahead, beside that of the naive line. Pure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.names import Label
from rnn_core.figures.numbers import hover_format, plain, titled
from rnn_core.figures.outlook import Outlook
from rnn_core.figures.theme import LIGHT, NAIVE, Say, Theme
from rnn_core.figures.thin import Floats
from rnn_core.forecast.backtest import backtest

HEIGHT = 360


def backtest_figure(outlooks: Sequence[Outlook], unit: str, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """RMSE of `outlooks` (at least one, from the same origins) and of the naive line at each step ahead."""
    scores = [backtest(one.ahead) for one in outlooks]
    steps = max(len(score.rmse) for score in scores)
    figure = blank(theme, height=HEIGHT, revision=f"backtest {steps}")
    naive = Label(say("naive line"), NAIVE)
    _add(figure, naive, scores[0].naive, f"%{{y:{hover_format(scores[0].naive)}}} {plain(unit)}")
    for one, score in zip(outlooks, scores, strict=True):
        origins = say("from {count} origins").format(count="%{customdata}")
        hover = f"%{{y:{hover_format(score.rmse)}}} {plain(unit)} ({origins})"
        _add(figure, one.label, score.rmse, hover, customdata=score.origins.astype(np.int32))
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("steps ahead"), range=[0.5, steps + 0.5], **_ticks(steps)),
        yaxis=axis(theme, titled("RMSE", unit), rangemode="tozero"),
    )
    return figure


def _ticks(steps: int) -> dict[str, object]:
    return {"tickformat": "d", "showgrid": False, "dtick": 1 if steps <= 14 else None}


def _add(figure: go.Figure, label: Label, scores: Floats, hover: str, **more: object) -> None:
    told = {"name": label.name, "uid": label.name, "hovertemplate": hover}
    figure.add_scatter(x=np.arange(1, len(scores) + 1), y=scores, **told, **more, **label.look.drawn())
