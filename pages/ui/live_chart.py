"""The live chart: a Plotly chart whose zoom and legend outlive every update of its data.

`st.plotly_chart` makes a new element for each new figure, which loses a person's zoom once a second; this one keeps
its element and lets `Plotly.react` change what has changed. plotly.js comes from the installed plotly package.
"""

import os
import shutil
import tempfile
from pathlib import Path

import plotly
import plotly.graph_objects as go
import streamlit as st

from pages.ui.presentation import sized, taller

_HERE = Path(__file__).parent
_BUNDLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"

BOX_HTML = '<div class="rnn-lab-chart" role="img"></div><p class="rnn-lab-chart-words" hidden></p>'
BOX_CSS, BOX_JS = ((_HERE / f"chart_box.{kind}").read_text("utf-8") for kind in ("css", "js"))
"""What every component that draws a chart begins with."""

_mount = st.components.v2.component(
    "rnn_lab_live_chart",
    html=BOX_HTML,
    css=BOX_CSS,
    js=BOX_JS + (_HERE / "live_chart.js").read_text("utf-8"),
    isolate_styles=False,  # plotly.js keeps its styles in the page's head, where a shadow root would not see them
)


def live_chart(figure: go.Figure, *, key: str, height: int, alt: str) -> None:
    """Draw `figure`, `height` pixels high, and say `alt` to those who cannot see it.

    Colours of the theme `PAGE` follow the page, light or dark. Zoom stays while `figure.layout.uirevision` does.
    """
    drawn, height = sized(figure), taller(height)
    _mount(key=key, data={"figure": drawn.to_json(remove_uids=False), "alt": alt, "height": height}, height=height)


def publish_plotly(folder: Path) -> Path:
    """Put plotly.js into the served `folder` unless it is there already; many servers may do so at once."""
    target = folder / "plotly.min.js"
    if target.exists() and target.stat().st_size == _BUNDLE.stat().st_size:
        return target
    folder.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    shutil.copyfile(_BUNDLE, half)
    Path(half).chmod(0o644)
    os.replace(half, target)
    return target
