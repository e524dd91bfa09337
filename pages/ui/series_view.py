"""A series as one looks at it: the receipt in words, the chart with its parts, the numbers."""

import streamlit as st

from pages.ui import data, inputs, state
from pages.ui.chart import chart as draw
from pages.ui.language import _, listed, tell, tell_plainly
from pages.ui.theme import theme
from rnn_core.errors import RnnLabError
from rnn_core.figures.alt import series_alt
from rnn_core.figures.series_chart import Span, candle_figure, has_candles, series_figure
from rnn_core.forecast.spec import make_spec
from rnn_core.forecast.split import Parts, split
from rnn_core.series import Series

_ROWS_SHOWN = 5


def receipt(series: Series) -> None:
    """What was read, what was dropped and why, and what to be careful of."""
    st.subheader(data.name_of(series))
    st.markdown(f"{data.size_of(series)} · {data.origin_of(series)}")
    dropped = [f"{_(reason)} {count}" for reason, count in series.receipt.dropped.items() if count]
    st.caption(_("Rows left out: {what}", what=listed(dropped)) if dropped else _("No row was left out."))
    for warning in series.receipt.warnings:
        st.info(tell(warning), icon=":material/info:")


def chart(series: Series) -> None:
    """The chosen column over time, training and test part marked; candles where prices allow."""
    column = series.column(inputs.remembered("target"))
    spans = _spans(series)
    candles = has_candles(series) and _wants_candles()
    if candles:
        figure = candle_figure(data.in_my_language(series), spans=spans, theme=theme(), say=_)
    else:
        figure = series_figure(data.in_my_language(series), column, spans=spans, theme=theme(), say=_)
    draw(figure, key="series", alt=tell_plainly(series_alt(series, column)))


def _wants_candles() -> bool:
    ways = {"line": _("Line"), "candles": _("Candles")}
    way = st.segmented_control(
        _("Chart"),
        list(ways),
        format_func=ways.__getitem__,
        default="line",
        key="chart_way",
        label_visibility="collapsed",
        required=True,
    )
    return way == "candles"


def _spans(series: Series) -> list[Span]:
    """The parts that the settings cut the series into; where they do not fit, a sentence says why."""
    try:
        parts = split(make_spec(**state.settings()), series)
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return []
    st.caption(
        _(
            "{train} rows to learn from, {test} rows to be tested on.",
            train=len(parts.train),
            test=parts.test_windows,
        )
    )
    return _marked(parts)


def _marked(parts: Parts) -> list[Span]:
    """`Span`s of the training, validation and test rows."""
    kept_back = parts.train.stop - parts.validation_windows
    ranges = (
        ("training", range(parts.train.start, kept_back)),
        ("validation", range(kept_back, parts.train.stop)),
        ("test", parts.test),
    )
    days = parts.dates.to_numpy()
    return [Span(name, days[rows.start], days[rows.stop - 1]) for name, rows in ranges if len(rows)]


def numbers(series: Series) -> None:
    """First and last rows, the usual statistics, and what is missing."""
    missing = series.frame.isna().sum()
    if missing.any():
        counts = listed(f"{name} {count}" for name, count in missing.items() if count)
        st.markdown(_("Missing values: {counts}", counts=counts))
    else:
        st.markdown(_("No value is missing."))
    st.markdown(_("First and last rows"))
    st.dataframe(series.frame.iloc[[*range(_ROWS_SHOWN), *range(-_ROWS_SHOWN, 0)]])
    st.markdown(_("Statistics of each column"))
    st.dataframe(series.frame.describe())
