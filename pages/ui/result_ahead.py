"""Ahead: several steps past the end of the series, and how well that went from earlier ends."""

from dataclasses import replace

import numpy as np
import streamlit as st

from pages.ui import state, trainings
from pages.ui.chart import chart
from pages.ui.language import _, shown, tell, tell_plainly
from pages.ui.result import Result
from pages.ui.theme import theme
from rnn_core.errors import RnnLabError
from rnn_core.figures.ahead_alt import ahead_alt, backtest_alt, period_alt
from rnn_core.figures.ahead_chart import ahead_figure
from rnn_core.figures.backtest_chart import backtest_figure
from rnn_core.figures.outlook import Outlook, outlooks_of
from rnn_core.figures.period_chart import period_figure
from rnn_core.judge import LEVELS, horizon_band
from rnn_core.words import Percent, Sentence

_USUAL_STEPS, _USUAL_LEVEL = 20, 0.9


def show(result: Result) -> None:
    """The forecast past the end, then the backtest."""
    for problem in _problems(result):
        st.info(tell(problem), icon=":material/info:")
    outlooks = outlooks_of(result.middles, _)
    if outlooks:
        steps, level = _choose(max(len(one.ahead.dates) for one in outlooks))
        _draw(result, [_with_band(one, steps, level) for one in outlooks])
    _direct_button(result)


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
            key="ahead_steps",
            help=_("How many steps past the end of the series. The further ahead, the less anybody can know."),
        )
    with right:
        level = st.selectbox(
            _("Band"),
            LEVELS,
            index=LEVELS.index(_USUAL_LEVEL),
            format_func=lambda share: shown(Percent(share)),
            key="ahead_level",
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
    chart(ahead_figure(outlooks, recent, unit, theme=theme(), say=_), key="ahead", alt=words)
    for one in outlooks:
        _tell_of_band(one)
    st.markdown("**" + _("How well would this have gone before?") + "**")
    st.caption(
        _(
            "From {count} earlier ends in the test part, each time as if the rest were not known yet: how far off "
            "such forecasts were, step by step.",
            count=len(outlooks[0].ahead.origins),
        )
    )
    words = tell_plainly(backtest_alt(outlooks, unit, _))
    chart(backtest_figure(outlooks, unit, theme=theme(), say=_), key="backtest", alt=words)
    words = tell_plainly(period_alt(outlooks, unit, _))
    chart(period_figure(outlooks, unit, theme=theme(), say=_), key="backtest_periods", alt=words)


def _tell_of_band(one: Outlook) -> None:
    if one.band is None:
        return
    there = int(np.isfinite(one.band.low).sum())
    if there == 0:
        st.caption(_("{name}: the test part is too short for a band. A longer one would help.", name=one.label.name))
        return
    st.caption(
        _(
            "{name}: the band should hold {level}; made of one half of the earlier ends and tried on the other, it "
            "held {coverage}. It reaches {steps} steps ahead, as far as there is enough to learn it from.",
            name=one.label.name,
            level=Percent(one.band.level),
            coverage=Percent(one.band.coverage),
            steps=there,
        )
    )


def _direct_button(result: Result) -> None:
    """Offer to train networks that say all steps at once, where none has learnt that."""
    if any(ahead.way == "direct" for run in result.middles for ahead in run.ahead):
        return
    label = _("Train to say {steps} steps at once", steps=_USUAL_STEPS)
    help_text = _("Trains the same networks anew, with one output for each step, and shows both ways side by side.")
    if not st.button(label, icon=":material/fast_forward:", key="train_direct", help=help_text):
        return
    specs = [network.middle.spec.change(horizon=_USUAL_STEPS) for network in result.networks]
    try:
        trainings.start(result.job.series, specs)
    except RnnLabError as error:
        st.error(tell(error), icon=":material/error:")
        return
    state.apply({**state.settings(), "horizon": _USUAL_STEPS})
    st.rerun(scope="app")
