"""One way to draw a finished chart: Plotly, the page's colours, a text alternative."""

import plotly.graph_objects as go
import streamlit as st

from pages.ui.presentation import sized

# Few buttons, so that they stand beside the legend and not on it, and none that would send a person's data anywhere.
_CONFIG = {
    "displaylogo": False,
    "showTips": False,
    "modeBarButtonsToRemove": ["sendChartToCloud", "zoomIn2d", "zoomOut2d", "autoScale2d", "select2d", "lasso2d"],
}


def chart(figure: go.Figure, *, key: str, alt: str) -> None:
    """Draw `figure`; `alt` says it to those who cannot see it."""
    st.plotly_chart(sized(figure), theme=None, key=key, alt=alt, config=_CONFIG)
