"""The words of a sentence beside each other, each on a ground of its own with a number below it.

Drawn by a small component, because what somebody wrote must never become part of a page's HTML.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import streamlit as st

from pages.ui.language import _
from rnn_core.figures.theme import value_colour
from rnn_core.text.sentiment.model import Reading

_HERE = Path(__file__).parent
_SPACE = "␣"

_mount = st.components.v2.component(
    "rnn_lab_words",
    html='<div class="rnn-lab-words" role="list"></div>',
    css=(_HERE / "words.css").read_text("utf-8"),
    js=(_HERE / "words.js").read_text("utf-8"),
    isolate_styles=False,  # the page's own colours and letters are used
)


@dataclass(frozen=True)
class Word:
    """A word as it was read, the colour of the `ground` that it stands on, and what is written `below` it."""

    text: str
    known: bool
    ground: str
    below: str


def show(shown: Sequence[Word], *, key: str) -> None:
    """`shown`, one after the other, in as many lines as it takes."""
    words = [asdict(one) for one in shown]
    _mount(key=key, data={"words": words, "unknown": _("unknown word")})


def attended(reading: Reading) -> list[Word]:
    """The words by their share of the attention: the most attended on the strongest ground."""
    shares = np.zeros(len(reading.tokens)) if reading.attention is None else np.asarray(reading.attention)
    largest = float(shares.max())
    below = [f"{100 * share:.0f}" for share in shares]
    return _words(reading, [value_colour(float(share), largest) for share in shares], below)


def changed(reading: Reading, label: int) -> list[Word]:
    """The words by how much each changes the probability of `label`; the first has nothing before it."""
    points = np.diff(reading.after[:, label], prepend=np.nan)
    # Small changes stay pale, however small the largest one is.
    largest = max(0.2, float(np.nanmax(np.abs(points[1:]))) if len(points) > 1 else 0.0)
    below = ["" if np.isnan(one) else f"{round(100 * one):+d}".replace("-", "−") for one in points]
    below = ["0" if one == "+0" else one for one in below]
    return _words(reading, [value_colour(float(one), largest) for one in points], below)


def _words(reading: Reading, grounds: Sequence[str], below: Sequence[str]) -> list[Word]:
    texts = [_SPACE if one.isspace() else one for one in reading.tokens]
    return [Word(*one) for one in zip(texts, reading.known, grounds, below, strict=True)]
