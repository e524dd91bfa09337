"""Exploring a series on the Data page: each way opens with every series, and says what is to be seen."""

import json

import numpy as np
import pandas as pd
import pytest

from pages.ui.series.kept import kept_files
from rnn_core.series import Receipt, Series, builtin_series
from tests.pages.charts import charts
from tests.pages.test_pages import texts

WAYS = ("statistics", "missing", "changes", "shift", "memory")


def open_way(app, way):
    app.get_by_key("explore_way").set_value(way)
    app.run()
    assert not app.exception
    return texts(app)


def keep(frame, **more):
    return str(kept_files().keep(Series("mine", frame.rename_axis("date"), Receipt("mine.csv", "own", **more), "USD")))


def days(rows):
    return pd.date_range("2020-01-01", periods=rows)


def explored(app):
    """The charts of what was opened; the first one on the page is the preview of a series to make."""
    return charts(app)[1:]


def test_nothing_is_worked_out_before_it_is_opened(visit):
    app = visit("data", data="builtin:share")
    assert app.get_by_key("explore_way").value is None
    assert len(app.table) == len(explored(app)) == 0


@pytest.mark.parametrize("name", builtin_series())
def test_every_way_opens_with_every_builtin_series(visit, name):
    app = visit("data", data=f"builtin:{name}")
    for way in WAYS:
        open_way(app, way)
        assert not app.error


def test_statistics_have_words_and_units(visit):
    app = visit("data", data="builtin:co2")
    open_way(app, "statistics")
    table = app.table[0].value
    assert list(table.columns) == ["CO2 (ppm)"]
    assert list(table.index[:4]) == ["Values", "Missing", "Mean", "Spread"]
    assert table.loc["Values"].iloc[0] == "2,284"


def test_missing_values_are_counted_and_drawn(visit):
    frame = pd.DataFrame({"<b>a</b>": np.arange(200.0), "b": 1.0}, index=days(200))
    frame.iloc[5:25, 0] = np.nan
    app = visit("data", data=keep(frame))
    said = open_way(app, "missing").replace("\\", "")
    assert "<b>a</b>: 20 of 200 values missing (10.0 %)" in said
    chart = explored(app)[0]
    drawn = json.dumps(chart.figure)
    assert "&lt;b&gt;a" in drawn
    assert "<b>" not in drawn
    assert chart.alt.startswith("Missing values over time")


def test_a_test_part_that_nobody_has_seen_the_like_of_is_said_in_a_sentence(visit):
    rising = pd.DataFrame({"x": np.arange(1000.0)}, index=days(1000))
    said = open_way(visit("data", data=keep(rising), window="10"), "shift")
    assert "100 % of the test values lie above everything the network saw while learning. A fixed scaling" in said
    said = open_way(visit("data", data=keep(1000 - rising), window="10"), "shift")
    assert "100 % of the test values lie below everything" in said
    said = open_way(visit("data", data="builtin:sine"), "shift")
    assert "% of the test values" in said or "within the range" in said


def test_a_test_part_within_the_training_range_is_said_too(visit):
    wave = pd.DataFrame({"x": np.sin(np.arange(1000.0) * np.pi / 2)}, index=days(1000))
    assert "All test values lie within the range" in open_way(visit("data", data=keep(wave)), "shift")


def test_a_walk_is_said_to_remember_and_its_changes_not(visit):
    said = open_way(visit("data", data="builtin:walk"), "memory")
    assert "their changes hardly do" in said


@pytest.mark.parametrize("name", ["co2", "sine", "sunspots"])
def test_what_swings_is_said_to_have_something_to_find(visit, name):
    assert "something for a network to find" in open_way(visit("data", data=f"builtin:{name}"), "memory")


def test_a_column_that_never_changes_breaks_nothing(visit):
    app = visit("data", data=keep(pd.DataFrame({"x": np.full(300, 2.0)}, index=days(300))))
    for way in WAYS:
        open_way(app, way)


def test_a_split_that_does_not_fit_is_a_sentence(visit):
    app = visit("data", data="builtin:sine", test_share="0.9", window="500")
    said = open_way(app, "shift")
    assert app.warning
    assert "% of the test values" not in said
