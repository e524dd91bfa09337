"""The hidden units that go along with something that has a name."""

import pandas as pd
import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, number, shown, tell, tell_plainly
from rnn_core.figures.inside_alt import tracking_alt
from rnn_core.figures.inside_tracking import drawn_of, tracking_figure
from rnn_core.figures.inside_words import tracking_found
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.inside import THINGS, Looked, Tracked
from rnn_core.forecast.run import Run


def show(run: Run, looked: Looked) -> None:
    """The best unit of each thing over that thing, and a table with what luck reaches."""
    tracking = looked.tracking
    st.markdown("##### " + _("What its units keep track of"))
    st.markdown(tell(tracking_found(tracking, _)))
    if drawn_of(tracking):
        words = tell_plainly(tracking_alt(tracking, _))
        chart(tracking_figure(run, tracking, theme=PAGE, say=_), key="inside_tracking", alt=words)
    best = tracking.best()
    if not best:
        return
    st.table(pd.DataFrame([_row(one) for one in best]).set_index(_("Followed")))
    notice = _(
        "What to notice: nobody told a unit what to follow. Luck is what the best of all units reaches, in 19 of 20 "
        "cases, with lines drawn by chance that are as slow as these (weekdays: shuffled within their weeks), over all "
        "rows of the table together. Slow lines are easily alike, so that luck reaches far."
    )
    if tracking.no_weekdays:
        notice += " " + _("The day of the week was not looked for, because some windows were left out.")
    st.caption(notice)


def _row(one: Tracked) -> dict[str, str]:
    return {
        _("Followed"): _(THINGS[one.thing]),
        _("Unit"): shown(one.unit + 1),
        _("Correlation"): number(one.strength),
        _("Luck reaches"): number(one.luck),
        _("More than luck"): _("yes") if one.sure else _("no"),
    }
