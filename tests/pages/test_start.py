"""The foot of the form says how long it will take, as past trainings on this machine have taught."""

from dataclasses import replace

import pytest

from pages.ui import experience
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_source, parse_source
from rnn_core.store import RunStore, run_name
from tests.made_up_runs import made_up_run
from tests.pages.test_pages import texts


@pytest.fixture
def slow_past(store: RunStore) -> RunStore:
    """A database in which every training took an hour."""
    series = load_source(parse_source("builtin:sine"))
    for seed in range(1, 9):
        spec = ForecastSpec.make(target=series.column(""), window=20, epochs=2, seed=seed)
        name = run_name(spec.key(series), "somebody")
        store.begin(name, spec, series, "somebody")
        store.finish(name, replace(made_up_run(spec, series, 1.0), seconds=3600.0))
    return store


def test_the_estimate_follows_what_trainings_took_here(visit, slow_past):
    app = visit("train", data="builtin:sine", epochs="2", window="20")
    experience.learning().wait()
    assert slow_past.finished == 8
    app.run()
    assert " min." in texts(app)


def test_the_estimate_is_there_where_nothing_was_trained_yet(visit):
    assert "This takes about" in texts(visit("train", data="builtin:sine", epochs="2", window="20"))
