"""What to notice: the lines that a part of a lesson ends with."""

import streamlit as st

from pages.ui.language import _


def notice(*lines: str) -> None:
    """Show `lines`, which are in the visitor's language: one as it is, several as a list."""
    words = lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)
    st.markdown("**" + _("What to notice") + f"**\n\n{words}")
