"""The curves of a result over the real values, with the band around the best of them."""

import streamlit as st

from pages.ui import widgets
from pages.ui.chart import chart
from pages.ui.language import _, shown, tell_plainly
from pages.ui.results.result import Result
from rnn_core.figures.alt import comparison_alt
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.names import label_all
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.in_common import common_baselines
from rnn_core.forecast.judging import band_of, naive_band
from rnn_core.forecast.run import Floats, Run
from rnn_core.judge import LEVELS, Band, BandWay
from rnn_core.words import N_, Amount, Percent

_USUAL_LEVEL = 0.9
_WAYS: dict[BandWay, str] = {"adaptive": N_("Adaptive"), "split": N_("Fixed")}
_WAYS_HELP = N_(
    "Adaptive: each row's band learns from all rows before it, and widens after misses. Fixed: made once, from the "
    "validation part, or else from the first third of the test part, which then has no band. Where early stopping has "
    "looked at the validation part too, a fixed band may be a little narrow."
)


@st.fragment
def show(result: Result) -> None:
    """Draw it, with the choice of a band, which draws nothing else anew."""
    level, way = _choose_band()
    best = result.best.middle
    band, naive = _bands(best.actual, best.predicted, level, way, best) if level else (None, None)
    # Middle runs of different seeds are told apart by them in the chart.
    name = label_all(result.middles, _)[result.networks.index(result.best)].name
    figure = comparison_figure(
        result.middles,
        bands={name: band} if band and band.rows else {},
        baselines=common_baselines(result.runs),
        before=result.target,
        theme=PAGE,
        say=_,
    )
    chart(figure, key="comparison", alt=tell_plainly(comparison_alt(result.middles, _)))
    if band is not None:
        _tell_of_band(result, band, naive)


@st.cache_data(show_spinner=False, max_entries=50)
def _bands(
    actual: Floats,  # noqa: ARG001
    predicted: Floats,  # noqa: ARG001
    level: float,
    way: BandWay,
    _run: Run,
) -> tuple[Band, Band]:
    """The bands around `_run` and around the naive line of its rows: seconds where rows are many.

    Remembered by what the run said and not by its name, which one that was stopped shares with the whole one.
    """
    return band_of(_run, level=level, way=way), naive_band(_run, level=level, way=way)


def _choose_band() -> tuple[float, BandWay]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        level = st.selectbox(
            _("Prediction band"),
            [0.0, *LEVELS],
            index=1 + LEVELS.index(_USUAL_LEVEL),
            format_func=lambda share: shown(Percent(share)) if share else _("None"),
            key=widgets.key("band_level"),
            width=150,
            help=_("Where the real value should lie, so often. Made from earlier misses, and wider in rough times."),
        )
        way = st.segmented_control(
            _("How the band is made"),
            list(_WAYS),
            default="adaptive",
            format_func=lambda name: _(_WAYS[name]),
            key=widgets.key("band_way"),
            required=True,
            help=_(_WAYS_HELP),
        )
    return level, way


def _tell_of_band(result: Result, band: Band, naive: Band) -> None:
    if not band.rows:
        st.caption(_("There are too few test rows to make a band of them. Keep back a larger validation part."))
        return
    st.caption(
        _(
            "The band around {name} should hold {level} of the real values; on {rows} test rows it held {coverage}. "
            "It is {width} wide on average; the same band around the naive line would be {naive}.",
            name=result.best.label.name,
            level=Percent(band.level),
            rows=band.rows,
            coverage=Percent(band.coverage),
            width=Amount(band.width, result.unit),
            naive=Amount(naive.width, result.unit),
        )
    )
