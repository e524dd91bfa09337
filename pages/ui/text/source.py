"""The text to learn from: a built-in one, or the visitor's own."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from pages.ui.text import choices
from pages.ui.text.address import BUILT_IN, CAME, DATA, OWN

Data = TypeVar("Data")


def choose(kind: str, built_in: Callable[[str], Data], own: Callable[[], Data | None]) -> Data | None:
    """What the visitor wants: `built_in` gives the one of that name, `own` asks for theirs (None: not yet)."""
    corpora = BUILT_IN[kind]
    titles = {name: _(corpus.title) for name, corpus in corpora.items()} | {OWN: _("My own text")}
    came: Data | None = state.kept(f"{kind}_came", None)
    if came is not None:
        titles[CAME] = _("The text of this run")
    spoken = state.language()
    first = next((name for name, corpus in corpora.items() if corpus.language == spoken), next(iter(corpora)))
    settings = choices.settings(kind)
    name = st.pills(
        _("Text"),
        list(titles),
        format_func=titles.__getitem__,
        key=widgets.primed(f"{kind}_{DATA}", settings.get(DATA, first)),
        required=True,
        wrap=True,
    )
    # What is usual follows the language, as long as nobody has chosen.
    if name != settings.get(DATA, first):
        choices.set_settings(kind, settings | {DATA: name})
    if name == CAME:
        return came
    return own() if name == OWN else built_in(str(name))
