"""The empty chart that every figure starts from: fonts, margins, axes. Pure."""

from typing import Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from rnn_core.figures.theme import Theme

Figure = go.Figure

# Figures alone, so that dates read the same in every language.
_DATE_FORMATS = [
    {"dtickrange": [None, 86_400_000], "value": "%H:%M\n%Y-%m-%d"},
    {"dtickrange": [86_400_000, 1_814_400_000], "value": "%m-%d\n%Y"},
    {"dtickrange": ["M1", "M6"], "value": "%Y-%m"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def blank(theme: Theme, *, height: int, revision: str) -> go.Figure:
    """A chart without lines; a person's zoom and legend clicks stay for as long as `revision` does."""
    # All at once: `update_layout` takes ten times as long.
    layout = {
        "template": go.layout.Template(),  # plotly's own one weighs 7 kB and would be sent with each chart
        "height": height,
        "uirevision": revision,
        "font": {"color": theme.ink, "size": 13},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "margin": {"l": 8, "r": 8, "t": 30, "b": 8},  # the legend above, and the buttons above that, outside
        "hoverlabel": {"bgcolor": theme.paper, "bordercolor": theme.muted, "font": {"color": theme.ink}},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "tracegroupgap": 0},
        "modebar": {"bgcolor": "rgba(0, 0, 0, 0)", "color": theme.muted, "activecolor": theme.ink},
        "dragmode": "zoom",
        "colorway": [theme.ink],
    }
    return go.Figure(layout=layout)


def explain(figure: go.Figure, name: str, marker: dict[str, Any]) -> None:
    """An entry in the legend for a sign that belongs to no line of its own."""
    figure.add_scatter(x=[None], y=[None], mode="markers", marker=marker, name=name, uid=name, hoverinfo="skip")


def axis(theme: Theme, title: str, **more: Any) -> dict[str, Any]:
    """An axis with a quiet grid whose labels always fit."""
    look = {"gridcolor": theme.grid, "linecolor": theme.grid, "zeroline": False, "automargin": True}
    return {"title": {"text": title, "standoff": 8}, **look, **more}


def date_axis(theme: Theme, x: npt.NDArray[np.str_], *, slider: bool = False) -> dict[str, Any]:
    """A time axis for the ISO dates `x`; `slider` adds the small overview to choose a stretch in."""
    hover = "%Y-%m-%d %H:%M" if any("T" in date for date in x[:1]) else "%Y-%m-%d"
    shown = axis(theme, "", type="date", tickformatstops=_DATE_FORMATS, hoverformat=hover, showgrid=False)
    overview = {"visible": slider, "thickness": 0.1, "bgcolor": theme.paper, "bordercolor": theme.grid}
    return {**shown, "rangeslider": {**overview, "borderwidth": 1}}
