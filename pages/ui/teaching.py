"""Making a link for a class: what it begins, which controls stay free, large type or not."""

from dataclasses import dataclass

import streamlit as st

from pages.ui import address, beginning, data, links, send, state
from pages.ui.language import _
from pages.ui.lesson import CONTROLS, Lesson, write_lesson
from rnn_core.forecast.recipes import RECIPES
from rnn_core.words import N_

_OPEN, _BEGIN = N_("Wait until somebody presses Train"), N_("Start training at once")
_FREE, _FIXED, _HIDDEN = N_("Free"), N_("Shown, but fixed"), N_("Hidden")


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
    if recipe:
        at_once = True
    else:
        ways = {False: _OPEN, True: _BEGIN}
        at_once = bool(
            st.radio(_("When it is opened"), list(ways), format_func=lambda way: _(ways[way]), key="teach_at_once")
        )
    language = st.selectbox(
        _("In which language"),
        list(state.LANGUAGES),
        format_func=state.LANGUAGES.__getitem__,
        index=list(state.LANGUAGES).index(state.language()),
        key="teach_language",
    )
    fixed, hidden = _controls()
    large = st.toggle(_("Large type"), key="teach_large", help=_("For a projector: letters and charts grow."))
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
    own = _now()
    options = ["", *RECIPES]
    return str(
        st.selectbox(
            _("What it brings"),
            options,
            format_func=lambda name: _(RECIPES[name].title) if name else own,
            key="teach_what",
            help=_("A ready-made experiment, or data and settings as they stand on the page Train now."),
        )
    )


def _now() -> str:
    series = data.quietly_chosen()
    if series is None:
        return _("My data and settings")
    return _("My settings on {name}", name=data.in_my_language(series).name)


def _controls() -> tuple[frozenset[str], frozenset[str]]:
    """Which controls cannot be changed, and which are not even seen."""
    kinds = (_FREE, _FIXED, _HIDDEN)
    others = st.segmented_control(
        _("Controls"),
        kinds,
        format_func=_,
        default=_FREE,
        required=True,
        key="teach_others",
        help=_("What holds for all controls but those that you name below."),
    )
    rest = frozenset(CONTROLS)
    groups = {kind: _named(kind) for kind in kinds if kind != others}
    named = frozenset[str]().union(*groups.values())
    groups[str(others)] = rest - named
    return groups[_FIXED], groups[_HIDDEN]


def _named(kind: str) -> frozenset[str]:
    labels = {_FREE: _("Except these, which stay free"), _FIXED: _("Except these, which are fixed")}
    chosen = st.multiselect(
        labels.get(kind, _("Except these, which are hidden")),
        list(CONTROLS),
        format_func=lambda name: _(CONTROLS[name]),
        key=f"teach_{kind}",
        placeholder=_("None"),
    )
    return frozenset(chosen)
