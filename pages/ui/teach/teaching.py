"""Making a link for a class: what it begins, which controls stay free, large type or not."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import address, data, state, widgets
from pages.ui.language import _
from pages.ui.teach import links, send
from pages.ui.teach.lesson import CONTROLS, Lesson, write_lesson
from pages.ui.training import beginning
from rnn_core.forecast.recipes import RECIPES
from rnn_core.words import N_

_KINDS = {"free": N_("Free"), "fixed": N_("Shown, but fixed"), "hidden": N_("Hidden")}
_EXCEPTIONS = {
    "free": N_("Except these, which stay free"),
    "fixed": N_("Except these, which are fixed"),
    "hidden": N_("Except these, which are hidden"),
}


@dataclass(frozen=True)
class Wanted:
    """What the link shall do: begin `recipe` (empty: the settings as they are now), at once or not, in `language`."""

    recipe: str
    at_once: bool
    language: str
    lesson: Lesson


def choose() -> Wanted:
    """The controls."""
    recipe = _what()
    at_once = bool(recipe) or _at_once()
    language = _kept_choice("teach_language", _("In which language"), dict(state.LANGUAGES), otherwise=state.language())
    fixed, hidden = _controls()
    label, words = _("Large type"), _("For a projector: letters and charts grow.")
    large = st.toggle(label, key=widgets.primed("teach_large", state.kept("teach_large", False)), help=words)
    state.keep("teach_large", large)
    return Wanted(recipe, at_once, language, Lesson(fixed - hidden, hidden, large))


def show(wanted: Wanted) -> None:
    """The link, and its code."""
    url = links.link(links.here(), "train", params_of(wanted))
    title = _("The link")
    st.markdown(f"**{title}**")
    send.link(url)
    if not wanted.recipe and state.source() is None:
        st.warning(_("No series is chosen yet, so this link brings none."), icon=":material/warning:")
    elif not wanted.recipe:
        send.warn_of_files()
    send.code(url)


def params_of(wanted: Wanted) -> dict[str, str]:
    """What the address of the link says."""
    bound = {"lang": wanted.language, **write_lesson(wanted.lesson)}
    if wanted.recipe:
        return {**bound, "begin": wanted.recipe}
    chosen = address.write(
        language=wanted.language,
        source=state.source(),
        cells=state.cells(),
        settings=state.settings(),
        runs=(),
        repeats=state.repeats(),
    )
    return chosen | bound | ({"begin": beginning.SETTINGS} if wanted.at_once else {})


def _what() -> str:
    """A recipe, or what stands on the Train page now."""
    titles = {"": _now()} | {name: _(recipe.title) for name, recipe in RECIPES.items()}
    words = _("A ready-made experiment, or data and settings as they stand on the page Train now.")
    return _kept_choice("teach_what", _("What it brings"), titles, otherwise="", words=words)


def _at_once() -> bool:
    ways = {"wait": _("Wait until somebody presses Train"), "begin": _("Start training at once")}
    return _kept_choice("teach_at_once", _("When it is opened"), ways, otherwise="wait") == "begin"


def _kept_choice(name: str, label: str, titles: dict[str, str], *, otherwise: str, words: str | None = None) -> str:
    """One of `titles`; it outlives a change of page and of language."""
    chosen = st.selectbox(
        label,
        list(titles),
        format_func=titles.__getitem__,
        key=widgets.primed(name, state.kept(name, otherwise)),
        help=words,
    )
    state.keep(name, chosen)
    return str(chosen)


def _now() -> str:
    series = data.quietly_chosen()
    if series is None:
        return _("My data and settings")
    return _("My settings on {name}", name=data.in_my_language(series).name)


def _controls() -> tuple[frozenset[str], frozenset[str]]:
    """Which controls cannot be changed, and which are not even seen."""
    titles = {kind: _(words) for kind, words in _KINDS.items()}
    words = _("What holds for all controls but those that you name below.")
    others = _kept_choice("teach_others", _("Controls"), titles, otherwise="free", words=words)
    groups = {kind: _named(kind) for kind in _KINDS if kind != others}
    named = frozenset[str]().union(*groups.values())
    groups[others] = frozenset(CONTROLS) - named
    return groups["fixed"], groups["hidden"]


def _named(kind: str) -> frozenset[str]:
    titles, name = {control: _(words) for control, words in CONTROLS.items()}, f"teach_{kind}"
    chosen = st.multiselect(
        _(_EXCEPTIONS[kind]),
        list(titles),
        format_func=titles.__getitem__,
        key=widgets.primed(name, list(state.kept(name, ()))),
        placeholder=_("None"),
    )
    state.keep(name, tuple(chosen))
    return frozenset(chosen)
