"""A series as one looks at it: the chart with its parts and the border between them."""

import streamlit as st

from pages.ui import data, state, widgets
from pages.ui.language import _, day, tell, tell_plainly
from pages.ui.series.border import Border, find_border
from pages.ui.series.series_chart import Handle, series_chart, shown_range
from pages.ui.training import inputs
from rnn_core.errors import RnnLabError
from rnn_core.figures.alt import series_alt
from rnn_core.figures.parts import Span
from rnn_core.figures.series_chart import candle_figure, has_candles, series_figure
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts, split
from rnn_core.series import Series

_KEY = "series_chart"


@st.fragment(key="series")
def chart(series: Series) -> None:
    """The chosen column over time, its parts coloured, the border to be dragged; candles where prices allow.

    A fragment: who zooms in waits for this chart alone.
    """
    parts = _parts(series)
    border = find_border(series, state.settings(), parts.dates[parts.test.start].to_datetime64() if parts else None)
    column, dates = series.column(inputs.remembered("target")), series.dates.to_numpy()
    seen = _in_my_language(series)
    more = {
        "spans": _spans(parts) if parts else [],
        "shown": shown_range(_KEY, series.fingerprint, dates[0], dates[-1]),
        "theme": PAGE,
        "say": _,
    }
    candles = has_candles(series) and _wants_candles()
    moved = series_chart(
        candle_figure(seen, **more) if candles else series_figure(seen, column, **more),
        key=_KEY,
        alt=tell_plainly(series_alt(seen, column)),
        handle=_handle(border) if border else None,
    )
    if border and moved:
        settings = state.settings()
        state.apply({**settings, **border.move(moved, settings.get("validation_from"))})
        st.rerun()
    st.caption(
        _(
            "Drag the border to choose where the test begins. Drag across the chart to see a stretch in detail; "
            "a double click shows everything again."
        )
    )


def _in_my_language(series: Series) -> Series:
    # Others are left as they are: a copy would have to find out its fingerprint anew, which takes long for many rows.
    return data.in_my_language(series) if series.receipt.source.startswith("builtin:") else series


def _handle(border: Border) -> Handle:
    """The border as one sees it and takes hold of it."""
    last = len(border.days) - 1
    return Handle(
        at=border.moment(border.number),
        first=border.moment(1),
        last=border.moment(last),
        step=border.step,
        number=border.number,
        count=last,
        day=day(border.day),
        label=_("Border between training part and test part"),
        hint=_("Drag, or use the arrow keys, to choose where the test begins"),
    )


def _wants_candles() -> bool:
    ways = {"line": _("Line"), "candles": _("Candles")}
    way = st.segmented_control(
        _("Chart"),
        list(ways),
        format_func=ways.__getitem__,
        default="line",
        key=widgets.key("chart_way"),
        label_visibility="collapsed",
        required=True,
    )
    return way == "candles"


def _parts(series: Series) -> Parts | None:
    """The parts that the settings cut the series into; where they do not fit, a sentence says why."""
    try:
        parts = split(ForecastSpec.make(**state.settings()), series)
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return None
    st.caption(
        _(
            "{train} rows to learn from, {test} rows to be tested on.",
            train=len(parts.train),
            test=parts.test_windows,
        )
    )
    return parts


def _spans(parts: Parts) -> list[Span]:
    """`Span`s of the training, validation and test rows."""
    kept_back = parts.train.stop - parts.validation_windows
    ranges = (
        ("training", range(parts.train.start, kept_back)),
        ("validation", range(kept_back, parts.train.stop)),
        ("test", parts.test),
    )
    days = parts.dates.to_numpy()
    return [Span(name, days[rows.start], days[rows.stop - 1]) for name, rows in ranges if len(rows)]
