"""Widgets: their keys, and what they say. Law: with `state.py`, the only file to touch `st.session_state`."""

from typing import Any

import streamlit as st

_FRESH = "fresh_widgets"


def key(name: str) -> str:
    """The key of a widget whose choices are words, another one in each language.

    A browser gives back the words of a choice, and after a change of language nobody would know those of the other.
    """
    language = st.session_state.get("language", "en")
    return name if language == "en" else f"{name}@{language}"


def primed(name: str, value: Any) -> str:
    """The key of the widget for setting `name`; a widget that is new on this page starts with `value`.

    What a run of the page has sent may be lost where the next one overtakes it, and a browser that never saw the
    beginning of a widget lets it begin at its least. So it is set again until a run has gone through.
    """
    key = _widget(name)
    fresh = st.session_state.setdefault(_FRESH, set())
    if key not in st.session_state:
        fresh.add(key)
        st.session_state[key] = value
    elif key in fresh:
        st.session_state[key] = st.session_state[key]
    return key


def all_arrived() -> None:
    """A run of the page has gone through: what it has set anew is in the browser."""
    st.session_state[_FRESH] = set()


def widget_value(name: str, otherwise: Any) -> Any:
    """What the widget of setting `name` says; `otherwise` where it is not on the page yet."""
    return st.session_state.get(_widget(name), otherwise)


def showing(name: str, value: Any) -> str:
    """The key of the widget for `name`, which shows `value` always; what a person does with it, its callback keeps."""
    # Only where it says something else: what is set anew replaces what a person has typed since.
    if widget_value(name, None) != value:
        show(name, value)
    return _widget(name)


def show(name: str, value: Any) -> None:
    """Make the widget of setting `name` show `value`; only before it is drawn, as in what a click calls."""
    st.session_state[_widget(name)] = value


def mirror(name: str, into: str) -> None:
    """Make the widget of setting `into` show what that of `name` says (two widgets of one setting)."""
    value = st.session_state[_widget(name)]
    # Its own value too: a slider whose end has moved is a new widget, which only keeps what was set here.
    st.session_state[_widget(name)] = st.session_state[_widget(into)] = value


def held(key: str) -> Any:
    """What the widget with this very `key` holds, None where there is none."""
    return st.session_state.get(key)


def component_value(key: str, name: str) -> Any:
    """What the component called `key` has told under `name`, None before it has."""
    return st.session_state.get(key, {}).get(name)


def forget(name: str) -> None:
    """Let the widget of setting `name` begin anew."""
    del st.session_state[_widget(name)]


def forget_all() -> None:
    """Let all widgets of settings begin anew, from what is remembered."""
    for known in [known for known in st.session_state if str(known).startswith("set_")]:
        del st.session_state[known]


def _widget(name: str) -> str:
    return key(f"set_{name}")
