"""The recipes say what the tutorials do, and each fits the series that it falls back to."""

from datetime import date
from typing import Any

import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.forecast import split
from rnn_core.forecast.recipes import RECIPES
from rnn_core.series import load_source, read_file
from tests.forecast.forecast_series import SHARED, needs_shared

NUMBERS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "mastercard": (
        ("LSTM", "GRU"),
        {
            "target": "High",
            "train_from": date(2016, 1, 1),
            "train_to": date(2020, 12, 31),
            "test_from": date(2021, 1, 1),
            "test_to": None,
            "window": 60,
            "units": 125,
            "layers": 1,
            "optimizer": "rmsprop",
            "learning_rate": 0.001,
            "loss": "mse",
            "scaling": "minmax",
            "epochs": 50,
            "batch_size": 32,
        },
    ),
    "stacked": (
        ("LSTM",),
        {"layers": 3, "units": 50, "dropout": 0.2, "optimizer": "adam", "test_share": 0.2, "window": 60},
    ),
    "sine": (
        ("LSTM",),
        {"window": 20, "layers": 2, "units": 64, "optimizer": "adam", "learning_rate": 0.001},
    ),
    "simple": (
        ("SimpleRNN",),
        {
            "target": "Open",
            "units": 5,
            "optimizer": "adam",
            "epochs": 100,
            "batch_size": 100,
            "validation_share": 0.1,
        },
    ),
    "sunspots": (("GRU",), {"bidirectional": False}),
    "beat": (
        ("LSTM", "GRU"),
        {
            "target": "High",
            "predict": "log_change",
            "scaling": "standard",
            # 2020 alone chooses: it is kept back, and the test begins after it.
            "validation_from": date(2020, 1, 1),
            "test_from": date(2021, 1, 1),
            "window": 40,
            "units": 32,
            "patience": 10,
        },
    ),
}


def test_the_six_recipes_are_there_in_this_order() -> None:
    assert list(RECIPES) == ["mastercard", "beat", "sine", "sunspots", "stacked", "simple"]
    assert NUMBERS.keys() == RECIPES.keys()


@pytest.mark.parametrize("name", NUMBERS)
def test_a_recipe_has_its_tutorials_numbers(name: str) -> None:
    cells, numbers = NUMBERS[name]
    specs = RECIPES[name].specs()
    assert tuple(spec.cell for spec in specs) == cells
    for spec in specs:
        assert {field: getattr(spec, field) for field in numbers} == numbers


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_recipe_fits_the_series_that_needs_no_network(recipe: Any) -> None:
    source = recipe.instead or recipe.source
    assert source.kind == "builtin"
    series = load_source(source)
    for spec in recipe.specs():
        parts = split(spec, series)
        assert parts.fit_windows > 100
        assert parts.test_windows > 30


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=RECIPES)
def test_every_recipe_introduces_itself(recipe: Any) -> None:
    assert recipe.title
    assert recipe.text.endswith(".")
    assert RECIPES[recipe.name] is recipe
    assert set(recipe.cells) <= CELLS.keys()


def test_settings_of_a_recipe_can_be_changed_and_wrong_ones_are_refused() -> None:
    assert [spec.epochs for spec in RECIPES["mastercard"].specs(epochs=3)] == [3, 3]
    assert RECIPES["mastercard"].settings["epochs"] == 50
    with pytest.raises(SpecError, match="epochs"):
        RECIPES["mastercard"].specs(epochs=0)


@needs_shared
def test_the_mastercard_recipe_cuts_the_tutorials_file_as_the_tutorial_did() -> None:
    parts = split(RECIPES["mastercard"].specs()[0], read_file(SHARED / "Mastercard_stock_history.csv"))
    assert (parts.train_windows, parts.test_windows) == (1199, 195)


@needs_shared
def test_the_mastercard_recipe_asks_for_the_days_of_the_tutorials_file() -> None:
    series, source = read_file(SHARED / "Mastercard_stock_history.csv"), RECIPES["mastercard"].source
    assert source.start == series.dates[0].date().isoformat()
    # The end of a ticker's days is the first day that is not wanted.
    assert source.end == date.fromordinal(series.dates[-1].date().toordinal() + 1).isoformat()
