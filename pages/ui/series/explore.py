"""Exploring a series: five ways to look closer at it, each worked out only once somebody opens it."""

import pandas as pd
import streamlit as st

from pages.ui import data, widgets
from pages.ui.chart import chart
from pages.ui.language import _, number, plain, shown, tell_plainly
from pages.ui.series import explore_target
from rnn_core.figures.exploring_alt import gaps_alt
from rnn_core.figures.gaps_chart import gaps_figure
from rnn_core.figures.numbers import date_texts
from rnn_core.figures.theme import PAGE
from rnn_core.series import Series
from rnn_core.series import statistics as numbers

_ROWS_SHOWN = 5


@st.fragment(key="explore")
def explore(series: Series) -> None:
    """One of the ways to look at `series`, by a person's choice; none at first."""
    ways = {
        "statistics": (_("Statistics"), _statistics),
        "missing": (_("Missing values"), _missing),
        "changes": (_("Changes"), explore_target.changes),
        "shift": (_("Training against test"), explore_target.shift),
        "memory": (_("Memory"), explore_target.memory),
    }
    way = st.pills(
        _("Look closer"),
        list(ways),
        format_func=lambda name: ways[name][0],
        key=widgets.key("explore_way"),
        default=None,
    )
    if way is not None:
        ways[way][1](series)


def _statistics(series: Series) -> None:
    """Each column in a few numbers, and the rows at both ends."""
    st.table(pd.DataFrame({_named(series, one.column): _told(one) for one in numbers.summarize(series)}))
    st.caption(
        _(
            "Half of all values lie between the lower and the upper quarter, and half of them below the middle. "
            "The spread is the standard deviation, a typical distance from the mean."
        )
    )
    st.markdown(_("First and last rows"))
    st.table(_ends(series))


def _ends(series: Series) -> pd.DataFrame:
    """The first and the last rows in words, their dates as short as they can be."""
    frame, shown_rows = series.frame, 2 * _ROWS_SHOWN
    ends = frame if len(frame) <= shown_rows else pd.concat([frame.head(_ROWS_SHOWN), frame.tail(_ROWS_SHOWN)])
    rows = {plain(column): [number(value, 6) for value in ends[column]] for column in ends}
    return pd.DataFrame(rows, index=pd.Index(date_texts(ends.index.to_numpy()), name=_("Date")))


def _told(one: numbers.Summary) -> dict[str, str]:
    return {
        _("Values"): shown(one.count),
        _("Missing"): shown(one.missing),
        _("Mean"): number(one.mean, 4),
        _("Spread"): number(one.spread, 3),
        _("Lowest"): number(one.lowest, 4),
        _("Lower quarter"): number(one.lower_quarter, 4),
        _("Middle (median)"): number(one.middle, 4),
        _("Upper quarter"): number(one.upper_quarter, 4),
        _("Highest"): number(one.highest, 4),
    }


def _named(series: Series, column: str) -> str:
    """A column with its unit, as Markdown; a volume is not in the unit of the prices."""
    is_volume = series.receipt.roles.get("volume") == column
    unit = "" if is_volume else data.ours(series.unit, series.receipt)
    return plain(f"{column} ({unit})" if unit else column)


def _missing(series: Series) -> None:
    """How many values each column misses, and where."""
    gaps = numbers.find_gaps(series)
    if not gaps.columns:
        st.markdown(_("No value is missing."))
        return
    rows = len(series.frame)
    for name, count in zip(gaps.columns, gaps.counts, strict=True):
        share = number(100 * int(count) / rows)
        st.markdown(
            "- "
            + _(
                "{column}: {count} of {rows} values missing ({share} %)",
                column=name,
                count=int(count),
                rows=rows,
                share=share,
            )
        )
    chart(gaps_figure(gaps, theme=PAGE, say=_), key="gaps", alt=tell_plainly(gaps_alt(gaps)))
    st.caption(_("Darker: more is missing there."))
