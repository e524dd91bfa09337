"""Exploring the column to predict: its changes, what is new in the test part, its memory."""

import numpy as np
import streamlit as st

from pages.ui import data, state
from pages.ui.chart import chart
from pages.ui.language import _, number, tell, tell_plainly
from pages.ui.training import inputs
from rnn_core.errors import RnnLabError
from rnn_core.figures.exploring_alt import changes_alt, memory_alt, shift_alt
from rnn_core.figures.histograms import changes_figure, shift_figure
from rnn_core.figures.memory_chart import memory_figure
from rnn_core.figures.theme import PAGE
from rnn_core.figures.thin import Floats
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series
from rnn_core.series import statistics as numbers

# Autocorrelations below this are of little use, even where many rows make sure that they are no chance.
_HARDLY = 0.1
# By chance, the longest of forty bars stays within this many bands nineteen times of twenty (3.2 of 1.96 deviations).
_OF_ALL_BARS = 1.65


def changes(series: Series) -> None:
    """How large the changes from row to row are, beside a normal distribution."""
    column = _column(series)
    found = numbers.changes(_values(series, column))
    if len(found.values) < 2:
        st.info(_("There are too few values to look at their changes."), icon=":material/info:")
        return
    unit = data.ours(series.unit, series.receipt)
    chart(changes_figure(found, unit, theme=PAGE, say=_), key="changes", alt=tell_plainly(changes_alt(found, unit)))
    st.markdown(
        _(
            "{share} % of the changes of {column} lie more than {far} standard deviations from their mean. "
            "Of a normal distribution it would be 0.27 %.",
            share=number(100 * found.far_out, 2),
            far=int(numbers.FAR_OUT),
            column=column,
        )
    )
    st.caption(
        _("In percent: 100 times the logarithm of each value divided by the one before, which is the same up as down.")
        if found.relative
        else _("Not in percent, because not all values are above zero: the plain difference from row to row.")
    )


def shift(series: Series) -> None:
    """Where the test values lie to what the network learns from."""
    try:
        parts = split(ForecastSpec.make(**state.settings()), series)
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return
    train, test = parts.target[parts.train.start : parts.train.stop], parts.target[parts.test_rows]
    found = numbers.shift(train, test)
    unit = data.ours(series.unit, series.receipt)
    figure = shift_figure(train, test, parts.columns[0], unit, theme=PAGE, say=_)
    for sentence in _shift_sentences(found):
        st.markdown(sentence)
    chart(figure, key="shift", alt=tell_plainly(shift_alt(found, unit)))
    st.caption(_("Between the dotted lines lie all values of the training part."))


def _shift_sentences(found: numbers.Shift) -> list[str]:
    """What a fixed scaling will have to do with, the larger trouble first."""
    above, below = 100 * found.above, 100 * found.below
    if not above and not below:
        return [
            _("All test values lie within the range of the training part: a fixed scaling reaches every one of them.")
        ]
    said = []
    if above:
        said.append(
            _(
                "{share} % of the test values lie above everything the network saw while learning. "
                "A fixed scaling cannot reach them well, so predictions tend to sag.",
                share=above,
            )
        )
    if below:
        said.append(
            _(
                "{share} % of the test values lie below everything the network saw while learning. "
                "A fixed scaling cannot reach them well, so predictions tend to stay too high.",
                share=below,
            )
        )
    return said


def memory(series: Series) -> None:
    """How much values, and their changes, resemble themselves some rows later."""
    column = _column(series)
    values, steps = _memories(series.fingerprint, column, series)
    if not values.values.size or not steps.values.size:
        st.info(_("There is too little to compare: the column has too few values, or they never change."))
        return
    chart(memory_figure(values, steps, theme=PAGE, say=_), key="memory", alt=tell_plainly(memory_alt(values, steps)))
    st.markdown(_memory_sentence(values, steps))
    st.caption(
        _(
            "Autocorrelation: 1 means that values some rows apart rise and fall together, 0 that they know nothing of "
            "each other. Bars within the grey band may well be chance."
        )
    )


def _memory_sentence(values: numbers.Memory, steps: numbers.Memory) -> str:
    """What the bars say, by the first of the values and the longest of their changes."""
    first, lag = float(values.values[0]), int(np.argmax(np.abs(steps.values)))
    said = {
        "values": first,
        "changes": number(float(steps.values[lag]), 2),
        "rows": lag + 1,
        "band": number(steps.band, 2),
    }
    if abs(steps.values[lag]) > max(_OF_ALL_BARS * steps.band, _HARDLY):
        return _(
            "What to notice: the values remember ({values} one row later), and their changes do too (their longest bar "
            "is {changes}, {rows} rows later; chance mostly stays within ±{band}). There is something for a network "
            "to find.",
            **said,
        )
    if first > max(values.band, _HARDLY):
        return _(
            "What to notice: the values remember ({values} one row later), but their changes hardly do (their longest "
            "bar is {changes}, {rows} rows later; chance mostly stays within ±{band}). Repeating the last value is "
            "easy, and doing better is hard.",
            **said,
        )
    return _(
        "What to notice: neither the values ({values} one row later) nor their changes (their longest bar is "
        "{changes}, {rows} rows later) remember much.",
        **said,
    )


@st.cache_data(show_spinner=False, max_entries=50)
def _memories(fingerprint: str, column: str, _series: Series) -> tuple[numbers.Memory, numbers.Memory]:  # noqa: ARG001
    """The memory of a column and of its changes; the series is told by its fingerprint, which costs little."""
    values = _values(_series, column)
    return numbers.memory(values), numbers.memory(numbers.changes(values).values)


def _column(series: Series) -> str:
    return series.column(inputs.remembered("target"))


def _values(series: Series, column: str) -> Floats:
    return series.frame[column].to_numpy("float64")
