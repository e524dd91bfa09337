"""The visitor's trainings: starting them, and finding again those on display."""

import gc
import threading
import warnings
from importlib import import_module

import streamlit as st

from pages.ui import data, state
from pages.ui.engine import engine
from pages.ui.experience import experience
from pages.ui.series.kept import kept_files
from pages.ui.store import opened
from rnn_core.engine import Job, State, Status, short_name
from rnn_core.errors import SourceError, SpecError, TickerError
from rnn_core.forecast.recipes import Recipe
from rnn_core.forecast.repeating import places_by_network
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series, Source, parse_source
from rnn_core.settings import settings
from rnn_core.words import Sentence

# What verdicts and bands need, and what would otherwise hold up the first result.
_SLOW_TO_LOAD = ("statsmodels.tsa.stattools", "crepes")


def start(series: Series, specs: list[ForecastSpec]) -> bool:
    """Train `specs` on `series` and put them on display in place of what was there.

    Whether what the page has said before, above the results, is no longer so.

    Raises:
        EngineError: the engine takes no more jobs.
    """
    before = mine(on_display())
    said = state.notice() is not None or forgotten() or state.lesson().large
    names = engine().submit_all([Job(spec, series) for spec in specs], state.owner())
    stop([status.key for status in before if status.key not in names])
    state.set_notice(None)
    state.set_runs(tuple(map(short_name, names)))
    return said or trouble() is not None


def start_again() -> None:
    """Train what is on display and was interrupted anew: the owner under the same names, others as runs of their own.

    Raises:
        EngineError: the engine takes no more jobs.
    """
    shown = {name: engine().find(name) for name in state.runs()}
    jobs = {name: status.job for name, status in shown.items() if status and status.state is State.INTERRUPTED}
    names = engine().submit_all(list(jobs.values()), state.owner())
    begun = dict(zip(jobs, map(short_name, names), strict=True))
    state.set_runs(tuple(dict.fromkeys(begun.get(name, name) for name in shown)))


def start_recipe(recipe: Recipe) -> None:
    """Choose a recipe's data, cells and settings, and start training.

    Raises:
        RnnLabError: its data cannot be loaded, or the engine takes no more jobs.
    """
    (source, because), specs = _reachable(recipe), list(recipe.specs())
    state.set_source(source)
    state.set_cells(recipe.cells)
    state.set_repeats(1)
    state.apply(specs[0].model_dump(exclude={"kind", "cell"}))
    start(data.load(source), specs)
    state.set_notice(because)


def own_series_for(recipe: Recipe) -> Series | None:
    """The visitor's own file, if it has the columns and the days that `recipe` asks for."""
    series = data.quietly_chosen()
    if series is None or series.receipt.origin != "own":
        return None
    try:
        for spec in recipe.specs():
            split(spec, series)
    except SpecError:
        return None
    return series


def _reachable(recipe: Recipe) -> tuple[Source, Sentence | None]:
    """The recipe's source that can be loaded, and why it is not the first one."""
    try:
        data.load(recipe.source)
    except TickerError as error:
        if recipe.instead is None:
            raise
        return recipe.instead, error.sentence
    return recipe.source, None


def on_display() -> list[Status]:
    """What is known of the runs that the address names, in its order; those that are no longer kept are left out."""
    found = [engine().find(name) for name in state.runs()]
    return [status for status in found if status is not None]


def forgotten() -> bool:
    """Whether the address names a run that was deleted or is no longer kept."""
    return len(on_display()) < len(state.runs())


def trouble() -> Sentence | None:
    """Why what is trained now will not be there for long; None if all is well."""
    return opened().problem or engine().trouble()


def live(statuses: list[Status]) -> bool:
    """Whether any of them still waits or trains."""
    return any(not status.ended for status in statuses)


def mine(statuses: list[Status]) -> list[Status]:
    """Those that this visitor has in training, and so may stop: who only has a link may watch."""
    if not statuses:
        return []  # without asking for the engine, which nobody has needed so far
    own = {status.key for status in engine().running(state.owner())}
    return [status for status in statuses if status.key in own]


def stop(keys: list[str]) -> None:
    """Stop those of these trainings that this visitor may stop."""
    owner = None if settings().everybody_sees_all else state.owner()
    for key in keys:
        engine().stop(key, owner)


def series_on_display() -> Series | None:
    """The series of the runs on display, which are worth a look even where it cannot be loaded any more."""
    return next((status.job.series for status in on_display()), None)


def moved_on(series: Series, specs: list[ForecastSpec], statuses: list[Status]) -> bool:
    """Whether what is on display was made with other settings or other data than the form now has."""
    return {spec.key(series) for spec in specs} != {status.job.key for status in statuses}


def adopt() -> None:
    """Take over data and settings of the run in the address where the address names nothing else.

    Its data, too, where that was a file which is no longer kept: the run has brought the series along.
    """
    source = state.source()
    if source is not None and data.is_here(source):
        return
    statuses = on_display()
    if not statuses:
        return
    job = statuses[0].job
    if source is not None:
        _adopt_series(job.series)
        return
    state.set_source(_source_of(job.series))
    state.set_cells(tuple(dict.fromkeys(status.job.spec.cell for status in statuses)))
    state.set_repeats(max(map(len, places_by_network([status.job.spec for status in statuses]))))
    state.apply(job.spec.model_dump(exclude={"kind", "cell"}))


def _adopt_series(series: Series) -> None:
    """Put `series` in the place of a file that is gone; the settings stay.

    Under a name of its own: a link may name any file, and nobody else's may be replaced by what somebody's run brings.
    """
    if series.receipt.origin != "own":
        return
    chosen = state.settings()
    state.set_source(_source_of(series))
    state.apply(chosen)


def _source_of(series: Series) -> Source:
    try:
        return parse_source(series.receipt.source)
    except SourceError:
        return kept_files().keep(series)


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """At the first visit start the engine, learn from past trainings, and load what results need.

    All in the background, so that nobody waits for it later: this returns at once.
    """
    engine()
    experience()
    threading.Thread(target=_load_what_is_slow, daemon=True).start()


def _load_what_is_slow() -> None:
    # crepes switches all warnings of the process on while it loads.
    with warnings.catch_warnings():
        for name in _SLOW_TO_LOAD:
            import_module(name)
    # After each run of a page Streamlit looks through all that lives for garbage. The modules, which are nearly all of
    # it, are never any: looked through again and again they cost every click about a tenth of a second.
    gc.collect()
    gc.freeze()
