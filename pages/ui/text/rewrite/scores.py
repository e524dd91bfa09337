"""Scores: how much each network gets right, letter by letter chosen or by beam search, beside the usual answer."""

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from pages.ui.language import _, shown
from pages.ui.words import duration
from rnn_core.text.rewrite.examining import BEAM_WIDTH
from rnn_core.text.rewrite.marks import Marks
from rnn_core.text.rewrite.result import Rewritten

_NONE = "–"


def show(runs: Mapping[str, Rewritten]) -> None:
    """The table, and what it was made of; the questions are the same for all."""
    first = next(iter(runs.values()))
    rows = dict(_rows(runs))
    names = [_("No mistake"), _("Right letters"), _("Weights"), _("Learnt for")]
    st.table(pd.DataFrame(rows, index=names).T)
    st.caption(
        _(
            "Asked were {count} questions that nobody has learnt from. Greedy takes the likeliest letter each time; "
            "the beam follows {width} answers at once. A letter is right where it stands at its place.",
            count=first.greedy.count,
            width=BEAM_WIDTH,
        )
    )
    st.caption(
        _(
            "The usual answer is “{text}”: at each place the letter that is most often there. Nobody needs to read a "
            "question to say it.",
            text=first.usual_text,
        )
    )


def _rows(runs: Mapping[str, Rewritten]) -> Iterator[tuple[str, list[str]]]:
    for name, run in runs.items():
        cost = [shown(run.parameters), duration(run.seconds)]
        yield _("{name}, greedy", name=name), [*_shares(run.greedy), *cost]
        yield _("{name}, beam", name=name), [*_shares(run.beam), *cost]
    yield _("Usual answer"), [*_shares(next(iter(runs.values())).usual), _NONE, _NONE]


def _shares(marks: Marks | None) -> list[str]:
    """Without a mistake, and letter by letter; dashes where somebody did not wait for it."""
    if marks is None:
        return [_NONE, _NONE]
    return [f"{marks.exact:.1%}", f"{marks.letters:.1%}"]
