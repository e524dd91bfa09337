"""What one network answers: the text, how sure it was of each letter, where it looked, and what else it considered."""

import math
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, plain, tell, tell_plainly
from pages.ui.text.rewrite.shares import percent, sign
from rnn_core.errors import RnnLabError
from rnn_core.figures.rewrite_look import rewriter_look
from rnn_core.figures.rewrite_map import map_alt, map_figure
from rnn_core.figures.theme import PAGE
from rnn_core.text.rewrite.alignment import mirrored_share
from rnn_core.text.rewrite.decoding import Answer, answer, answers
from rnn_core.text.rewrite.result import Rewritten


def show(name: str, run: Rewritten, question: str, width: int) -> None:
    """The answer of `run`, called `name`, to a clean `question`, by a beam of `width`."""
    st.markdown(f"**{plain(name)}**")
    try:
        found = answers(run.rewriter, question, width=width)[:width]
        greedy = answer(run.rewriter, question)
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return
    right = run.spec.what.answer(question)
    _first(found[0], right)
    _letters(name, run, question, found[0])
    if width == 1:
        st.caption(_("This is greedy: the likeliest letter each time."))
    else:
        _against_greedy(found[0], greedy)
        st.table(_table(found, right))
        if len(found) < width:
            st.caption(_("The search is over as soon as nothing under way can become likelier."))


def _first(said: Answer, right: str | None) -> None:
    st.markdown(f"#### {sign(said.text == right)} {plain(said.text)}")
    if not said.text:
        st.caption(_("It writes nothing at all."))
    if said.ended:
        st.caption(_("{share} sure of the whole answer", share=_chance(said)))
    else:
        st.caption(_("It found no end, and was cut off after {count} letters.", count=len(said.text)))


def _letters(name: str, run: Rewritten, question: str, said: Answer) -> None:
    """The picture of it, where there are letters to show."""
    if not said.text:
        return
    figure = map_figure(question, said, rewriter_look(run.spec), theme=PAGE, say=_)
    chart(figure, key=f"rewrite_map_{name}", alt=tell_plainly(map_alt(question, said)))
    if said.attention is None:
        st.caption(_("No attention: it did not look back at any letter."))
    elif run.spec.task == "reverse":
        share = percent(mirrored_share(said.attention))
        st.caption(_("For {share} of the letters it looked most at the mirrored place.", share=share))


def _against_greedy(best: Answer, greedy: Answer) -> None:
    """Whether the beam has found another answer than the likeliest letter each time."""
    values = {"answer": greedy.text, "share": _chance(greedy)}
    if best.text == greedy.text:
        words = _("The likeliest letter each time (greedy) gives the same answer.")
    elif not greedy.ended:
        words = _("The likeliest letter each time (greedy) finds no end.")
    elif best.log_probability > greedy.log_probability:
        words = _(
            "The likeliest letter each time (greedy) gives {answer} ({share}): the beam found a likelier one.", **values
        )
    else:
        words = _(
            "The likeliest letter each time (greedy) gives {answer} ({share}), which is likelier: the beam lost it on "
            "its way.",
            **values,
        )
    st.caption(words)


def _chance(said: Answer) -> str:
    return percent(math.exp(said.log_probability))


def _table(found: Sequence[Answer], right: str | None) -> pd.DataFrame:
    """The answers that the beam found, the likeliest first."""
    chances = [plain(_chance(one)) for one in found]
    said = [f"{sign(one.text == right)} {plain(one.text)}" for one in found]
    return pd.DataFrame({_("Answer"): said, _("Probability"): chances}, index=range(1, len(found) + 1))
