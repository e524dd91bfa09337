"""What a click was refused: acted on before the page is drawn, and said where the click was made.

A click that the page itself acts on, while it is drawn, is lost where another run of the page overtakes that one, as
during the first seconds of a visit. What a widget calls is done first and is never lost.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.ui import state
from pages.ui.language import tell
from rnn_core.errors import RnnLabError


def attempt(name: str, act: Callable[..., None], *args: Any) -> None:
    """Do `act`, as what a widget calls; what is refused waits under `name` to be said."""
    try:
        act(*args)
    except RnnLabError as refusal:
        state.keep(f"refused_{name}", refusal.sentence)


def show(name: str) -> None:
    """Say what was refused under `name` by the last click, once."""
    sentence = state.kept(f"refused_{name}", None)
    if sentence is not None:
        state.keep(f"refused_{name}", None)
        st.error(tell(sentence), icon=":material/error:")
