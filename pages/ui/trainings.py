"""The visitor's trainings: starting them, and finding again those on display."""

import threading
from importlib import import_module

import streamlit as st

from pages.ui import data, state
from pages.ui.engine import engine
from rnn_core.engine import Job, Status, short_name
from rnn_core.errors import TickerError
from rnn_core.forecast.recipes import Recipe
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series, Source


def start(series: Series, specs: list[ForecastSpec]) -> None:
    """Train `specs` on `series` and put them on display in place of what was there.

    Raises:
        EngineError: the engine takes no more jobs.
    """
    stop_all()
    keys = [engine().submit(Job(spec, series), state.owner()) for spec in specs]
    state.set_runs(tuple(short_name(key) for key in keys))


def start_recipe(recipe: Recipe) -> None:
    """Choose a recipe's data, cells and settings, and start training.

    Raises:
        RnnLabError: its data cannot be loaded, or the engine takes no more jobs.
    """
    source, specs = _reachable(recipe), list(recipe.specs())
    state.set_source(source)
    state.set_cells(recipe.cells)
    state.apply(specs[0].model_dump(exclude={"kind", "cell"}))
    start(data.load(source), specs)


def _reachable(recipe: Recipe) -> Source:
    try:
        data.load(recipe.source)
    except TickerError:
        if recipe.instead is None:
            raise
        return recipe.instead
    return recipe.source


def on_display() -> list[Status]:
    """What is known of the runs that the address names, in its order; those that are no longer kept are left out."""
    found = [engine().find(name) for name in state.runs()]
    return [status for status in found if status is not None]


def forgotten() -> bool:
    """Whether the address names a run that is no longer kept."""
    return len(on_display()) < len(state.runs())


def live(statuses: list[Status]) -> bool:
    """Whether any of them still waits or trains."""
    return any(not status.ended for status in statuses)


def stop_all() -> None:
    """Stop whatever this visitor still has in training."""
    for status in engine().running(state.owner()):
        engine().stop(status.key)


def moved_on(series: Series, specs: list[ForecastSpec], statuses: list[Status]) -> bool:
    """Whether what is on display was made with other settings or other data than the form now has."""
    return {spec.key(series) for spec in specs} != {status.job.key for status in statuses}


def adopt() -> None:
    """Take over data and settings of the run in the address where the address names nothing else."""
    statuses = on_display()
    if state.source() is not None or not statuses:
        return
    job = statuses[0].job
    state.set_source(data.keep(job.series))
    state.set_cells(tuple(dict.fromkeys(status.job.spec.cell for status in statuses)))
    state.apply(job.spec.model_dump(exclude={"kind", "cell"}))


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """At the first visit start the engine, and load what results need, so that nobody waits for either later."""
    engine()
    threading.Thread(target=import_module, args=("statsmodels.tsa.stattools",), daemon=True).start()
