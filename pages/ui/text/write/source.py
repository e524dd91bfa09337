"""The text to learn to write from: a built-in one, or the visitor's own."""

import streamlit as st

from pages.ui import refused, state, widgets
from pages.ui.language import _, plain
from pages.ui.text import source
from rnn_core.text.corpora import GENERATED, PASSAGES, load_passage
from rnn_core.text.passage import Passage
from rnn_core.text.reading import FEWEST_CHARACTERS, MAX_BYTES, passage_of, read_passage

_SHOWN = 400
_PASTED, _FILE = "write_pasted", "write_file"


def choose() -> Passage | None:
    """The passage that the visitor wants, with a look at how it begins; None before there is one."""
    passage = source.choose("write", _built_in, _own)
    if passage is not None:
        with st.expander(_("How it begins"), icon=":material/menu_book:"):
            st.text(passage.text[:_SHOWN] + " …")
    return passage


def _built_in(name: str) -> Passage:
    passage = _loaded(name)
    st.caption(f"{_(PASSAGES[name].text)} {_counted(passage)} · {_(GENERATED)}")
    return passage


def _own() -> Passage | None:
    """A file or pasted words; what was taken last stays for the visit. It is kept with the runs that learn from it."""
    st.file_uploader(
        _("A text file (.txt)"),
        type=["txt", "md"],
        max_upload_size=MAX_BYTES // 1024**2,
        key=_FILE,
        on_change=refused.attempt,
        args=("write_text", _take_file),
    )
    st.text_area(_("Or paste a text"), key=_PASTED, on_change=refused.attempt, args=("write_text", _take_pasted))
    refused.show("write_text")
    passage: Passage | None = state.kept("write_own", None)
    if passage is None:
        st.caption(_("At least {count} characters; some hundred thousand are better.", count=FEWEST_CHARACTERS))
    else:
        st.caption(f"**{plain(passage.name)}** · {_counted(passage)}")
    return passage


def _take_file() -> None:
    file = widgets.held(_FILE)
    if file is not None:
        state.keep("write_own", None)
        state.keep("write_own", read_passage(file.getvalue(), file.name))


def _take_pasted() -> None:
    if words := widgets.held(_PASTED):
        # What was pasted before is no longer meant, even where this is refused.
        state.keep("write_own", None)
        state.keep("write_own", passage_of(words))


def _counted(passage: Passage) -> str:
    return _("{count} characters", count=len(passage.text))


@st.cache_resource(show_spinner=False, max_entries=4)
def _loaded(name: str) -> Passage:
    return load_passage(name)
