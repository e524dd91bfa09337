"""A link to send: to copy, and as a QR code for a room full of phones."""

import segno
import streamlit as st

from pages.ui import state
from pages.ui.language import _
from pages.ui.teach.links import is_local

# Longer ones make a code too fine for a phone at the back of the room.
_LONGEST_FOR_A_CODE = 1200
_CODE_WIDTH = 320  # pixels


def link(url: str) -> None:
    """Show `url` to be copied, and say where it works, and for how long."""
    st.code(url, language=None, wrap_lines=True)
    if is_local(url):
        st.caption(
            _(
                "This link works on this computer only. To open RNN Lab to everybody in the same network, start it "
                "with `make room` and visit the address that it prints."
            )
        )


def warn_of_files() -> None:
    """Say that a link to data of a visitor's own does not work for ever, if that is what is chosen now."""
    if (source := state.source()) is not None and source.kind == "file":
        st.caption(_("This link names a file of yours. It works as long as this server keeps it."))


def code(url: str, *, width: int = _CODE_WIDTH) -> None:
    """Show `url` as a QR code."""
    if len(url) > _LONGEST_FOR_A_CODE:
        st.caption(_("This link is too long for a QR code; copy it instead."))
        return
    # Dark on white with a quiet zone, on a dark page too: phones read nothing else.
    picture = segno.make(url, error="m").svg_inline(scale=8, border=4, dark="#000000", light="#FFFFFF")
    st.image(picture, width=width, caption=_("Scan to open"))
