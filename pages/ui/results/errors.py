"""Errors that one can look at: over time, how large, when, whether they repeat, and whether the curve comes late."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.ui import widgets
from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from pages.ui.results.result import Result
from rnn_core.figures import judging_alt as alt
from rnn_core.figures.lag_chart import lag_curves, lag_figure
from rnn_core.figures.names import looks_of
from rnn_core.figures.period_chart import error_by_period_figure
from rnn_core.figures.residuals import residual_histogram, residual_memory, residuals_figure
from rnn_core.figures.scatter import scatter_figure
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.judging import lag_of
from rnn_core.words import N_, Sentence


@dataclass(frozen=True)
class View:
    """One way to look at errors: its name, what to notice, and how it is drawn."""

    title: str
    notice: str
    draw: Callable[[Result], None]


def show(result: Result) -> None:
    """One view at a time."""
    name = st.segmented_control(
        _("Look at the errors"),
        list(_VIEWS),
        default="time",
        format_func=lambda view: _(_VIEWS[view].title),
        key=widgets.key("errors_view"),
        required=True,
        label_visibility="collapsed",
    )
    view = _VIEWS[name]
    st.caption(_(view.notice))
    view.draw(result)


def _chart_of(draw: Callable[..., Any], words: Callable[..., Sentence], key: str) -> Callable[[Result], None]:
    """A view that is one chart of the networks' middle runs."""

    def show_chart(result: Result) -> None:
        runs = result.middles
        chart(draw(runs, theme=PAGE, say=_), key=key, alt=tell_plainly(words(runs, _)))

    return show_chart


def _late(result: Result) -> None:
    found = {network.label.name: lag_of(network.middle) for network in result.networks}
    lags = {name: one for name, one in found.items() if one is not None}
    if not lags:
        st.info(_("There are too few test rows to tell."))
        return
    looks = looks_of(result.runs, _)
    words = tell_plainly(alt.lag_alt(lags, result.unit, _))
    chart(lag_figure(lags, result.unit, looks=looks, theme=PAGE, say=_), key="lag", alt=words)
    late = lags.get(result.best.label.name)
    if late is not None and late.best > 0:
        run = result.best.middle
        st.caption(_("Moved back by as much, the curve lies on the real values wherever it only repeated them."))
        words = tell_plainly(alt.lag_curves_alt(run, late, _))
        chart(lag_curves(run, late, theme=PAGE, say=_), key="lag_curves", alt=words)


_VIEWS = {
    "time": View(
        N_("Over time"),
        N_("Above zero the forecast was too high. Long stretches on one side mean that it lags behind or is biased."),
        _chart_of(residuals_figure, alt.residuals_alt, "residuals"),
    ),
    "size": View(
        N_("How large"),
        N_("A narrow hill around zero is good; a hill beside zero means a constant bias."),
        _chart_of(residual_histogram, alt.residual_histogram_alt, "residual_histogram"),
    ),
    "when": View(
        N_("When"),
        N_("Is the network worse in some periods, and is the naive line so too?"),
        _chart_of(error_by_period_figure, alt.error_by_period_alt, "error_by_period"),
    ),
    "memory": View(
        N_("Do they repeat?"),
        N_("Errors that resemble those before them still hold something that could have been learnt."),
        _chart_of(residual_memory, alt.residual_memory_alt, "residual_memory"),
    ),
    "real": View(
        N_("Against real values"),
        N_("On the diagonal the forecast is right. Points that flatten at one end: the network cannot reach so far."),
        _chart_of(scatter_figure, alt.scatter_alt, "scatter"),
    ),
    "late": View(
        N_("Is it late?"),
        N_(
            "How far off the curve is when it is moved back by some rows. Where one row fits best, most of the curve "
            "is the last value; a good forecast then wins by the little that it adds."
        ),
        _late,
    ),
}
