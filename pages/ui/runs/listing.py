"""The list of runs: what to look for, what is ticked, one row a run, and pages of them."""

import streamlit as st

from pages.ui.language import _, tell
from pages.ui.runs import bar, changes, filters, row
from pages.ui.runs.changes import Deleted, whose
from pages.ui.store import store
from rnn_core.store import RunsPage


def show() -> None:
    """All of it, or what to do where there is nothing."""
    if (refused := changes.take_refusal()) is not None:
        st.error(tell(refused), icon=":material/error:")
    filters.choose(store().series_names(whose()))
    found, deleted = _found(), changes.take_deleted()
    place = deleted.place if found.lines else None
    if deleted.names and place is None:
        bar.way_back(deleted.names)
    bar.bar()
    if whose() is None:
        st.caption(_("This list shows the runs of everybody who uses this server, and everybody may change them."))
    if found.lines:
        _rows(found, deleted)
    elif filters.view().narrowed:
        st.info(_("No run fits this search and these filters."), icon=":material/search_off:")
        st.button(_("Clear filters"), key="runs_show_all", type="primary", on_click=filters.clear)
    else:
        _empty()


def _found() -> RunsPage:
    """The runs of the page that is looked at; of the last one where there are fewer by now."""
    found = store().find(filters.view().query(whose()))
    last = _pages(found.count)
    if filters.view().page <= last:
        return found
    filters.turn_to_page(last)
    return store().find(filters.view().query(whose()))


def _pages(count: int) -> int:
    return max(1, -(-count // filters.ROWS))


def _rows(found: RunsPage, deleted: Deleted) -> None:
    with st.container(gap="xsmall"):
        for place, line in enumerate(found.lines):
            # Where it stood: who looks at the end of a long page would not see it above.
            if place == deleted.place:
                bar.way_back(deleted.names)
            row.row(line, place)
        if deleted.place is not None and deleted.place >= len(found.lines):
            bar.way_back(deleted.names)
    pages = _pages(found.count)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(_("1 run") if found.count == 1 else _("{count} runs", count=found.count), width="content")
        if pages > 1:
            filters.turn_pages(pages)


def _empty() -> None:
    words = _(
        "There are no runs yet. Every network that you train is kept here, to be found, compared and opened again."
    )
    st.info(words, icon=":material/model_training:")
    if st.button(_("Choose an experiment"), key="runs_begin", type="primary"):
        st.switch_page("pages/home.py")
