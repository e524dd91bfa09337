"""Ask it: a question of one's own, which all networks on display answer side by side."""

from collections.abc import Mapping

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _, tell
from pages.ui.learn.notice import notice
from pages.ui.text.rewrite import answered
from rnn_core.text.rewrite.examining import BEAM_WIDTH
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.task import Task
from rnn_core.words import N_

_WIDEST, _MOST_TYPED, _MOST_BESIDE = 8, 60, 16
# By the names of tasks: what their maps show.
_MAPS = {
    "reverse": N_(
        "A reversal runs from the upper right to the lower left: the first letter that is written is looked for at the "
        "end of what was read. Nobody has told it so."
    ),
    "date": N_(
        "The year is looked for where the year stands, at the beginning of one spelling and at the end of another. "
        "Nobody has told it so."
    ),
    "add": N_(
        "A sum is written from the front, but what is carried comes from the back: so each digit needs a look at "
        "several, and the map is less tidy."
    ),
}


@st.fragment
def show(runs: Mapping[str, Rewritten]) -> None:
    """The question, how widely answers are looked for, and what each network of `runs`, by its name, says."""
    task = next(iter(runs.values())).spec.what
    st.markdown("##### " + _("Ask it"))
    left, right = st.columns([3, 2])
    with left:
        question = _question(task)
    width = right.slider(
        _("Answers followed at once (beam width)"),
        1,
        _WIDEST,
        BEAM_WIDTH,
        key="rewrite_width",
        help=_(
            "1 takes the likeliest letter each time (greedy). More keep several answers in mind, and then take the one "
            "that is likeliest as a whole (beam search)."
        ),
    )
    if question is None:
        return
    st.markdown(_("Right would be: **{answer}**", answer=task.answer(question)))
    # A map of many letters needs the whole width.
    beside = len(question) <= _MOST_BESIDE
    places = st.columns(len(runs)) if beside else [st.container() for _run in runs]
    for place, (name, run) in zip(places, runs.items(), strict=True):
        with place, st.container(border=True):
            answered.show(name, run, question, width)
    _tell_of_maps(task, runs)


def _question(task: Task) -> str | None:
    """What is asked, as the network knows it; None, and a sentence, where it is no question of `task`."""
    typed = st.text_input(
        _("Your question"),
        key=widgets.primed(f"rewrite_question_{task.name}", _example(task)),
        max_chars=_MOST_TYPED,
        help=_("Press Enter to ask it."),
    )
    question = task.clean(typed or "")
    if not question:
        st.caption(_("Type something, such as {example}.", example=_example(task)))
        return None
    if task.answer(question) is None:
        st.warning(tell(task.refusal(typed)), icon=":material/warning:")
        return None
    return question


def _example(task: Task) -> str:
    """One in the visitor's own letters, where there is such a one."""
    foreign = (example for example in task.examples if not example.isascii())
    return next(foreign, task.examples[0]) if state.language() == "zh" else task.examples[0]


def _tell_of_maps(task: Task, runs: Mapping[str, Rewritten]) -> None:
    lines = []
    if any(run.spec.attention for run in runs.values()):
        st.caption(
            _(
                "Each row is a letter that was written, each column one that was read. The stronger the colour, the "
                "more of it was in that letter. Beside it: how sure the network was."
            )
        )
        lines.append(_(_MAPS[task.name]))
        lines.append(
            _(
                "What it looks at is its memory of a letter, which knows the neighbours too: a map is a hint at how it "
                "works, no proof."
            )
        )
    if not all(run.spec.attention for run in runs.values()):
        lines.append(
            _(
                "Without attention there is no map: before its first letter the decoder gets one memory of fixed size, "
                "and all that was read must be in there."
            )
        )
    notice(*lines)
