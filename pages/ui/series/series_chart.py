"""The chart of a series: a live chart that tells what is zoomed into, with a border that can be moved.

What travels is a thinned figure, sent anew, and in more detail, whenever a person has zoomed into a stretch of it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import streamlit as st

from pages.ui import widgets
from pages.ui.chart import BOX_CSS, BOX_HTML, BOX_JS, box_data
from rnn_core.figures.frame import Figure
from rnn_core.figures.series_chart import Shown

_HERE = Path(__file__).parent
_BORDER_HTML = (
    '<div class="rnn-lab-border" hidden><span class="rnn-lab-border-knob" role="slider" tabindex="0">⋮</span>'
    '<span class="rnn-lab-border-day" aria-hidden="true"></span></div>'
)

_mount = st.components.v2.component(
    "rnn_lab_series_chart",
    html=f'<div class="rnn-lab-series">{BOX_HTML}{_BORDER_HTML}</div>',
    css=BOX_CSS + (_HERE / "series_chart.css").read_text("utf-8"),
    js=BOX_JS + (_HERE / "series_chart.js").read_text("utf-8"),
    isolate_styles=False,  # plotly.js keeps its styles in the page's head, where a shadow root would not see them
)


@dataclass(frozen=True)
class Handle:
    """The border on the screen; moments are milliseconds since 1970.

    It stands `at` the first moment of the test part, which is `day` in words and number `number` of `count`; it can
    be dragged from `first` to `last`, and an arrow key moves it by about `step`.
    """

    at: int
    first: int
    last: int
    step: int
    number: int
    count: int
    day: str
    label: str
    hint: str


def series_chart(figure: Figure, *, key: str, alt: str, handle: Handle | None) -> Mapping[str, int] | None:
    """Draw `figure`; where the border has just been moved, tell it: `{"at": moment}` or, by key, `{"by": days}`.

    The zoom stays while `figure.layout.uirevision` does.
    """
    layout = figure.layout
    data = {
        **box_data(figure, alt),
        "revision": layout.uirevision,
        "zoomed": _wanted(key) is not None,
        "border": asdict(handle) if handle else None,
    }
    result = _mount(key=key, data=data, height=layout.height, on_shown_change=_nothing, on_border_change=_nothing)
    return result.border


def shown_range(key: str, revision: str, first: np.datetime64, last: np.datetime64) -> Shown | None:
    """What a person sees of the series from `first` to `last`, None for all of it.

    `revision` is that of the figure: what was seen of another series says nothing.
    """
    wanted = _wanted(key)
    if wanted is None or wanted.get("revision") != revision:
        return None
    ends = sorted(np.datetime64(int(wanted[end]), "ms") for end in ("first", "last"))
    inside = [min(max(end, first), last) for end in ends]
    return inside[0], inside[1]


def _wanted(key: str) -> Mapping[str, Any] | None:
    return widgets.component_value(key, "shown")


def _nothing() -> None:
    """Streamlit only tells of values that somebody listens to."""
