"""Memory: how much values, and their changes, resemble themselves some rows later. Pure."""

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.series.statistics import Memory

HEIGHT = 380


def memory_figure(values: Memory, changes: Memory, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Autocorrelations over lags, of the values above and of their changes below, with the band of chance in each."""
    figure = blank(theme, height=HEIGHT, revision="memory")
    for memory, name, place in ((values, say("values"), ""), (changes, say("changes"), "2")):
        figure.add_bar(
            x=np.arange(1, len(memory.values) + 1),
            y=memory.values,
            yaxis=f"y{place}",
            name=name,
            marker={"color": theme.ink},
            width=0.5,
            hovertemplate="%{y:.2f}",
        )
        _add_band(figure, memory, f"y{place}", theme)
    lags = max(len(values.values), len(changes.values))
    figure.update_layout(
        hovermode="x unified",
        showlegend=False,
        xaxis=axis(theme, say("rows later"), range=[0.25, lags + 0.75], showgrid=False, anchor="y2", fixedrange=True),
        yaxis=_panel(theme, say("values"), values, [0.54, 1]),
        yaxis2=_panel(theme, say("changes"), changes, [0, 0.46]) | {"anchor": "x"},
    )
    return figure


def _panel(theme: Theme, title: str, memory: Memory, domain: list[float]) -> dict[str, object]:
    lowest = min(0.0, *memory.values) - 0.1
    look = {"zeroline": True, "zerolinecolor": theme.muted, "nticks": 5}
    return axis(theme, title, domain=domain, range=[min(lowest, -0.2), 1.05], fixedrange=True) | look


def _add_band(figure: go.Figure, memory: Memory, place: str, theme: Theme) -> None:
    """The ground on which a bar may well be chance."""
    if not np.isfinite(memory.band):
        return
    ground = {"fillcolor": theme.muted, "opacity": 0.25, "line": {"width": 0}, "layer": "below"}
    across = {"xref": "paper", "x0": 0, "x1": 1, "yref": place, "y0": -memory.band, "y1": memory.band}
    figure.add_shape(type="rect", **across, **ground)
