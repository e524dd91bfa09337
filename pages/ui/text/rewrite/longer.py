"""Longer and longer: how many questions of each length are answered, and why attention wins."""

from collections.abc import Mapping

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from pages.ui.learn.notice import notice
from rnn_core.figures.rewrite_lengths import lengths_alt, lengths_figure, longest_learnt
from rnn_core.figures.theme import PAGE
from rnn_core.text.rewrite.result import Rewritten


def show(runs: Mapping[str, Rewritten]) -> None:
    """The curve over the length, and what it means."""
    figure = lengths_figure(runs, theme=PAGE, say=_)
    chart(figure, key="rewrite_lengths", alt=tell_plainly(lengths_alt(runs)))
    longest = longest_learnt(runs)
    if longest is None:
        st.caption(
            _("Here the way of writing decides the length. Some lengths are rare: point at the line for the counts.")
        )
    else:
        st.caption(
            _(
                "They have learnt from strings of up to {longest} letters. What lies behind the mark is longer than "
                "anything that they have seen. Of the shortest strings there are few to ask: point at the line for the "
                "counts.",
                longest=longest,
            )
        )
    notice(*_lines(behind_mark=longest is not None))


def _lines(*, behind_mark: bool) -> list[str]:
    lines = [
        _(
            "Without attention all letters must pass through one memory of fixed size, however many there are. The "
            "more there are, the less of each is left."
        ),
        _(
            "With attention nothing has to be carried along: for each letter that it writes, the decoder looks back at "
            "what was read, and takes what it needs."
        ),
    ]
    if behind_mark:
        lines.append(
            _("Behind the mark looking back can fail too: where to look was only practised on what is shorter.")
        )
    return lines
