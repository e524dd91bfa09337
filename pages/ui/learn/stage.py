"""The stage: plays a Scene step by step in the browser, by itself at first, and then as a person wants.

All steps are sent at once, so that playing, stopping and stepping never wait for the server.
"""

from pathlib import Path

import streamlit as st

from pages.ui.language import _
from rnn_core.figures.scenes import Scene

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "rnn_lab_stage",
    html='<div class="rnn-lab-stage"></div>',
    css=(_HERE / "stage.css").read_text("utf-8"),
    js=(_HERE / "stage.js").read_text("utf-8"),
    isolate_styles=False,  # the page's own colours and letters are used
)


def stage(scene: Scene, *, key: str, alt: str, plays: bool = True) -> None:
    """Show `scene`, which says `alt` to those who cannot see it; it `plays` at once for those who like movement.

    While its number of frames stays the same, the step that a person looks at stays too.
    """
    words = {
        "play": _("Play"),
        "pause": _("Pause"),
        "back": _("One step back"),
        "next": _("One step on"),
        "step": _("Step"),
        "of": _("{step} of {steps}"),
    }
    _mount(key=f"stage_{key}", data={"scene": scene.plain(), "alt": alt, "plays": plays, "words": words})
