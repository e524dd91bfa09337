"""Ahead: several steps past the end of the series, and how well that went from earlier ends."""

import math
from dataclasses import replace

import numpy as np
import streamlit as st

from pages.ui import state, trainings, widgets
from pages.ui.chart import chart
from pages.ui.language import _, shown, tell, tell_plainly
from pages.ui.results.result import Result
from rnn_core.errors import RnnLabError
from rnn_core.figures.ahead_alt import ahead_alt, backtest_alt, period_alt
from rnn_core.figures.ahead_chart import ahead_figure
from rnn_core.figures.backtest_chart import backtest_figure
from rnn_core.figures.outlook import Outlook, outlooks_of
from rnn_core.figures.period_chart import period_figure
from rnn_core.figures.theme import PAGE
from rnn_core.judge import LEVELS, horizon_band
from rnn_core.words import Percent, Sentence

_USUAL_STEPS, _USUAL_LEVEL = 20, 0.9


def show(result: Result) -> None:
    """The forecast past the end, then the backtest."""
    for problem in _problems(result):
        st.info(tell(problem), icon=":material/info:")
    outlooks, steps = outlooks_of(result.middles, _), _USUAL_STEPS
    if outlooks:
        steps, level = _choose(max(len(one.ahead.dates) for one in outlooks))
        _draw(result, [_with_band(one, steps, level) for one in outlooks])
    elif any(run.stopped for run in result.middles):
        st.info(_("A training that was stopped does not look ahead."), icon=":material/stop_circle:")
    _direct_button(result, max(2, steps))


def _problems(result: Result) -> list[Sentence]:
    """What stands in the way, each sentence once."""
    found = [ahead.problem for run in result.middles for ahead in run.ahead if ahead.problem is not None]
    return list({str(problem): problem for problem in found}.values())


def _choose(most: int) -> tuple[int, float]:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    with left:
        steps = st.slider(
            _("Steps ahead"),
            1,
            max(most, 2),
            min(_USUAL_STEPS, most),
            # Another result may reach less far, and Streamlit keeps the old value of a slider with the same key.
            key=f"ahead_steps_{most}",
            help=_("How many steps past the end of the series. The further ahead, the less anybody can know."),
        )
    with right:
        level = st.selectbox(
            _("Band"),
            LEVELS,
            index=LEVELS.index(_USUAL_LEVEL),
            format_func=lambda share: shown(Percent(share)),
            key=widgets.key("ahead_level"),
        )
    return steps, level


def _with_band(one: Outlook, steps: int, level: float) -> Outlook:
    ahead = one.ahead.first(steps)
    return replace(one, ahead=ahead, band=horizon_band(ahead.predicted, ahead.forecast - ahead.actual, level=level))


def _draw(result: Result, outlooks: list[Outlook]) -> None:
    steps = max(len(one.ahead.dates) for one in outlooks)
    # Rows after the last day that the settings allow are not known to these forecasts.
    known = result.target[: outlooks[0].ahead.since]
    recent = known.iloc[-max(4 * steps, 20) :].rename(result.first.series.target)
    unit = result.unit
    words = tell_plainly(ahead_alt(outlooks, recent, unit, _))
    chart(ahead_figure(outlooks, recent, unit, theme=PAGE, say=_), key="ahead", alt=words)
    for one in outlooks:
        _tell_of_band(one)
    st.markdown("**" + _("How well would this have gone before?") + "**")
    st.caption(
        _(
            "From {count} starting points in the test part, each time as if the rest were not known yet: how far off "
            "such forecasts were, step by step.",
            count=len(outlooks[0].ahead.origins),
        )
    )
    words = tell_plainly(backtest_alt(outlooks, unit, _))
    chart(backtest_figure(outlooks, unit, theme=PAGE, say=_), key="backtest", alt=words)
    words = tell_plainly(period_alt(outlooks, unit, _))
    chart(period_figure(outlooks, unit, theme=PAGE, say=_), key="backtest_periods", alt=words)


def _tell_of_band(one: Outlook) -> None:
    if one.band is None:
        return
    there = int(np.isfinite(one.band.low).sum())
    if there == 0:
        st.caption(_("{name}: the test part is too short for a band. A longer one would help.", name=one.label.name))
        return
    level, coverage = Percent(one.band.level), Percent(one.band.coverage)
    if math.isfinite(one.band.coverage):
        words = _(
            "{name}: the band should hold {level}; made of one half of the starting points and tried on the other, it "
            "held {coverage}.",
            name=one.label.name,
            level=level,
            coverage=coverage,
        )
    else:
        words = _(
            "{name}: the band should hold {level}; there are too few starting points to try whether it does.",
            name=one.label.name,
            level=level,
        )
    if there < len(one.ahead.dates):
        words += " " + _("It ends after {steps} steps, where there is too little to learn it from.", steps=there)
    st.caption(words)


def _direct_button(result: Result, steps: int) -> None:
    """Offer to train networks that say all steps at once, where none has learnt so many."""
    if any(run.spec.horizon >= steps for run in result.middles):
        return
    label = _("Train to say {steps} steps at once", steps=steps)
    help_text = _("Trains the same networks anew, with one output for each step, and shows both ways side by side.")
    if not st.button(label, icon=":material/fast_forward:", key="train_direct", help=help_text):
        return
    try:
        trainings.start(result.job.series, [run.spec.change(horizon=steps) for run in result.runs])
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    state.apply({**state.settings(), "horizon": steps})
    st.rerun(scope="app")
