"""The text to learn to write from: a built-in one."""

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from rnn_core.text.corpora import GENERATED, PASSAGES, load_passage
from rnn_core.text.passage import Passage

_SHOWN = 400


def choose() -> Passage:
    """The passage that the visitor wants, with a look at how it begins."""
    first = "tales_zh" if state.language() == "zh" else "tales_en"
    name = st.pills(
        _("Text"),
        list(PASSAGES),
        default=first,
        format_func=lambda one: _(PASSAGES[one].title),
        key=widgets.key("write_text"),
        required=True,
    )
    corpus, passage = PASSAGES[name], _loaded(name)
    st.caption(f"{_(corpus.text)} {_('{count} characters', count=len(passage.text))} · {_(GENERATED)}")
    with st.expander(_("How it begins"), icon=":material/menu_book:"):
        st.text(passage.text[:_SHOWN] + " …")
    return passage


@st.cache_resource(show_spinner=False, max_entries=4)
def _loaded(name: str) -> Passage:
    return load_passage(name)
