"""The controls of settings: bounds and defaults come from the spec, words from FIELDS, values from the visitor."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from pages.ui import state
from pages.ui.fields import FIELDS
from pages.ui.language import _
from rnn_core.forecast.spec import bounds, default


def remembered(name: str) -> Any:
    """The visitor's value of a setting, else the spec's default."""
    return state.settings().get(name, default(name))


def slider_with_box(name: str, *, usual: int) -> int:
    """A whole number: a slider up to `usual` for the hand, and a box up to the spec's bound for an exact value."""
    low, high = bounds(name)
    value, words = remembered(name), FIELDS[name]
    ruler = f"{name}_slider"
    top = max(usual, state.widget_value(name, value))  # what stands in the box must fit on the slider
    hand, box = st.columns([3, 2], vertical_alignment="bottom", gap="small")
    with hand:
        st.slider(
            _(words.label),
            low,
            top,
            key=state.primed(ruler, value),
            help=_(words.help),
            on_change=state.mirror,
            args=(ruler, name),
        )
    with box:
        return int(
            st.number_input(
                _(words.label),
                low,
                high,
                key=state.primed(name, value),
                label_visibility="collapsed",
                on_change=state.mirror,
                args=(name, ruler),
            )
        )


def share(name: str, *, most: float, least: float = 0.0) -> float:
    """A share of something, as a slider in whole percents."""
    low = max(round(least * 100), 0 if bounds(name)[0] == 0 else 1)
    percent = st.slider(
        _(FIELDS[name].label),
        low,
        round(most * 100),
        key=state.primed(name, max(low, round(remembered(name) * 100))),
        format="%d %%",
        help=_(FIELDS[name].help),
    )
    return float(percent / 100)


def whole_number(name: str) -> int:
    """A whole number, as a box."""
    low, high = bounds(name)
    key = state.primed(name, remembered(name))
    return int(st.number_input(_(FIELDS[name].label), low, high, key=key, help=_(FIELDS[name].help)))


def number(name: str, *, step: float, digits: int) -> float:
    """A number with so many `digits` after the point, as a box."""
    low, high = bounds(name)
    key = state.primed(name, remembered(name))
    label, told = _(FIELDS[name].label), _(FIELDS[name].help)
    return float(st.number_input(label, low, high, key=key, step=step, format=f"%.{digits}f", help=told))


def choice(
    name: str, options: Mapping[Any, str] | Sequence[str], *, when_changed: Callable[[], None] | None = None
) -> Any:
    """One of `options`; a mapping gives each option its words, a plain list (of columns) is shown as it is."""
    value = remembered(name)
    return st.selectbox(
        _(FIELDS[name].label),
        list(options),
        format_func=lambda option: _(options[option]) if isinstance(options, Mapping) else option,
        key=state.primed(name, value if value in options else next(iter(options))),
        help=_(FIELDS[name].help),
        on_change=when_changed,
    )


def switch(name: str) -> bool:
    """Yes or no."""
    return bool(st.toggle(_(FIELDS[name].label), key=state.primed(name, remembered(name)), help=_(FIELDS[name].help)))


def maybe_day(name: str, first: date, last: date) -> date | None:
    """A day between `first` and `last`, or none."""
    value = remembered(name)
    fits = value is not None and first <= value <= last
    return st.date_input(
        _(FIELDS[name].label),
        min_value=first,
        max_value=last,
        key=state.primed(name, value if fits else None),
        format="YYYY-MM-DD",
        help=_(FIELDS[name].help),
    )
