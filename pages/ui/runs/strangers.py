"""For computers that several people use: leaving nothing to the next one."""

import streamlit as st

from pages.ui import state
from pages.ui.language import _


def leave() -> None:
    """What this browser is known by, and the button that makes it forget."""
    st.markdown(
        _(
            "RNN Lab knows this browser again by a cookie, so whoever uses it next sees these runs. Forgetting makes "
            "this browser somebody new. The runs stay in the database, and links to them still work, but they are in "
            "nobody's list any more: download what you want to keep."
        )
    )
    st.button(_("Forget me on this computer"), key="forget_me", on_click=state.become_somebody_new)
