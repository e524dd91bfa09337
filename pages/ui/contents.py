"""The table of contents: every page, in the groups of the sidebar."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.ui.language import _


def contents() -> dict[str, list[StreamlitPage]]:
    """All pages by group, in the visitor's language."""
    return {
        _("Forecast"): [
            st.Page("pages/home.py", title=_("Home"), icon=":material/home:", default=True),
            _page("data", _("Data"), "table_view"),
            _page("train", _("Train"), "model_training"),
            _page("runs", _("Runs"), "history"),
            _page("teach", _("For a class"), "co_present"),
        ],
        _("Text"): [
            _page("text/write", _("Write"), "edit_note"),
            _page("text/sentiment", _("Sentiment"), "sentiment_satisfied"),
            _page("text/rewrite", _("Rewrite"), "translate"),
        ],
        _("Learn"): [
            _page("learn/cell", _("Inside the cell"), "memory"),
            _page("learn/memory", _("Memory"), "psychology"),
            _page("learn/shapes", _("Shapes"), "conversion_path"),
            _page("learn/pitfalls", _("When it goes wrong"), "report"),
        ],
    }


def _page(place: str, title: str, icon: str) -> StreamlitPage:
    """The page in the file `place` of the folder of pages; its address is the file's own name."""
    return st.Page(f"pages/{place}.py", title=title, icon=f":material/{icon}:", url_path=place.rpartition("/")[2])
