"""One shape at a time: what it is used for, what a person gives its tiny network, and the network at work."""

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.learn.shapes.inputs import INPUTS
from pages.ui.learn.stage import stage
from rnn_core.figures.scenes.shapes import shape_scene
from rnn_core.figures.scenes.shapes_words import shape_alt
from rnn_core.lessons.shapes import SHAPES, Running, SequenceShape

_FIRST = "one_to_many"


@st.fragment(key="shapes")
def show() -> None:
    """One of SHAPES, by a person's choice."""
    name = st.pills(
        _("What goes in, what comes out"),
        list(SHAPES),
        format_func=lambda name: _(SHAPES[name].title),
        default=_FIRST,
        key=widgets.key("shape"),
        required=True,
    )
    _show(SHAPES[name])


def _show(shape: SequenceShape) -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"#### {_(shape.title)}")
        st.markdown(_(shape.uses))
        st.markdown("**" + _("Here:") + "** " + _(shape.example))
        running = INPUTS[shape.name]()
    with right:
        stage(shape_scene(running, _), key="shape", alt=tell_plainly(shape_alt(running)))
        _outcome(running)
    st.latex(shape.formula)
    notice(_(shape.notice))


def _outcome(running: Running) -> None:
    """Whether what came out is right, where that can be said."""
    if not running.wrong:
        return
    wrong, count = sum(running.wrong), len(running.wrong)
    if wrong:
        words = _("{wrong} of {count} came out wrong: the state had no room.", wrong=wrong, count=count)
        st.warning(words, icon=":material/inbox:")
    else:
        st.success(_("{count} of {count} came out right.", count=count), icon=":material/check_circle:")
