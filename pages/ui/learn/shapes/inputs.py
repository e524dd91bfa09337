"""INPUTS: what a person gives each tiny network, by the names of SHAPES."""

from collections.abc import Callable

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from rnn_core.lessons.shapes import examples
from rnn_core.lessons.shapes.network import Running
from rnn_core.lessons.shapes.reversing import reversing
from rnn_core.lessons.shapes.sentiment import words_in
from rnn_core.lessons.shapes.typed import numbers_in

_MOST_NUMBERS, _MOST_PLACES = 6, 6


def _one_to_one() -> Running:
    celsius = st.slider(_("Degrees Celsius"), -40, 100, 20, key="shape_celsius", help=_("What goes in."))
    return examples.one_to_one(celsius)


def _one_to_many() -> Running:
    height = st.slider(
        _("The number that goes in"), 0.5, 3.0, 1.0, 0.5, key="shape_height", help=_("How high it swings.")
    )
    period = st.slider(
        _("Period (steps)"), 3, 12, 6, key="shape_period", help=_("After how many steps the wave begins anew.")
    )
    return examples.one_to_many(height, period)


def _many_to_one() -> Running:
    start = _("a dull start but lovely end")
    typed = st.text_input(
        _("A sentence"),
        start,
        max_chars=120,
        key=widgets.key("shape_sentence"),
        help=_("It knows some sixty words with a mood, English and Chinese; all others count 0."),
    )
    words = words_in(typed)
    if not words:
        st.caption(_("Type at least one word."))
    return examples.many_to_one(words or words_in(start))


def _many_to_many() -> Running:
    return examples.many_to_many(_numbers("3 5 4 6 6 2", key="shape_values"))


def _unequal() -> Running:
    values = _numbers("3 1 4 2", key="shape_list")
    asked = st.slider(
        _("How many to say back"), 1, _MOST_PLACES, 3, key="shape_asked", help=_("The steps of the decoder.")
    )
    room = st.slider(
        _("Room in the state (units)"),
        1,
        _MOST_PLACES,
        4,
        key="shape_room",
        help=_("How many numbers the state has. What is read when it is full pushes the oldest one out."),
    )
    return reversing(values, asked=asked, room=room)


def _numbers(start: str, *, key: str) -> tuple[float, ...]:
    """What a person types, or what stood there at the beginning."""
    typed = st.text_input(
        _("Numbers, with spaces between"),
        start,
        max_chars=60,
        key=key,
        help=_("What goes in, one number a step; up to {most}.", most=_MOST_NUMBERS),
    )
    values = numbers_in(typed, _MOST_NUMBERS)
    if not values:
        st.caption(_("Type at least one number, such as {example}.", example=start))
    return values or numbers_in(start, _MOST_NUMBERS)


INPUTS: dict[str, Callable[[], Running]] = {
    "one_to_one": _one_to_one,
    "one_to_many": _one_to_many,
    "many_to_one": _many_to_one,
    "many_to_many": _many_to_many,
    "unequal": _unequal,
}
