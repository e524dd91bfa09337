"""The controls of the split: training, validation and test part, by share or by days.

Law: while early stopping is on there is a validation part to watch, whatever way a visitor came here.
"""

from typing import Any

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.training import inputs
from rnn_core.series import Series

# In the order in which they are asked for; the validation share follows the last.
_DAYS = ("train_from", "train_to", "test_from", "test_to", "validation_from")

# What early stopping watches where nobody has said how much.
_WATCHED_PERCENT = 10


def options(series: Series, *, watched: bool) -> dict[str, Any]:
    """The group of controls; `watched`: early stopping needs the validation part."""
    if inputs.is_hidden("split"):
        return _hidden(watched=watched)
    way = _way()
    # All fields of the split, so that those of the other way are given up and not kept in secret.
    found: dict[str, Any] = dict.fromkeys(_DAYS) | {"test_share": inputs.remembered("test_share")}
    if way == "share":
        found["test_share"] = inputs.share("test_share", most=0.9)
    else:
        found |= _days(series)
    return found | {"validation_share": _validation_share(found, watched=watched)}


def _hidden(*, watched: bool) -> dict[str, Any]:
    """What is remembered, and something to watch where early stopping needs it."""
    found = {name: inputs.remembered(name) for name in (*_DAYS, "test_share", "validation_share")}
    if watched and found["validation_from"] is None and not found["validation_share"]:
        found["validation_share"] = _WATCHED_PERCENT / 100
    return found


def prepare_for_early_stopping() -> None:
    """Call when early stopping is switched on or off: keep the validation share, and have one where there is none."""
    percent = _percent()
    widgets.show("validation_share", percent or (_WATCHED_PERCENT if widgets.widget_value("stops_early", False) else 0))


def _way() -> str:
    ways = {"share": _("By share"), "days": _("By days")}
    return str(
        st.segmented_control(
            _("Split the series"),
            list(ways),
            format_func=lambda name: ways[name],
            key=widgets.primed("way", "days" if any(inputs.remembered(day) for day in _DAYS) else "share"),
            required=True,
            help=_("Networks learn on the earlier part and are judged on the later one."),
            disabled=inputs.is_fixed("split"),
        )
    )


def _days(series: Series) -> dict[str, Any]:
    first, last = series.dates[0].date(), series.dates[-1].date()
    return {day: inputs.maybe_day(day, first, last) for day in _DAYS}


def _validation_share(found: dict[str, Any], *, watched: bool) -> float:
    """The share that is kept back to watch; it counts for nothing where a day says so, and is then not asked for."""
    if found["validation_from"] is not None:
        return float(inputs.remembered("validation_share"))
    if watched and not _percent():
        # As after a link, or once the day is gone from which on rows were kept back.
        widgets.show("validation_share", _WATCHED_PERCENT)
    share = inputs.share("validation_share", most=0.5, least=0.01 if watched else 0.0)
    if watched:
        st.caption(_("Early stopping watches this part, so it cannot be empty."))
    return share


def _percent() -> int:
    return int(widgets.widget_value("validation_share", round(inputs.remembered("validation_share") * 100)))
