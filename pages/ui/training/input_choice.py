"""The controls of what a network reads and what it predicts: columns, and what is derived from them."""

from functools import partial
from typing import Any

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _, listed, tell_plainly
from pages.ui.training import inputs
from rnn_core.errors import SpecError
from rnn_core.forecast.choice_words import CHOICES
from rnn_core.forecast.feature_choice import Choices, SeenName, choices, known_names, say_feature
from rnn_core.forecast.features import read_feature
from rnn_core.forecast.field_words import FIELDS, SEES
from rnn_core.series import Series


def options(series: Series) -> dict[str, Any]:
    """The group of controls."""
    target = _target(series)
    found = {"target": target, "inputs": _inputs(series, target)}
    found["predict"] = inputs.choice("predict", CHOICES["predict"])
    found["scaling"] = inputs.choice("scaling", CHOICES["scaling"])
    return found | {"missing": inputs.choice("missing", CHOICES["missing"])}


def _target(series: Series) -> str:
    """The column to predict, and its control."""
    known = _known_column(series, inputs.remembered("target"))
    if inputs.is_hidden("target"):
        return known
    widgets.primed("target", known)
    return str(inputs.choice("target", series.columns, when_changed=partial(_suggest_predict, series)))


def _known_column(series: Series, name: str) -> str:
    """The column that a link or a recipe means; the usual one where this series has no such column."""
    try:
        return series.column(name)
    except SpecError:
        return series.default_target


def _inputs(series: Series, target: str) -> tuple[str, ...]:
    """What the network sees: a ready-made choice, or one of one's own."""
    known = known_names(inputs.remembered("inputs"), series)
    if inputs.is_hidden("inputs"):
        return known
    offer = _choices(series.fingerprint, target, series)
    sees = _seen(series, offer, known)
    if sees == "alone":
        return ()
    names = offer.changes if sees == "changes" else _own_choice(series, offer, known)
    if names:
        st.caption(_("Reads: {features}", features=listed(_said(series, name) for name in names)))
    return names


def _seen(series: Series, offer: Choices, known: tuple[str, ...]) -> SeenName:
    titles: dict[SeenName, str] = {"alone": _("The predicted column alone")}
    if offer.changes:
        titles["changes"] = _title_of_changes(series, offer)
    titles["own"] = _("My own choice")
    return st.selectbox(
        _(SEES.label),
        list(titles),
        format_func=titles.__getitem__,
        key=widgets.primed("sees", offer.seen(known)),
        help=_(SEES.help),
        on_change=partial(_suggest_predict, series),
        disabled=inputs.is_fixed("inputs"),
    )


def _title_of_changes(series: Series, offer: Choices) -> str:
    """By what is in it: prices against each other, with a volume or without, or any other columns."""
    if not any(read_feature(name, series).kind == "ratio" for name in offer.changes):
        return _("All columns, as changes")
    volume = series.receipt.roles.get("volume")
    has_volume = any(volume in read_feature(name, series).columns for name in offer.changes)
    return _("All prices and volume, as changes") if has_volume else _("All prices, as changes")


def _own_choice(series: Series, offer: Choices, known: tuple[str, ...]) -> tuple[str, ...]:
    """Any of all that is on offer; what a link names besides is kept as long as it is chosen."""
    words, chosen = FIELDS["inputs"], widgets.widget_value("inputs", known)
    titles = {name: _said(series, name) for name in (*(feature.name for feature in offer.features), *chosen)}
    return tuple(
        st.multiselect(
            _(words.label),
            list(titles),
            format_func=titles.__getitem__,
            key=widgets.primed("inputs", list(known)),
            help=_(words.help),
            placeholder=_("The predicted column alone"),
            disabled=inputs.is_fixed("inputs"),
        )
    )


def _suggest_predict(series: Series) -> None:
    """Call when another choice of inputs was made: changes in, change out, and the value itself where it reads that."""
    sees = widgets.widget_value("sees", "own")
    if sees == "changes":
        target = widgets.widget_value("target", series.default_target)
        widgets.show("predict", _choices(series.fingerprint, target, series).predict)
    elif sees == "alone":
        widgets.show("predict", "price")


def _said(series: Series, name: str) -> str:
    return tell_plainly(say_feature(read_feature(name, series)))


# The series is told by its fingerprint, which costs little.
@st.cache_data(show_spinner=False, max_entries=50)
def _choices(fingerprint: str, target: str, _series: Series) -> Choices:  # noqa: ARG001
    return choices(_series, target)
