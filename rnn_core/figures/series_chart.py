"""The series over time with its parts marked: as a line, or as candles where it has all four prices. Pure.

Whatever its length, a chart sends little: it is thinned to what can be seen, and thinned anew for a stretch that a
person zooms into. Its height on the screen follows from that stretch, so only time is there to be zoomed.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from rnn_core.figures.candles import ROLES, gather_within
from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.parts import Span, mark_parts
from rnn_core.figures.theme import FALLING, LIGHT, Say, Theme, real_look
from rnn_core.figures.thin import Floats, thin_within
from rnn_core.series import Series

HEIGHT = 440
Shown = tuple[np.datetime64, np.datetime64]
"""The first and the last moment that a person sees."""

_VOLUME_SHARE = 0.2  # of the height of a candle chart


def series_figure(
    series: Series,
    column: str,
    *,
    spans: Sequence[Span] = (),
    shown: Shown | None = None,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """`column` of `series` as a line, the parts `spans` on coloured grounds; in detail within `shown`."""
    values = series.frame[column].to_numpy("float64")
    rows = _rows(series.dates, shown)
    kept = thin_within(values, rows)
    x = date_texts(series.dates.to_numpy()[kept])
    figure = _framed(series, titled(column, series.unit), x, theme)
    # The unit comes from a person's file too.
    hover = plain(f"%{{y:{hover_format(values)}}} {series.unit}")
    figure.add_scatter(x=x, y=values[kept], name=plain(column), hovertemplate=hover, **real_look(theme).drawn())
    figure.update_layout(yaxis={"range": _range(values[_slice(rows)])})
    mark_parts(figure, spans, theme, say)
    return figure


def has_candles(series: Series) -> bool:
    """Whether opening, high, low and closing prices are all there."""
    return all(role in series.receipt.roles for role in ROLES)


def candle_figure(
    series: Series,
    *,
    spans: Sequence[Span] = (),
    shown: Shown | None = None,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """`series` as candles: filled where the price fell, hollow where it rose; the volume, if known, as bars below.

    Only for series that have candles. In detail within `shown`: there a candle holds as few rows as possible.
    """
    prices = _prices(series)
    rows = _rows(series.dates, shown)
    candles, in_each = gather_within(prices, rows)
    x = date_texts(candles.index.to_numpy())
    figure = _framed(series, titled(say("price"), series.unit), x, theme)
    figure.add_candlestick(
        x=x,
        **{role: candles[role].to_numpy("float64") for role in ROLES},
        name=say("prices") if in_each == 1 else say("{rows} rows in a candle").format(rows=in_each),
        hovertemplate=_candle_words(prices["close"].to_numpy("float64"), say),
        **_candle_look(theme),
    )
    within = prices.iloc[_slice(rows)]
    lowest_and_highest = np.concatenate([within["low"].to_numpy("float64"), within["high"].to_numpy("float64")])
    # The boxes of candles stand close, so that hollow and filled can be told apart.
    figure.update_layout(yaxis={"range": _range(lowest_and_highest)}, boxgap=0.15, boxgroupgap=0)
    if "volume" in candles:
        _add_volume(figure, candles["volume"], shown, theme, say)
    mark_parts(figure, spans, theme, say)
    return figure


def _prices(series: Series) -> pd.DataFrame:
    """The columns that candles need, by their roles, and the volume where there is one."""
    roles = [role for role in (*ROLES, "volume") if role in series.receipt.roles]
    return series.frame[[series.receipt.roles[role] for role in roles]].set_axis(roles, axis=1)


def _candle_words(values: Floats, say: Say) -> str:
    form = hover_format(values)
    words = {"open": say("open"), "high": say("high"), "low": say("low"), "close": say("close")}
    lines = [f"{word} %{{{role}:{form}}}" for role, word in words.items()]
    return "<br>".join(["%{fullData.name}", *lines]) + "<extra></extra>"


def _candle_look(theme: Theme) -> dict[str, object]:
    """Rising: hollow, in the colour of the text. Falling: filled, in a colour of its own."""
    return {
        "increasing": {"line": {"color": theme.ink, "width": 1.2}, "fillcolor": theme.paper},
        "decreasing": {"line": {"color": FALLING, "width": 1.2}, "fillcolor": FALLING},
    }


def _add_volume(figure: go.Figure, volume: pd.Series, shown: Shown | None, theme: Theme, say: Say) -> None:
    """Bars of `volume`, by date, below the candles; as high as there is room for what is `shown`."""
    words, heights = say("volume"), volume.to_numpy("float64")
    look = {"marker": {"color": theme.muted, "line": {"width": 0}}, "hovertemplate": "%{y:,.0f}"}
    figure.add_bar(x=date_texts(volume.index.to_numpy()), y=heights, yaxis="y2", name=words, **look)
    inside = heights if shown is None else heights[(volume.index >= shown[0]) & (volume.index <= shown[1])]
    top = 1.05 * max(inside[np.isfinite(inside)], default=0.0) or 1.0
    below = axis(theme, words, domain=[0, _VOLUME_SHARE], anchor="x", fixedrange=True, nticks=3, exponentformat="B")
    above = {"domain": [_VOLUME_SHARE + 0.06, 1]}
    figure.update_layout(yaxis=above, yaxis2=below | {"range": [0, top]}, xaxis={"anchor": "y2"})


def _framed(series: Series, title: str, x: npt.NDArray[np.str_], theme: Theme) -> go.Figure:
    # The revision is the series alone: who switches from line to candles goes on looking at the same weeks.
    figure = blank(theme, height=HEIGHT, revision=series.fingerprint)
    figure.update_layout(
        hovermode="x unified",
        showlegend=False,
        xaxis=date_axis(theme, x),
        yaxis=axis(theme, title, fixedrange=True),
    )
    return figure


def _rows(dates: pd.DatetimeIndex, shown: Shown | None) -> range | None:
    """The rows from the last one before `shown` to the first one after, so that the line reaches both edges."""
    if shown is None:
        return None
    first = int(dates.searchsorted(pd.Timestamp(shown[0]), side="right")) - 1
    last = int(dates.searchsorted(pd.Timestamp(shown[1]), side="left"))
    return range(max(0, first), min(len(dates), last + 1))


def _slice(rows: range | None) -> slice:
    return slice(None) if rows is None else slice(rows.start, rows.stop)


def _range(values: Floats) -> list[float] | None:
    """From the lowest to the highest of `values`, with a little room, above for names; None without any number."""
    known = values[np.isfinite(values)]
    if not known.size:
        return None
    room = 0.05 * (float(np.ptp(known)) or abs(float(known[0])) or 1.0)
    return [float(known.min()) - room, float(known.max()) + 2.5 * room]
