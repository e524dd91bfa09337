"""The controls of settings: bounds and defaults come from the spec, words from FIELDS, values from the visitor."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from pages.ui.teach.lesson import control_of
from rnn_core.forecast.field_words import FIELDS
from rnn_core.forecast.spec import ForecastSpec


def remembered(name: str) -> Any:
    """The visitor's value of a setting, else the spec's default."""
    return state.settings().get(name, ForecastSpec.default(name))


def is_hidden(name: str) -> bool:
    """Whether the control of setting `name` is hidden in this lesson; it then says what is remembered."""
    return control_of(name) in state.lesson().hidden


def is_fixed(name: str) -> bool:
    """Whether it is shown, but cannot be changed in this lesson."""
    return control_of(name) in state.lesson().fixed


def slider_with_box(name: str, *, usual: int) -> int:
    """A whole number: a slider up to `usual` for the hand, and a box up to the spec's bound for an exact value."""
    if is_hidden(name):
        return int(remembered(name))
    low, high = ForecastSpec.bounds(name)
    value, words = remembered(name), FIELDS[name]
    ruler = f"{name}_slider"
    top = max(usual, widgets.widget_value(name, value))  # what stands in the box must fit on the slider
    hand, box = st.columns([3, 2], vertical_alignment="bottom", gap="small")
    with hand:
        st.slider(
            _(words.label),
            low,
            top,
            key=widgets.primed(ruler, value),
            help=_(words.help),
            on_change=widgets.mirror,
            args=(ruler, name),
            disabled=is_fixed(name),
        )
    with box:
        return int(
            st.number_input(
                _(words.label),
                low,
                high,
                key=widgets.primed(name, value),
                label_visibility="collapsed",
                on_change=widgets.mirror,
                args=(name, ruler),
                disabled=is_fixed(name),
            )
        )


def share(name: str, *, most: float, least: float = 0.0) -> float:
    """A share of something, as a slider in whole percents."""
    if is_hidden(name):
        return float(remembered(name))
    low = max(round(least * 100), 0 if ForecastSpec.bounds(name)[0] == 0 else 1)
    percent = st.slider(
        _(FIELDS[name].label),
        low,
        round(most * 100),
        key=widgets.primed(name, max(low, round(remembered(name) * 100))),
        format="%d %%",
        help=_(FIELDS[name].help),
        disabled=is_fixed(name),
    )
    return float(percent / 100)


def whole_number(name: str) -> int:
    """A whole number, as a box."""
    if is_hidden(name):
        return int(remembered(name))
    low, high = ForecastSpec.bounds(name)
    key = widgets.primed(name, remembered(name))
    words = FIELDS[name]
    return int(st.number_input(_(words.label), low, high, key=key, help=_(words.help), disabled=is_fixed(name)))


def number(name: str, *, step: float, digits: int) -> float:
    """A number with so many `digits` after the point, as a box."""
    if is_hidden(name):
        return float(remembered(name))
    low, high = ForecastSpec.bounds(name)
    return float(
        st.number_input(
            _(FIELDS[name].label),
            low,
            high,
            key=widgets.primed(name, remembered(name)),
            step=step,
            format=f"%.{digits}f",
            help=_(FIELDS[name].help),
            disabled=is_fixed(name),
        )
    )


def choice(
    name: str, options: Mapping[Any, str] | Sequence[str], *, when_changed: Callable[[], None] | None = None
) -> Any:
    """One of `options`; a mapping gives each option its words, a plain list (of columns) is shown as it is."""
    value = remembered(name)
    if is_hidden(name):
        return value if value in options else next(iter(options))
    return st.selectbox(
        _(FIELDS[name].label),
        list(options),
        format_func=lambda option: _(options[option]) if isinstance(options, Mapping) else option,
        key=widgets.primed(name, value if value in options else next(iter(options))),
        help=_(FIELDS[name].help),
        on_change=when_changed,
        disabled=is_fixed(name),
    )


def switch(name: str) -> bool:
    """Yes or no."""
    if is_hidden(name):
        return bool(remembered(name))
    words, key = FIELDS[name], widgets.primed(name, remembered(name))
    return bool(st.toggle(_(words.label), key=key, help=_(words.help), disabled=is_fixed(name)))


def maybe_day(name: str, first: date, last: date) -> date | None:
    """A day between `first` and `last`, or none."""
    value = remembered(name)
    if is_hidden(name):
        return value
    fits = value is not None and first <= value <= last
    return st.date_input(
        _(FIELDS[name].label),
        min_value=first,
        max_value=last,
        key=widgets.primed(name, value if fits else None),
        format="YYYY-MM-DD",
        help=_(FIELDS[name].help),
        disabled=is_fixed(name),
    )
