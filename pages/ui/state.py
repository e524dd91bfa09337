"""What one visitor has chosen. Law: with `widgets.py`, the only file that touches `st.session_state`, and the address.

Chosen values live under names of their own, apart from the widgets that show them, so that they survive a change
of page; the address repeats them, so that they survive a refresh and can be sent to somebody.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.ui import address, widgets
from pages.ui.teach.lesson import Lesson, read_lesson, write_lesson
from pages.ui.text import address as text_address
from pages.ui.visitor import Visitor, introduce, recognised, somebody_new
from rnn_core.series import Source
from rnn_core.words import Sentence

LANGUAGES = {"en": "English", "zh": "简体中文"}
DEFAULT_CELLS = ("LSTM", "GRU")


def started() -> bool:
    """Whether this visit has begun."""
    return "owner" in st.session_state


def start() -> None:
    """Begin a visit: take over what the address says. In every run of the page the browser is told who it is."""
    if not started():
        _begin()
    introduce(st.session_state["visitor"])


def _begin() -> None:
    params = st.query_params.to_dict()
    st.session_state["language"] = _first_language(params.get("lang"))
    st.session_state["source"] = address.read_source(params)
    st.session_state["cells"] = address.read_cells(params) or DEFAULT_CELLS
    st.session_state["repeats"] = address.read_repeats(params)
    st.session_state["settings"] = address.read_settings(params)
    st.session_state["runs"] = address.read_runs(params)
    for what, chosen in text_address.read(params).items():
        keep(what, chosen)
    st.session_state["lesson"] = read_lesson(params)
    st.session_state["beginning"] = params.get("begin", "")
    # Last, because a run of the script can be broken off anywhere, and the next one must then begin again.
    _be(recognised())


def become_somebody_new() -> None:
    """Leave all that this browser has done so far to nobody: its runs are listed no more, and it starts afresh."""
    for name in [name for name in st.session_state if str(name).startswith(("kept_", "last_"))]:
        del st.session_state[name]
    _be(somebody_new())
    st.session_state["source"] = None
    set_runs(())
    apply({})


def _be(visitor: Visitor) -> None:
    st.session_state["visitor"] = visitor
    st.session_state["owner"] = visitor.owner


def write_address() -> None:
    """At the end of each run of a page: repeat the visitor's choices in its address."""
    params = address.write(
        language=language() if language() != _first_language(None) else None,
        source=source(),
        cells=cells(),
        repeats=repeats(),
        settings=settings(),
        runs=runs(),
    )
    params |= text_address.write({what: kept(what, {}) for what in text_address.KEPT}) | write_lesson(lesson())
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)
    widgets.all_arrived()


def owner() -> str:
    """This visitor's own name, which nobody else knows."""
    return str(st.session_state["owner"])


def language() -> str:
    """The language code of this visitor."""
    return str(st.session_state.get("language", "en"))


def set_language(code: str) -> None:
    """Speak another language from now on."""
    st.session_state["language"] = code


def source() -> Source | None:
    """Where the chosen series comes from, None before a choice."""
    return st.session_state["source"]


def set_source(chosen: Source) -> None:
    """Work on another series. Settings that name its columns or days no longer fit, so they go."""
    if chosen == source():
        return
    st.session_state["source"] = chosen
    set_notice(None)
    apply({name: value for name, value in settings().items() if name not in address.OF_THE_SERIES})


def forget_source() -> None:
    """Be as before a choice, so that the runs on display bring their own series and settings."""
    st.session_state["source"] = None


def cells() -> tuple[str, ...]:
    """The chosen cells."""
    return tuple(st.session_state["cells"])


def set_cells(names: tuple[str, ...]) -> None:
    """Remember the chosen cells."""
    st.session_state["cells"] = names


def repeats() -> int:
    """With how many seeds each cell is trained."""
    return int(st.session_state["repeats"])


def set_repeats(count: int) -> None:
    """Remember with how many seeds each cell is trained; a widget that says otherwise begins anew."""
    st.session_state["repeats"] = count
    if widgets.widget_value("repeats", count) != count:
        widgets.forget("repeats")


def settings() -> dict[str, Any]:
    """The chosen settings that differ from a spec's defaults."""
    return dict(st.session_state["settings"])


def remember(chosen: Mapping[str, Any]) -> None:
    """Keep what the widgets say."""
    st.session_state["settings"] = address.without_defaults(chosen)


def apply(chosen: Mapping[str, Any]) -> None:
    """Set settings from outside the widgets, which show them from their next run on."""
    remember(chosen)
    widgets.forget_all()


def turn_to(page: str) -> None:
    """Begin a run of `page`. On another page than before, widgets start from what is remembered.

    Streamlit forgets the widgets of a page that one leaves, but what was set for them in the page's last run comes
    back: as the value of a widget that is gone, which `primed` would take for that of the new one.
    """
    if is_new("page", page):
        widgets.forget_all()


def is_new(what: str, value: str) -> bool:
    """Whether `value` is another one than the last time this was asked about `what`."""
    last = st.session_state.get(f"last_{what}")
    st.session_state[f"last_{what}"] = value
    return bool(last != value)


def last(what: str) -> str | None:
    """What `is_new` was last asked about `what`."""
    return st.session_state.get(f"last_{what}")


def kept(what: str, otherwise: Any) -> Any:
    """What a page keeps under `what` for as long as the visit lasts; `otherwise` where it has kept nothing yet."""
    return st.session_state.get(f"kept_{what}", otherwise)


def keep(what: str, value: Any) -> None:
    """Keep `value` under `what`."""
    st.session_state[f"kept_{what}"] = value


def forget(what: str) -> bool:
    """Forget what `is_new` was last asked about `what`; whether there was anything."""
    return st.session_state.pop(f"last_{what}", None) is not None


def runs() -> tuple[str, ...]:
    """The names of the runs on display, as the address has them."""
    return tuple(st.session_state["runs"])


def set_runs(names: tuple[str, ...]) -> None:
    """Put other runs on display."""
    st.session_state["runs"] = names


def lesson() -> Lesson:
    """What a teacher's link fixed or hid, and whether type is large."""
    return st.session_state.get("lesson", Lesson())


def set_lesson(chosen: Lesson) -> None:
    """Work under other rules; widgets begin anew."""
    st.session_state["lesson"] = chosen
    widgets.forget_all()


def take_beginning() -> str:
    """What the link of this visit wants to begin by itself; empty when asked again."""
    wanted, st.session_state["beginning"] = st.session_state["beginning"], ""
    return str(wanted)


def recent_tickers() -> tuple[str, ...]:
    """The symbols whose prices were loaded in this visit, the last one first."""
    return tuple(st.session_state.get("tickers", ()))


def remember_ticker(symbol: str) -> None:
    """Put `symbol` first among the recent ones."""
    st.session_state["tickers"] = tuple(dict.fromkeys([symbol, *recent_tickers()]))


def notice() -> Sentence | None:
    """What the visitor should know of the training on display: why other data was taken than was asked for."""
    return st.session_state.get("notice")


def set_notice(sentence: Sentence | None) -> None:
    """Say this beside the training on display."""
    st.session_state["notice"] = sentence


def _first_language(wanted: str | None) -> str:
    if wanted in LANGUAGES:
        return str(wanted)
    return "zh" if str(st.context.locale or "").lower().startswith("zh") else "en"
