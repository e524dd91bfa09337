"""The form: each control feeds its field; ready-made inputs, repeats, and early stopping with something to watch."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.state import LANGUAGES
from rnn_core.forecast import field_words as fields
from rnn_core.forecast.feature_choice import all_as_changes
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import builtin_series, load_builtin
from tests.pages.test_pages import texts

SHARE = {"data": "builtin:share", "cells": "LSTM,GRU", "target": "Close"}
CHANGES = ",".join(all_as_changes(load_builtin("share"), "Close"))

# What a visitor does with a control, and what the address says then. Words in the address come first.
CONTROLS: dict[str, tuple[dict[str, str], Any, str]] = {
    "units": ({}, 17, "17"),
    "layers": ({}, 2, "2"),
    "bidirectional": ({}, True, "True"),
    "attention": ({}, True, "True"),
    "dropout": ({}, 20, "0.2"),
    "recurrent_dropout": ({}, 15, "0.15"),
    "l2": ({}, 0.001, "0.001"),
    "target": ({}, "High", "High"),
    "inputs": ({"inputs": "Open"}, ["Open", "change(Close)"], "Open,change(Close)"),
    "predict": ({}, "relative", "relative"),
    "horizon": ({}, 5, "5"),
    "window": ({}, 22, "22"),
    "scaling": ({}, "window", "window"),
    "missing": ({}, "drop", "drop"),
    "epochs": ({}, 7, "7"),
    "batch_size": ({}, 16, "16"),
    "optimizer": ({}, "sgd", "sgd"),
    "learning_rate": ({}, 0.01, "0.01"),
    "loss": ({}, "huber", "huber"),
    "schedule": ({}, "cosine", "cosine"),
    "clip_norm": ({}, 1.5, "1.5"),
    "patience": ({"patience": "5", "validation_share": "0.2"}, 7, "7"),
    "seed": ({}, 3, "3"),
    "train_from": ({"test_from": "2021-01-01"}, date(2016, 1, 1), "2016-01-01"),
    "validation_from": ({"test_from": "2021-01-01"}, date(2020, 1, 1), "2020-01-01"),
    "train_to": ({"test_from": "2021-01-01"}, date(2020, 6, 30), "2020-06-30"),
    "test_from": ({"test_from": "2021-01-01"}, date(2020, 6, 30), "2020-06-30"),
    "test_to": ({"test_from": "2021-01-01"}, date(2021, 6, 30), "2021-06-30"),
    "test_share": ({}, 30, "0.3"),
    "validation_share": ({}, 15, "0.15"),
}


@pytest.fixture
def form(visit):
    """The Train page with a simulated share, and whatever else the address says."""
    return lambda **params: visit("train", **{**SHARE, **params})


def fits(app: Any) -> bool:
    """Whether what is chosen can be trained."""
    assert not app.exception
    return not app.warning and not app.get_by_key("train").disabled


def take(app: Any, name: str) -> None:
    """Choose a built-in series on the Data page."""
    next(radio for radio in app.radio if radio.label == "Built-in series").set_value(name).run()
    assert not app.exception


def test_every_field_has_a_control_that_is_tried_here() -> None:
    assert CONTROLS.keys() == fields.FIELDS.keys() - {"cell"}


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_feeds_its_field_and_a_link_sets_the_control(form, name):
    before, value, written = CONTROLS[name]
    app = form(**before)
    app.get_by_key(f"set_{name}").set_value(value).run()
    assert fits(app)
    assert app.query_params == {**SHARE, **before, name: written}
    again = form(**app.query_params)
    assert again.get_by_key(f"set_{name}").value == value
    assert again.query_params == app.query_params


def test_the_words_of_every_control_say_what_it_is():
    words = [*fields.FIELDS.values(), fields.REPEATS, fields.SEES, fields.EARLY_STOPPING]
    assert all(len(one.label) <= 28 for one in words)
    assert all(one.help.endswith(".") and len(one.help) >= 30 for one in words)


def test_changes_of_all_prices_are_one_choice_which_suggests_to_predict_the_change(form):
    app = form()
    assert app.get_by_key("set_sees").options[1] == "All prices and volume, as changes"
    app.get_by_key("set_sees").set_value("changes").run()
    assert fits(app)
    assert app.query_params["inputs"] == CHANGES
    assert app.get_by_key("set_predict").value == "log_change"
    assert "Open against Close" in texts(app)
    app.get_by_key("set_predict").set_value("difference").run()
    assert app.query_params["predict"] == "difference"
    app.get_by_key("set_sees").set_value("alone").run()
    assert "inputs" not in app.query_params
    assert "predict" not in app.query_params


def test_a_choice_of_ones_own_begins_with_what_was_read(form):
    app = form(inputs=CHANGES, predict="log_change")
    app.get_by_key("set_sees").set_value("own").run()
    assert fits(app)
    assert app.get_by_key("set_inputs").value == CHANGES.split(",")
    assert app.query_params["inputs"] == CHANGES
    assert app.query_params["predict"] == "log_change"


def test_the_ready_made_choice_follows_the_target(form):
    app = form(inputs=CHANGES, predict="price")
    app.get_by_key("set_target").set_value("High").run()
    assert fits(app)
    assert app.query_params["inputs"] == ",".join(all_as_changes(load_builtin("share"), "High"))
    assert app.get_by_key("set_sees").value == "changes"
    assert app.get_by_key("set_predict").value == "log_change"


@pytest.mark.parametrize("name", builtin_series())
def test_a_link_with_the_ready_made_inputs_shows_the_ready_made_choice(visit, name):
    series = load_builtin(name)
    changes = all_as_changes(series, series.default_target)
    app = visit("train", data=f"builtin:{name}", inputs=",".join(changes))
    assert fits(app)
    assert app.get_by_key("set_sees").value == ("changes" if len(series.columns) > 1 else "own")
    assert app.query_params["inputs"] == ",".join(changes)
    assert app.get_by_key("set_predict").value == "price", "a link says what it says"


def test_an_own_choice_is_shown_in_words_and_kept_over_a_change_of_the_target(form):
    app = form(inputs="Open,change(high),log(Open/High),gold,log(gold/Open)", cells="GRU")
    assert fits(app)
    assert app.get_by_key("set_sees").value == "own"
    assert app.get_by_key("set_inputs").value == ["Open", "change(High)", "log(Open/High)"]
    assert {"Open as it is", "High: change in percent", "Open against High"} <= set(
        app.get_by_key("set_inputs").options
    )
    app.get_by_key("set_target").set_value("Low").run()
    assert fits(app)
    assert app.query_params["inputs"] == "Open,change(High),log(Open/High)"
    app.get_by_key("set_inputs").set_value(["Open"]).run()
    assert app.query_params["inputs"] == "Open"


def test_an_empty_choice_of_ones_own_is_the_predicted_column_alone(form):
    app = form(inputs="Open")
    app.get_by_key("set_inputs").set_value([]).run()
    assert fits(app)
    assert "inputs" not in app.query_params
    assert app.get_by_key("set_sees").value == "own"


def test_a_single_column_has_no_choice_of_all_columns(visit):
    app = visit("train", data="builtin:sine")
    assert app.get_by_key("set_sees").options == ["The predicted column alone", "My own choice"]


def test_columns_that_are_no_prices_are_read_as_changes_too(visit):
    app = visit("train", data="builtin:stocks")
    assert app.get_by_key("set_sees").options[1] == "All columns, as changes"
    app.get_by_key("set_sees").set_value("changes").run()
    assert fits(app)
    assert app.get_by_key("set_predict").value == "log_change"


@pytest.mark.parametrize("page", ["train", "data"])
def test_inputs_are_chosen_on_both_pages(visit, page):
    app = visit(page, data="builtin:share")
    app.get_by_key("set_sees").set_value("changes").run()
    assert not app.exception
    other = {"train": "data", "data": "train"}[page]
    app.switch_page(f"pages/{other}.py").run()
    assert app.get_by_key("set_sees").value == "changes"
    assert app.get_by_key("set_predict").value == "log_change"
    assert app.query_params["inputs"] == CHANGES


def test_another_series_begins_with_its_own_column_and_its_value(visit):
    app = visit("data", data="builtin:share", inputs=CHANGES, predict="log_change", validation_from="2019-01-01")
    take(app, "sunspots")
    assert not app.exception
    assert app.query_params == {"data": "builtin:sunspots", "cells": "LSTM,GRU", "target": "Sunspots"}


def test_repeats_train_each_cell_with_seeds_in_a_row_cell_by_cell(form, fake_engine):
    app = form(seed="5")
    app.get_by_key("set_repeats").set_value(3).run()
    assert fits(app)
    assert app.query_params["repeats"] == "3"
    app.get_by_key("train").click().run()
    trained = [status.job.spec for status in fake_engine.statuses.values()]
    assert [(spec.cell, spec.seed) for spec in trained] == [
        (cell, seed) for cell in ("LSTM", "GRU") for seed in (5, 6, 7)
    ]
    assert len(app.query_params["run"].split(",")) == 6


def test_repeats_stay_from_page_to_page_and_over_another_series(form):
    app = form(repeats="4")
    assert app.get_by_key("set_repeats").value == 4
    for page in ("data", "train"):
        app.switch_page(f"pages/{page}.py").run()
    assert app.get_by_key("set_repeats").value == 4
    app.switch_page("pages/data.py").run()
    take(app, "sine")
    app.switch_page("pages/train.py").run()
    assert app.query_params["repeats"] == "4"
    assert app.get_by_key("set_repeats").value == 4


def test_repeats_set_from_elsewhere_are_shown():
    def page() -> None:
        import streamlit as st

        from pages.ui import state
        from pages.ui.training import repeats

        state.start()
        repeats.choose()
        if st.button("Five", key="five"):
            state.set_repeats(5)
            st.rerun()

    app = AppTest.from_function(page).run()
    app.get_by_key("set_repeats").set_value(2).run()
    app.get_by_key("five").click().run()
    assert not app.exception
    assert app.get_by_key("set_repeats").value == 5
    assert app.session_state["repeats"] == 5


def test_a_last_seed_with_none_after_it_is_said(form):
    app = form(seed="2147483647", repeats="2")
    assert "seed" in app.warning[0].value
    assert app.get_by_key("train").disabled


@pytest.mark.parametrize("way", [{}, {"test_from": "2021-01-01"}], ids=["share", "days"])
def test_early_stopping_brings_a_validation_part_of_a_tenth(form, way):
    app = form(**way)
    assert app.get_by_key("set_patience").disabled
    app.get_by_key("set_stops_early").set_value(True).run()
    assert fits(app)
    assert (app.query_params["patience"], app.query_params["validation_share"]) == ("10", "0.1")
    assert (app.get_by_key("set_validation_share").value, app.get_by_key("set_validation_share").min) == (10, 1)
    app.get_by_key("set_validation_share").set_value(30).run()
    app.get_by_key("set_stops_early").set_value(False).run()
    assert fits(app)
    assert "patience" not in app.query_params
    assert app.query_params["validation_share"] == "0.3", "what was kept back stays kept back"
    app.get_by_key("set_stops_early").set_value(True).run()
    assert (app.query_params["patience"], app.query_params["validation_share"]) == ("10", "0.3")


def test_early_stopping_leaves_a_day_of_validation_as_it_is(form):
    app = form(test_from="2021-01-01", validation_from="2020-06-01")
    app.get_by_key("set_stops_early").set_value(True).run()
    assert fits(app)
    assert "set_validation_share" not in {slider.key for slider in app.slider}
    assert "validation_share" not in app.query_params
    app.get_by_key("set_validation_from").set_value(None).run()
    assert fits(app)
    assert app.query_params["validation_share"] == "0.1"


def test_early_stopping_has_something_to_watch_whatever_a_link_says(form):
    assert fits(app := form(patience="5"))
    assert app.query_params["validation_share"] == "0.1"


def test_early_stopping_survives_another_series_that_knows_no_such_day(visit):
    app = visit("data", data="builtin:share", patience="5", validation_from="2019-01-01")
    take(app, "sine")
    assert not app.exception
    app.switch_page("pages/train.py").run()
    assert fits(app)
    assert app.query_params["validation_share"] == "0.1"


def test_the_estimate_counts_all_trainings_and_knows_that_early_stopping_may_end_them_sooner(form):
    assert "3,150 training windows, 803 test rows. This takes about" in texts(form())
    assert "This takes at most about" in texts(form(patience="5"))
    assert "All 6 trainings take about" in texts(form(repeats="3"))
    assert "All 6 trainings take at most about" in texts(form(repeats="3", patience="5"))


def test_who_goes_back_to_shares_gives_up_the_day_of_validation(form):
    app = form(test_from="2021-01-01", validation_from="2020-06-01")
    app.get_by_key("set_way").set_value("share").run()
    assert fits(app)
    assert not {"test_from", "validation_from"} & app.query_params.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_chosen_at_once_can_be_trained(form, language):
    chosen = {name: before | {name: written} for name, (before, _value, written) in CONTROLS.items()}
    params = {key: text for one in chosen.values() for key, text in one.items()}
    app = form(lang=language, repeats="2", **{**params, "train_to": "2020-12-31", "test_from": "2021-01-01"})
    assert fits(app)


def test_the_switches_of_the_form_are_off_by_default():
    spec = ForecastSpec.make()
    assert [spec.patience, spec.clip_norm, spec.l2, spec.recurrent_dropout] == [0, 0, 0, 0]
    assert ForecastSpec.default("predict") == "price"
