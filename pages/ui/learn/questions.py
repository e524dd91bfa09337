"""Questions at the end of a lesson: a click on an answer tells what is right or wrong with it.

What was answered is kept for as long as the visit lasts.
"""

from collections.abc import Sequence

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from rnn_core.lessons.questions import Question


@st.fragment
def ask(questions: Sequence[Question]) -> None:
    """Show `questions`, how many of them are answered rightly, and what there is to say of the answers given."""
    st.divider()
    st.markdown("#### " + _("Questions"))
    right = 0
    for number, question in enumerate(questions, start=1):
        right += _ask(number, question)
    st.caption(_("{right} of {all} answered rightly", right=right, all=len(questions)))


def _ask(number: int, question: Question) -> bool:
    """Show one question; whether its right answer is chosen."""
    chosen = st.radio(
        f"**{number}.** {_(question.text)}",
        range(len(question.answers)),
        format_func=lambda place: _(question.answers[place].text),
        index=state.kept(f"answer_{question.name}", None),
        key=widgets.key(f"question_{question.name}"),
    )
    if chosen is None:
        return False
    state.keep(f"answer_{question.name}", chosen)
    answer = question.answers[chosen]
    if answer.right:
        st.success(_(answer.why), icon=":material/check_circle:")
    else:
        st.warning(_(answer.why), icon=":material/lightbulb:")
    return answer.right
