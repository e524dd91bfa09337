"""Lag: whether a prediction fits the real values best when it is moved back, which means that it came late. Pure."""

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis, explain
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, Look, Say, Theme, real_look
from rnn_core.figures.thin import Floats
from rnn_core.forecast.run import Run
from rnn_core.judge import Lag

HEIGHT = 320
_ROWS = 40  # few enough to see single rows


def lag_figure(
    lags: Mapping[str, Lag],
    unit: str,
    *,
    looks: Mapping[str, Look] | None = None,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """RMSE of each of `lags` (by name, at least one) over the rows that it is moved back by; a ring marks the best."""
    figure = blank(theme, height=HEIGHT, revision="lag")
    ring = {"symbol": "circle-open", "size": 18, "color": theme.ink, "line": {"width": 2}}
    for name, found in lags.items():
        look = (looks or {}).get(name, Look(theme.ink, symbol="circle"))
        hover = f"%{{y:{hover_format(found.rmse)}}} {plain(unit)}"
        told = {"name": name, "uid": name, "legendgroup": name, "hovertemplate": hover}
        figure.add_scatter(x=np.arange(len(found.rmse)), y=found.rmse, **told, **look.drawn())
        best = {"x": [found.best], "y": [found.rmse[found.best]], "mode": "markers", "marker": ring}
        told = {"name": name, "uid": f"{name} best", "legendgroup": name, "hoverinfo": "skip"}
        figure.add_scatter(**best, **told, showlegend=False)
    explain(figure, say("best"), ring)
    last = max(len(found.rmse) for found in lags.values()) - 1
    across = axis(theme, say("moved back by so many rows"), range=[-0.4, last + 0.4], tickformat="d")
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=across | {"showgrid": False, "dtick": 1, "fixedrange": True},
        yaxis=axis(theme, titled("RMSE", unit)),
    )
    return figure


def lag_curves(run: Run, found: Lag, *, rows: int = _ROWS, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The last `rows` of the test: real, predicted, and predicted once more, moved back to where it fits best."""
    (label,) = label_all([run], say)
    x = date_texts(run.dates)[-rows:]
    figure = blank(theme, height=HEIGHT, revision=f"lag curves {run.key}")
    actual, predicted = run.actual[-rows:], run.predicted[-rows:]
    real = Label(say("real values"), real_look(theme))
    _add(figure, x, actual, real, run)
    _add(figure, x, predicted, label, run)
    if found.best:
        name = say("{line}, moved back by {rows}").format(line=label.name, rows=found.best)
        moved = np.concatenate([predicted[found.best :], np.full(min(found.best, len(predicted)), np.nan)])
        _add(figure, x, moved, Label(name, Look(label.look.colour, "dot", label.look.symbol + "-open")), run)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x),
        yaxis=axis(theme, titled(run.series.target, run.series.unit)),
    )
    return figure


def _add(figure: go.Figure, x: np.ndarray[tuple[int], np.dtype[np.str_]], y: Floats, label: Label, run: Run) -> None:
    hover = f"%{{y:{hover_format(run.actual)}}} {plain(run.series.unit)}"
    told = {"name": label.name, "uid": label.name, "hovertemplate": hover}
    figure.add_scatter(x=x, y=y, **told, **label.look.drawn())
