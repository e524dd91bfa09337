"""One way to draw a chart: Plotly, kept in one element whose zoom and legend outlive every update of its data.

`st.plotly_chart` makes a new element for each new figure, which loses a person's zoom once a second while a network
learns, and brings a plotly.js of its own: two of them on a page would be loaded one after the other.
"""

from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from pages.ui.language import _
from pages.ui.presentation import sized
from rnn_core.words import N_

_HERE = Path(__file__).parent

BOX_HTML = (
    '<div class="rnn-lab-chart-place"><div class="rnn-lab-chart" role="img"></div>'
    '<p class="rnn-lab-chart-words" hidden></p></div>'
)
BOX_CSS, BOX_JS = ((_HERE / f"chart_box.{kind}").read_text("utf-8") for kind in ("css", "js"))
"""What every component that draws a chart begins with."""

# What plotly.js calls its buttons, see `chart_box.js`.
_BUTTONS = (N_("Download plot as a PNG"), N_("Zoom"), N_("Pan"), N_("Reset axes"))

_mount = st.components.v2.component(
    "rnn_lab_chart",
    html=BOX_HTML,
    css=BOX_CSS,
    js=BOX_JS + (_HERE / "chart.js").read_text("utf-8"),
    isolate_styles=False,  # plotly.js keeps its styles in the page's head, where a shadow root would not see them
)


def chart(figure: go.Figure, *, key: str, alt: str) -> None:
    """Draw `figure`, which has a height, and say `alt` to those who cannot see it.

    Colours of the theme `PAGE` follow the page, light or dark. Zoom stays while `figure.layout.uirevision` does.
    """
    drawn = sized(figure)
    # A component's key is one of the session's, among those of all that is remembered.
    _mount(key=f"chart_{key}", data=box_data(drawn, alt), height=drawn.layout.height)


def box_data(figure: go.Figure, alt: str) -> dict[str, Any]:
    """What `chart_box.js` draws: `figure` as it is, its height in pixels, and words."""
    words = {"full": _("Full screen"), "buttons": {name: _(name) for name in _BUTTONS}}
    return {"figure": figure.to_json(remove_uids=False), "alt": alt, "height": figure.layout.height, "words": words}
