"""Letters: a text that a network wrote, typed out letter by letter, each with what else might have come.

All letters are sent at once, so that pointing at one never waits for the server.
"""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from pages.ui.language import _
from rnn_core.text.write.generating import Alternative, Drawn

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "rnn_lab_letters",
    html='<div class="rnn-lab-letters"></div>',
    css=(_HERE / "letters.css").read_text("utf-8"),
    js=(_HERE / "letters.js").read_text("utf-8"),
    isolate_styles=False,  # the page's own colours and letters are used
)


def letters(begin: str, drawn: Sequence[Drawn], *, key: str) -> None:
    """`begin`, as somebody wrote it, and after it the letters that were `drawn`."""
    words = {
        "text": _("What the network writes"),
        "might": _("What might have come here, by what the network believes:"),
        "none": _("Point at a letter."),
        "space": _("space"),
        "line": _("line end"),
    }
    came = [
        {
            "symbol": one.symbol,
            "came": _might(one.came),
            "others": [_might(other) for other in one.likeliest],
        }
        for one in drawn
    ]
    _mount(key=f"letters_{key}", data={"begin": begin, "letters": came, "words": words})


def _might(one: Alternative) -> list[str | float]:
    """A symbol, what the network believes of it, and with which chance it was drawn."""
    return [one.symbol, round(one.probability, 4), round(one.chance, 4)]
