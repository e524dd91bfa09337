"""Comparing stored runs: their curves, their scores with the settings that differ, and parallel coordinates."""

from collections.abc import Sequence

import streamlit as st

from pages.ui import state
from pages.ui.chart import chart
from pages.ui.language import _, listed, plain, tell_plainly
from pages.ui.runs import table, ticked
from pages.ui.runs.loading import Fetched, fetch
from pages.ui.runs.wording import name_of
from pages.ui.runs.work import is_forecast
from pages.ui.training.setting_words import title_of, value_of
from rnn_core.figures import (
    ParallelAxis,
    comparison_alt,
    comparison_figure,
    label_all,
    numbers,
    parallel_alt,
    parallel_figure,
    rename_lines,
)
from rnn_core.figures.parallel import drawn_places
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.differing import Setting, differing
from rnn_core.forecast.run import Run
from rnn_core.forecast.same_rows import places_by_test
from rnn_core.store import RunLine

# More lines in one picture cannot be told apart.
MOST = 20
_LEAST_LINES = 2
_SPREAD = "learning_rate"
_COMPARING = "comparing_runs"


def begin() -> None:
    """Compare the ticked runs, in the place of the list."""
    state.keep(_COMPARING, True)


def end() -> None:
    """Go back to the list."""
    state.keep(_COMPARING, False)


def wanted() -> bool:
    """Whether the visitor compares runs."""
    return bool(state.kept(_COMPARING, False)) and len(ticked.ticked()) > 1 and all(map(is_forecast, ticked.ticked()))


def show() -> None:
    """The comparison of the ticked runs."""
    st.button(_("Back to the list"), key="runs_back", icon=":material/arrow_back:", on_click=end)
    fetched = fetch(ticked.ticked())
    if fetched.without:
        _tell_who_is_missing(fetched.without)
    if fetched.stored:
        _compare(fetched)


def _tell_who_is_missing(lines: Sequence[RunLine]) -> None:
    names = listed(name_of(line) for line in lines)
    st.info(_("These gave no result, so there is nothing to compare: {names}", names=names), icon=":material/info:")


def _compare(fetched: Fetched) -> None:
    runs = fetched.runs
    names = [f"{number} · {name_of(one.line)}" for number, one in enumerate(fetched.stored, start=1)]
    groups = places_by_test(runs)
    if len(groups) > 1:
        st.info(_("These runs were not all tested on the same rows, so each test has a chart of its own."))
    for number, places in enumerate(groups):
        _curves([names[place] for place in places], [runs[place] for place in places], number, alone=len(groups) == 1)
    specs = [run.spec.model_copy(update={"target": run.series.target}) for run in runs]
    found = differing(specs)
    st.subheader(_("Scores and settings"))
    table.table(names, fetched.stored, runs, found)
    if len(runs) > 1 and found.different:
        _parallel(names, runs, found.different, one_test=len(groups) == 1)


def _curves(names: Sequence[str], runs: Sequence[Run], number: int, *, alone: bool) -> None:
    facts = runs[0].series
    st.subheader(_("Curves") if alone else f"{plain(facts.name)} · {plain(facts.target)}")
    # Under the names that the table has.
    known = {label.name: name for label, name in zip(label_all(runs, _), names, strict=True)}
    figure = rename_lines(comparison_figure(runs, theme=PAGE, say=_), known)
    chart(figure, key=f"compared_{number}", alt=tell_plainly(comparison_alt(runs, _)))


def _parallel(names: Sequence[str], runs: Sequence[Run], settings: Sequence[Setting], *, one_test: bool) -> None:
    score = _score(runs, one_test=one_test)
    if len(drawn_places(score)) < _LEAST_LINES:
        return  # what has no score has no line, and one line alone shows nothing
    st.subheader(_("Settings and score"))
    axes = [_axis(setting) for setting in settings]
    st.caption(
        _(
            "Each line is a run, by its number in the table. The more it stands out from the page, the smaller its "
            "error. Drag along an axis to keep only the lines that cross there."
        )
    )
    places = [str(number) for number in range(1, len(runs) + 1)]
    figure = parallel_figure(places, axes, score, theme=PAGE, say=_)
    chart(figure, key="parallel", alt=tell_plainly(parallel_alt(names, axes, score)))


def _score(runs: Sequence[Run], *, one_test: bool) -> ParallelAxis:
    """The RMSE; where it cannot be compared, how many times the naive line's it is."""
    if one_test:
        title = numbers.titled(_("RMSE"), runs[0].series.unit)
        return ParallelAxis(title, tuple(run.scores.rmse for run in runs))
    return ParallelAxis(_("Against naive"), tuple(run.scores.theils_u for run in runs))


def _axis(setting: Setting) -> ParallelAxis:
    title = title_of(setting.name)
    if setting.numeric:
        return ParallelAxis(title, tuple(map(float, setting.values)), log=setting.name == _SPREAD)
    return ParallelAxis(title, tuple(value_of(setting.name, value) for value in setting.values))
