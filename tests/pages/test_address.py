"""The page's address says what was chosen and gives it back; what does not fit is left out."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from pages.ui import address
from rnn_core.cells import CELLS
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.recipes import RECIPES
from rnn_core.series import Source, builtin_series

FIELDS = {name: field for name, field in ForecastSpec.model_fields.items() if name not in {"kind", "cell"}}
NUMBERS = [name for name, field in FIELDS.items() if field.metadata]
SETTINGS: dict[str, Any] = {
    "units": 125,
    "layers": 2,
    "bidirectional": True,
    "attention": True,
    "dropout": 0.2,
    "recurrent_dropout": 0.15,
    "l2": 0.0005,
    "target": "High",
    "inputs": ("Open", "Price, USD", "100 % of 涨跌幅", "a%2Cb", "change(Close)", "log(Open/a, b (c/d))"),
    "predict": "log_change",
    "horizon": 5,
    "window": 22,
    "scaling": "robust",
    "missing": "previous",
    "epochs": 50,
    "batch_size": 16,
    "optimizer": "rmsprop",
    "learning_rate": 0.0123,
    "loss": "huber",
    "schedule": "cosine",
    "clip_norm": 1.5,
    "patience": 10,
    "seed": 2_147_483_647,
    "train_from": date(2016, 1, 1),
    "validation_from": date(2020, 1, 1),
    "train_to": date(2020, 12, 31),
    "test_from": date(2021, 1, 1),
    "test_to": date(2021, 10, 11),
    "test_share": 0.3,
    "validation_share": 0.1,
}


def params(**choices: Any) -> dict[str, str]:
    """The address of a visitor who made only these choices."""
    nothing: dict[str, Any] = {"language": None, "source": None, "cells": (), "settings": {}, "runs": ()}
    return address.write(**{**nothing, **choices})


def test_nothing_chosen_is_an_empty_address() -> None:
    assert params() == {}
    assert (address.read_source({}), address.read_cells({}), address.read_runs({})) == (None, (), ())
    assert address.read_settings({}) == {}


def test_everything_chosen_comes_back() -> None:
    source = Source("ticker", "BRK-B", "2016-01-01", "2021-10-12")
    written = params(
        language="zh", source=source, cells=("GRU", "LSTM"), settings=SETTINGS, runs=("ab12" * 3, "cd34" * 16)
    )
    assert address.read_source(written) == source
    assert address.read_cells(written) == ("GRU", "LSTM")
    assert address.read_runs(written) == ("ab12" * 3, "cd34" * 16)
    assert address.read_settings(written) == SETTINGS
    assert written["lang"] == "zh"
    assert all(isinstance(text, str) and text for text in written.values())


@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_comes_back_alone(name: str) -> None:
    assert FIELDS.keys() == SETTINGS.keys()
    assert address.read_settings(params(settings={name: SETTINGS[name]})) == {name: SETTINGS[name]}


def test_settings_at_their_defaults_are_not_in_the_address() -> None:
    defaults = {name: field.default for name, field in FIELDS.items()}
    assert params(settings=defaults) == {}
    assert address.read_settings({"units": "64", "optimizer": "adam"}) == {}
    assert list(address.without_defaults({"epochs": 7, "units": 3, "window": 60})) == ["units", "epochs"]


@pytest.mark.parametrize("name", builtin_series())
def test_every_builtin_series_comes_back(name: str) -> None:
    assert address.read_source(params(source=Source("builtin", name))) == Source("builtin", name)


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_recipe_comes_back(recipe: Any) -> None:
    spec = recipe.specs()[0]
    chosen = address.without_defaults(spec.model_dump())
    written = params(source=recipe.source, cells=recipe.cells, settings=chosen)
    assert address.read_source(written) == recipe.source
    assert ForecastSpec.make(**address.read_settings(written), cell=address.read_cells(written)[0]) == spec


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_within_their_bounds_are_read_and_others_left_out(name: str) -> None:
    low, high = ForecastSpec.bounds(name)
    step = 1 if isinstance(low, int) else 1e-6
    for value in (low, high):
        assert address.read_settings({name: str(value)}) in ({name: value}, {})
        assert address.read_settings({name: str(value)}).get(name, FIELDS[name].default) == value
    for text in (str(low - step), str(high + step), "nan", "inf", "-inf", "1e999", "many", "", "١٢٣x", "0x10"):
        assert address.read_settings({name: text}) == {}


@pytest.mark.parametrize(
    "junk",
    [
        {"optimizer": "magic"},
        {"scaling": ""},
        {"train_from": "soon"},
        {"train_to": "2021-02-30"},
        {"validation_from": "2021"},
        {"predict": "tomorrow"},
        {"schedule": "linear"},
        {"attention": "much"},
        {"horizon": "1.5"},
        {"bidirectional": "perhaps"},
        {"inputs": ""},
        {"inputs": ",,"},
        {"kind": "text"},
        {"cell": "GRU"},
        {"utm_source": "mail"},
        {"units": "5; drop table runs"},
    ],
    ids=str,
)
def test_junk_in_the_address_is_left_out_and_the_rest_still_read(junk: dict[str, str]) -> None:
    assert address.read_settings({**junk, "epochs": "7"}) == {"epochs": 7}


@pytest.mark.parametrize("count", address.REPEATS)
def test_repeats_come_back_and_once_is_not_in_the_address(count: int) -> None:
    written = params(repeats=count)
    assert written == ({"repeats": str(count)} if count > 1 else {})
    assert address.read_repeats(written) == count


@pytest.mark.parametrize("text", ["", "0", "-1", "11", "1e1", "2.0", " 3", "٣", "many"])
def test_repeats_that_are_refused_are_one(text: str) -> None:
    assert address.read_repeats({"repeats": text}) == 1


def test_an_address_from_before_there_were_changes_still_says_the_same() -> None:
    old = {"target": "High", "inputs": "Open,High", "test_from": "2021-01-01", "validation_share": "0.1", "seed": "7"}
    assert address.read_settings(old) == {
        "target": "High",
        "inputs": ("Open", "High"),
        "test_from": date(2021, 1, 1),
        "validation_share": 0.1,
        "seed": 7,
    }


def test_all_columns_days_and_what_is_predicted_belong_to_the_series() -> None:
    days = {name for name, field in FIELDS.items() if field.annotation == date | None}
    assert {"target", "inputs", "predict"} | days == address.OF_THE_SERIES


@pytest.mark.parametrize("text", ["", "gold", "builtin:", "ticker:MA", "file:a:b", "ftp:x", "ticker::a:b", ":"])
def test_data_that_no_source_answers_to_are_left_out(text: str) -> None:
    assert address.read_source({"data": text}) is None


def test_unknown_cells_are_left_out_and_each_known_one_is_named_once() -> None:
    assert address.read_cells({"cells": "Transformer,GRU,,lstm,GRU,LSTM"}) == ("GRU", "LSTM")
    assert address.read_cells({"cells": ",".join(CELLS)}) == tuple(CELLS)


def test_a_run_named_twice_is_shown_once() -> None:
    names = ("0123456789ab", "ab" * 32)
    assert address.read_runs({"run": f"{names[0]},,{names[1]},{names[0]}"}) == names


def test_not_any_number_of_runs_is_looked_up() -> None:
    assert len(address.read_runs({"run": ",".join(f"{number:012x}" for number in range(1000))})) == 60


@examples(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), unique=True, min_size=1, max_size=4))
def test_columns_come_back_whatever_they_are_called(names: list[str]) -> None:
    assert address.read_settings(params(settings={"inputs": tuple(names)})) == {"inputs": tuple(names)}


@examples(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([*FIELDS, "data", "cells", "run"]), st.text(max_size=20)))
def test_any_address_can_be_read(written: dict[str, str]) -> None:
    address.read_source(written)
    address.read_cells(written)
    address.read_runs(written)
    found = address.read_settings(written)
    for name, value in found.items():
        assert getattr(ForecastSpec.model_validate({name: value}), name) == value
