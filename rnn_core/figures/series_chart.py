"""The series over time with its parts marked: as a line, or as candles where it has all four prices. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.candles import ROLES, gather_candles
from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, Say, Theme, real_look
from rnn_core.figures.thin import thin_positions
from rnn_core.series import Series

HEIGHT = 440

PartName = Literal["training", "validation", "test"]
# How dark the ground of a part is, and where its name stands so that short neighbours do not write over each other.
_GROUNDS: dict[PartName, tuple[float, str]] = {
    "training": (0.05, "top left"),
    "validation": (0.14, "bottom right"),
    "test": (0.24, "top right"),
}


@dataclass(frozen=True)
class Span:
    """One part of a series, from its `first` to its `last` date."""

    part: PartName
    first: np.datetime64
    last: np.datetime64


def series_figure(
    series: Series, column: str, *, spans: Sequence[Span] = (), theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """`column` of `series` as a line, the parts `spans` on differently dark grounds."""
    values = series.frame[column].to_numpy("float64")
    kept = thin_positions(values)
    figure = _framed(series, titled(column, series.unit), column, theme)
    hover = f"%{{y:{hover_format(values)}}} {series.unit}"
    x = date_texts(series.dates.to_numpy())[kept]
    figure.add_scatter(x=x, y=values[kept], name=plain(column), hovertemplate=hover, **real_look(theme).drawn())
    _mark_parts(figure, spans, theme, say)
    return figure


def has_candles(series: Series) -> bool:
    """Whether opening, high, low and closing prices are all there."""
    return all(role in series.receipt.roles for role in ROLES)


def candle_figure(series: Series, *, spans: Sequence[Span] = (), theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """`series` as candles: filled where the price fell, hollow where it rose. Only for series that have candles."""
    roles = series.receipt.roles
    prices = series.frame[[roles[role] for role in ROLES]].set_axis(ROLES, axis=1)
    candles, rows = gather_candles(prices)
    figure = _framed(series, titled(say("price"), series.unit), "candles", theme)
    form = hover_format(prices.to_numpy("float64").ravel())
    name = say("prices") if rows == 1 else say("prices, {rows} rows in a candle").format(rows=rows)
    look = {"line": {"color": theme.ink, "width": 1}}
    figure.add_candlestick(
        x=date_texts(candles.index.to_numpy()),
        **{role: candles[role].to_numpy("float64") for role in ROLES},
        name=name,
        increasing=look | {"fillcolor": theme.paper},
        decreasing=look | {"fillcolor": theme.ink},
    )
    figure.update_layout(yaxis={"hoverformat": form}, hovermode="x")
    _mark_parts(figure, spans, theme, say)
    return figure


def _framed(series: Series, title: str, shown: str, theme: Theme) -> go.Figure:
    figure = blank(theme, height=HEIGHT, revision=f"{series.fingerprint} {shown}")
    figure.update_layout(
        hovermode="x unified",
        showlegend=False,
        xaxis=date_axis(theme, date_texts(series.dates.to_numpy()), slider=True),
        yaxis=axis(theme, title),
    )
    return figure


def _mark_parts(figure: go.Figure, spans: Sequence[Span], theme: Theme, say: Say) -> None:
    names = {"training": say("training part"), "validation": say("validation part"), "test": say("test part")}
    for span in spans:
        opacity, place = _GROUNDS[span.part]
        left, right = date_texts(np.array([span.first, span.last]))
        ground = {"fillcolor": theme.muted, "opacity": opacity, "line_width": 0, "layer": "below"}
        figure.add_vrect(x0=str(left), x1=str(right), **ground)
        figure.add_annotation(text=names[span.part], **_placed(str(left), str(right), place), font_color=theme.ink)
        if span.part != "training":
            figure.add_vline(x=str(left), line={"color": theme.muted, "width": 1, "dash": "dot"})


def _placed(left: str, right: str, place: str) -> dict[str, object]:
    """Where a part's name stands: inside, at one of its corners."""
    vertical, side = place.split()
    height = 1.0 if vertical == "top" else 0.0
    across = {"x": left if side == "left" else right, "xref": "x", "xanchor": side, "showarrow": False}
    return {**across, "y": height, "yref": "y domain", "yanchor": vertical}
