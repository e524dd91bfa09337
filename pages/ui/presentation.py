"""Large type, for a projector: everything that is measured in the size of the page's letters grows, charts too."""

from pathlib import Path
from typing import Literal

import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import state
from pages.ui.language import _

# A picture of our own: the browser would fetch an icon of Material's from the internet.
ICON = Path(__file__).with_name("icon.svg")
_LETTERS = 24  # pixels; otherwise 16
_CHART_LETTERS, _TALLER = 20, 1.35
_STYLE = f"<style>html {{ font-size: {_LETTERS}px !important; }}</style>"


def enlarge() -> None:
    """Let the page's letters grow, if the visitor wants them large."""
    if state.lesson().large:
        st.html(_STYLE)


def sidebar_state() -> Literal["auto", "collapsed"]:
    """How the sidebar is when a page is opened: in large type out of the way."""
    return "collapsed" if state.lesson().large else "auto"


def two_sides() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where settings and where results go: beside each other, in large type under each other, the settings folded."""
    if not state.lesson().large:
        left, right = st.columns([1, 2], gap="large")
        return left, right
    return st.expander(_("Settings"), expanded=not state.runs()), st.container()


def sized(figure: go.Figure) -> go.Figure:
    """`figure` with letters, lines and height for the last row of a room, where that is wanted."""
    if not state.lesson().large:
        return figure
    grown = go.Figure(figure)
    grown.update_layout(font_size=_CHART_LETTERS, height=taller(figure.layout.height))
    return grown


def taller(height: int) -> int:
    """The height of a chart of `height` pixels as the visitor wants to see it."""
    return round(height * _TALLER) if state.lesson().large else height
