"""Memory: how much values, their changes or errors resemble themselves some rows later. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.series.statistics import Memory

_MARGINS, _PANEL, _GAP = 80, 150, 0.08


@dataclass(frozen=True)
class Panel:
    """One of several charts above each other: whose memory, and the colour of its bars."""

    title: str
    memory: Memory
    colour: str


def memory_figure(values: Memory, changes: Memory, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Autocorrelations over lags, of the values above and of their changes below, with the band of chance in each."""
    panels = [Panel(say("values"), values, theme.ink), Panel(say("changes"), changes, theme.ink)]
    return memory_panels(panels, revision="memory", theme=theme, say=say)


def memory_panels(panels: Sequence[Panel], *, revision: str, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Autocorrelations over lags of all `panels` (at least one), from top to bottom, with the band of chance."""
    figure = blank(theme, height=_MARGINS + _PANEL * len(panels), revision=revision)
    strongest = max(value for panel in panels for value in (0.0, *panel.memory.values))
    top = 1.05 if strongest > 0.45 else 0.5
    for number, panel in enumerate(panels):
        place = f"y{number + 1}" if number else "y"
        values = panel.memory.values
        figure.add_bar(
            x=np.arange(1, len(values) + 1),
            y=values,
            yaxis=place,
            name=panel.title,
            uid=panel.title,
            marker={"color": panel.colour},
            width=0.5,
            hovertemplate="%{y:.2f}",
        )
        _add_band(figure, panel.memory, place, theme)
        figure.layout[f"yaxis{number + 1}" if number else "yaxis"] = _axis(theme, panel, number, len(panels), top)
    lags = max(len(panel.memory.values) for panel in panels)
    lowest = {"anchor": f"y{len(panels)}" if len(panels) > 1 else "y", "fixedrange": True}
    across = axis(theme, say("rows later"), range=[0.25, lags + 0.75], showgrid=False, **lowest)
    figure.update_layout(hovermode="x unified", showlegend=False, xaxis=across)
    return figure


def _axis(theme: Theme, panel: Panel, number: int, count: int, top: float) -> dict[str, object]:
    """The axis of panel `number` of `count`, counted from the top, up to the value `top`."""
    height = (1 - _GAP * (count - 1)) / count
    bottom = max(0.0, 1 - height - number * (height + _GAP))
    lowest = min((0.0, *panel.memory.values)) - 0.1
    look = {"zeroline": True, "zerolinecolor": theme.muted, "nticks": 5, "anchor": "x"}
    within = {"domain": [bottom, bottom + height], "range": [min(lowest, -0.2), top], "fixedrange": True}
    return axis(theme, panel.title, **within) | look


def _add_band(figure: go.Figure, memory: Memory, place: str, theme: Theme) -> None:
    """The ground on which a bar may well be chance."""
    if not np.isfinite(memory.band):
        return
    ground = {"fillcolor": theme.muted, "opacity": 0.25, "line": {"width": 0}, "layer": "below"}
    across = {"xref": "paper", "x0": 0, "x1": 1, "yref": place, "y0": -memory.band, "y1": memory.band}
    figure.add_shape(type="rect", **across, **ground)
