"""Ahead: what comes after the end of the series, after what came last, with the band around it. Pure."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.names import Label
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.outlook import Outlook
from rnn_core.figures.ribbons import reach_texts, ribbon
from rnn_core.figures.theme import LIGHT, NAIVE, Say, Theme, real_look
from rnn_core.figures.thin import Floats, thin_positions

HEIGHT = 420


def ahead_figure(
    outlooks: Sequence[Outlook],
    recent: pd.Series,
    unit: str,
    *,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """The forecasts `outlooks` (at least one, of the same series) past its end, each with its band where it has one.

    `recent` holds the last rows of the target by date, without missing values; its name titles the axis.
    """
    end = recent.index.to_numpy("datetime64[s]")[-1:]
    first = outlooks[0].ahead
    hover = f"%{{y:{hover_format(recent.to_numpy('float64'))}}} {plain(unit)}"
    target = str(recent.name)
    figure = blank(theme, height=HEIGHT, revision=f"ahead {target} {end} {len(first.dates)}")
    for one in outlooks:
        _add_band(figure, one)
    x = _add_recent(figure, recent, Label(say("real values"), real_look(theme)), hover)
    # The lines begin at the last known value, so that they hang together with what was.
    later = date_texts(np.concatenate([end, first.dates.astype("datetime64[s]")]))
    _add_line(figure, later, np.full(len(later), first.last), Label(say("naive line"), NAIVE), hover)
    for one in outlooks:
        _add_line(figure, later, np.concatenate([[one.ahead.last], one.ahead.predicted]), one.label, hover)
        _tell_band(figure, one)
    _mark_end(figure, str(date_texts(end)[0]), theme, say("last known value"))
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x),
        yaxis=axis(theme, titled(target, unit)),
    )
    return figure


def _add_recent(figure: go.Figure, recent: pd.Series, label: Label, hover: str) -> npt.NDArray[np.str_]:
    values = recent.to_numpy("float64")
    kept = thin_positions(values)
    x = date_texts(recent.index.to_numpy("datetime64[s]"))
    told = {"name": label.name, "uid": "real", "hovertemplate": hover}
    figure.add_scatter(x=x[kept], y=values[kept], **told, **label.look.drawn())
    return x


def _add_band(figure: go.Figure, one: Outlook) -> None:
    if one.band is not None:
        figure.add_scatter(**ribbon(date_texts(one.ahead.dates), one.band.low, one.band.high, one.label))


def _tell_band(figure: go.Figure, one: Outlook) -> None:
    """How far the band reaches, in the hover of the line that was drawn last; none at the last known value."""
    if one.band is not None:
        line = figure.data[-1]
        line.text = ["", *reach_texts(one.band.low, one.band.high)]
        line.hovertemplate = line.hovertemplate.replace("}", "}%{text}", 1)


def _add_line(figure: go.Figure, x: npt.NDArray[np.str_], values: Floats, label: Label, hover: str) -> None:
    told = {"name": label.name, "uid": label.name, "legendgroup": label.name, "hovertemplate": hover}
    figure.add_scatter(x=x, y=values, **told, **label.look.drawn())


def _mark_end(figure: go.Figure, date: str, theme: Theme, words: str) -> None:
    figure.add_vline(x=date, line={"color": theme.muted, "width": 1, "dash": "dot"})
    place = {"yref": "y domain", "y": 0, "xanchor": "right", "yanchor": "bottom", "showarrow": False}
    figure.add_annotation(x=date, text=words, **place)
