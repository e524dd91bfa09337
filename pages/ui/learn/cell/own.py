"""One of the visitor's own networks on the stage: the very window that it read before a day of its test part."""

from collections.abc import Iterator

import streamlit as st

from pages.ui.language import _, day, number, tell, tell_all_plainly, tell_plainly
from pages.ui.learn import own_run
from pages.ui.learn.stage import stage
from rnn_core.errors import RnnLabError
from rnn_core.figures.numbers import date_texts
from rnn_core.figures.scenes.cells import cells_alt, cells_scene
from rnn_core.figures.scenes.run_walk import is_plain, run_walk
from rnn_core.forecast.inside import Inside
from rnn_core.forecast.run import Floats, Run
from rnn_core.lessons.cell import Walk, moments, told
from rnn_core.series import Series
from rnn_core.words import N_, Amount

_SECONDS = 0.6
_SHOWN = N_(
    "Of {count} units these are shown: {numbers}. Their last states weigh most in what the network says of this day."
)
_SHOWN_OF_MORE = N_(
    "Of the {count} units of the first layer that read forward in time these are shown: {numbers}. Their last states "
    "are the largest."
)


@st.fragment(key="cell_own")
def show() -> None:
    """A run, a day, and what happens in the network on the way to what it says of that day."""
    st.markdown("#### " + _("Your own network"))
    st.markdown(_("The same in a network that you have trained, on what it really read before a day of its test part."))
    words = _("You have no finished training yet. Train a network, and come back to walk through its windows.")
    chosen = own_run.choose("cell", words)
    if chosen is None:
        return
    run, series = chosen
    try:
        inside = _inside(run.key, run.predicted, run, series)
    except RnnLabError as refusal:
        st.info(tell(refusal), icon=":material/info:")
        return
    _walk(run, inside, _place(inside))


def _place(inside: Inside) -> int:
    """The place in the test part of the day that a person chooses."""
    days = list(date_texts(inside.dates))
    chosen = st.select_slider(_("Day to be foretold"), days, days[0], key=f"cell_day_{inside.run.key}")
    return days.index(chosen)


def _walk(run: Run, inside: Inside, place: int) -> None:
    """`run` in the visitor's own words; `inside`, which others may have looked into before, for its numbers alone."""
    found, units = run_walk(inside, place)
    looked_at = moments(found.steps, slow=False)
    scene = cells_scene(
        [found], looked_at, list(_captions(run, inside, place, found)), titles=[run.spec.cell], seconds=_SECONDS, say=_
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        stage(scene, key="own_cell", alt=tell_plainly(cells_alt([found])))
    with right:
        st.markdown(_told(run, place))
        numbers = ", ".join(str(unit + 1) for unit in units)
        st.caption(_(_SHOWN if is_plain(inside) else _SHOWN_OF_MORE, count=run.spec.units, numbers=numbers))
        st.caption(_("What is read is scaled, as the network saw it; of several columns the first is shown."))


def _told(run: Run, place: int) -> str:
    unit = run.series.unit
    return _(
        "For {date} the network said {predicted}. The real value was {actual}, and the one before it {naive}.",
        date=day(run.dates[place].astype("datetime64[D]").item()),
        predicted=Amount(float(run.predicted[place]), unit),
        actual=Amount(float(run.actual[place]), unit),
        naive=Amount(float(run.naive[place]), unit),
    )


def _captions(run: Run, inside: Inside, place: int, found: Walk) -> Iterator[str]:
    """For each step its date and the value of that day, then what happens in the cell."""
    dates, values = date_texts(inside.window_dates(place)), inside.window_values(place)
    for moment in moments(found.steps, slow=False):
        value = f"{number(values[moment.step])} {run.series.unit}".rstrip()
        yield f"{dates[moment.step]} · {value}. {tell_all_plainly(told([found], moment))}"


@st.cache_resource(show_spinner=False, max_entries=10)
def _inside(
    key: str,  # noqa: ARG001
    predicted: Floats,  # noqa: ARG001
    _run: Run,
    _series: Series,
) -> Inside:
    """Remembered by the run's key, and by what it said too: somebody may have brought along another one of that key."""
    return Inside.of(_run, _series)
