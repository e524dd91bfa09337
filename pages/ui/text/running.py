"""What this visitor has in training with text, in the sidebar of every page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui.language import _
from pages.ui.runs.work import WORK
from pages.ui.text import choices, works
from pages.ui.text.address import TEXT_KINDS
from pages.ui.text.naming import name_of
from pages.ui.training.headline import headline
from rnn_core.engine.status import AnyStatus

_SECONDS_BETWEEN_GLANCES = 1.6


def show(place: DeltaGenerator) -> None:
    """Draw it in the sidebar's `place`, if there is anything."""
    if _mine():
        with place:
            _running()


@st.fragment(run_every=_SECONDS_BETWEEN_GLANCES)
def _running() -> None:
    for status in _mine():
        spec = status.job.spec
        st.progress(status.share, text=f"{_(WORK[spec.kind].title)} · {name_of(spec)}: {headline(status)}")


def _mine() -> list[AnyStatus]:
    # Without a look for the engine where nobody has trained anything.
    shown = [kind for kind in TEXT_KINDS if choices.runs(kind)]
    return [status for kind in shown for status in works.mine(works.on_display(kind))]
