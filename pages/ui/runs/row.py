"""One run in the list: on a wide page a row, on a phone a card."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import widgets
from pages.ui.language import _, plain
from pages.ui.runs import changes, ticked
from pages.ui.runs.reopen import reopen, start_again
from pages.ui.runs.wording import badge, data_of, name_of, when
from pages.ui.runs.work import work_of
from rnn_core.store import RunLine, Stage, short_name
from rnn_core.store.lines import LONGEST_NOTE, LONGEST_TITLE
from rnn_core.words import N_

# Of the columns: name, data, numbers, actions.
_WIDTHS = (12, 7, 14, 7)
_NUMBER = 84  # pixels

_ACTIONS: dict[str, tuple[str, Callable[[RunLine, int], None]]] = {
    "title": (N_("Rename"), lambda line, _place: changes.edit(line, "title")),
    "note": (N_("Note"), lambda line, _place: changes.edit(line, "note")),
    "pin": (N_("Pin"), lambda line, _place: changes.pin(line)),
    "unpin": (N_("Unpin"), lambda line, _place: changes.pin(line)),
    "delete": (N_("Delete"), lambda line, place: changes.delete([line], place)),
}


def row(line: RunLine, place: int) -> None:
    """All that the list shows of a run, and what can be done with it; it stands at `place`."""
    with st.container(border=True, key=f"run_{short_name(line.name)}", gap="xsmall"):
        field = changes.edited(line)
        if field is not None:
            _form(line, field)
            return
        name, data, numbers, actions = _columns()
        with name:
            _name(line)
        data.markdown(f":small[{work_of(line).icon} {plain(data_of(line))}]")
        with numbers, _side_by_side():
            for title, text in _told(line):
                st.markdown(f":small[{text}]  \n:small[:gray[{title}]]", width=_NUMBER)
        with actions, _side_by_side():
            _actions(line, place)
        if line.note:
            st.caption(plain(line.note))


def _told(line: RunLine) -> tuple[tuple[str, str], ...]:
    """What the numbers of a row are, and the numbers; each with its title, because on a phone there is no head."""
    work = work_of(line)
    return (_(work.score), work.told(line)), (_(work.beside), work.compared(line)), (_("When"), when(line.begun))


def _columns() -> list[DeltaGenerator]:
    return st.columns(_WIDTHS, vertical_alignment="center", gap="small")


def _side_by_side() -> DeltaGenerator:
    """On a phone too."""
    return st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False)


def _name(line: RunLine) -> None:
    """The box to tick it, with its name."""
    short = short_name(line.name)
    pinned = ":material/keep: " if line.pinned else ""
    st.checkbox(
        f"{pinned}**{plain(name_of(line))}**{badge(line.stage)}",
        key=widgets.showing(f"tick_{short}", ticked.is_ticked(line)),
        wrap=True,
        on_change=_tick,
        args=(line,),
    )


def _tick(line: RunLine) -> None:
    ticked.tick(line, bool(widgets.widget_value(f"tick_{short_name(line.name)}", False)))


def _actions(line: RunLine, place: int) -> None:
    short = short_name(line.name)
    opening = _("Watch") if line.stage is Stage.UNFINISHED else _("Open")
    if st.button(opening, key=f"open_{short}", type="tertiary"):
        reopen([line])
    if line.stage is Stage.INTERRUPTED and st.button(_("Start again"), key=f"again_{short}", type="tertiary"):
        start_again(line)
    chosen = st.menu_button(
        _("More"),
        _offered(line),
        format_func=lambda name: _(_ACTIONS[name][0]),
        key=widgets.key(f"menu_{short}"),
        type="tertiary",
    )
    if chosen is not None:
        _ACTIONS[chosen][1](line, place)
        st.rerun()


def _offered(line: RunLine) -> list[str]:
    return ["title", "note", "unpin" if line.pinned else "pin", "delete"]


def _form(line: RunLine, field: str) -> None:
    """A box to write in, in the place of the run."""
    short = short_name(line.name)
    st.markdown(f"**{plain(name_of(line))}** :small[{plain(data_of(line))}]")
    with st.form(f"edit_{short}", border=False):
        if field == "title":
            text = st.text_input(
                _("New name"), line.title, max_chars=LONGEST_TITLE, key=f"write_{short}", placeholder=name_of(line)
            )
        else:
            text = st.text_area(_("Note"), line.note, max_chars=LONGEST_NOTE, key=f"write_{short}")
        with st.container(horizontal=True):
            saved = st.form_submit_button(_("Save"), type="primary")
            cancelled = st.form_submit_button(_("Cancel"))
    if saved:
        changes.write(line, field, str(text or ""))
    if cancelled:
        changes.stop_editing()
    if saved or cancelled:
        st.rerun()
