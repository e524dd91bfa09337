"""The spec: its key names a run, its bounds hold, and a wrong field is refused by name."""

from datetime import date
from typing import Any

import pytest
from annotated_types import Ge
from pydantic import ValidationError

from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.features import Feature
from rnn_core.forecast.spec import LOSSES, MISSING, OPTIMIZERS, SCHEDULES
from tests.forecast.forecast_series import count_up, wave

# Another value for every field that may have one.
OTHERS: dict[str, Any] = {
    "cell": "GRU",
    "units": 65,
    "layers": 2,
    "bidirectional": True,
    "dropout": 0.1,
    "target": "value2",
    "inputs": ("value2",),
    "window": 61,
    "scaling": "robust",
    "missing": "drop",
    "epochs": 31,
    "batch_size": 33,
    "optimizer": "sgd",
    "learning_rate": 0.002,
    "loss": "mae",
    "seed": 2,
    "train_from": date(2024, 1, 1),
    "train_to": date(2024, 1, 2),
    "test_from": date(2024, 1, 3),
    "test_to": date(2024, 1, 4),
    "test_share": 0.3,
    "validation_share": 0.1,
    "validation_from": date(2024, 1, 2),
    "attention": True,
    "recurrent_dropout": 0.1,
    "l2": 0.001,
    "predict": "log_change",
    "horizon": 2,
    "schedule": "cosine",
    "clip_norm": 1.0,
    "patience": 5,
}
FIELDS = [name for name in ForecastSpec.model_fields if name != "kind"]
NUMBERS = [name for name in FIELDS if any(isinstance(rule, Ge) for rule in ForecastSpec.model_fields[name].metadata)]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_changes_the_key(name: str) -> None:
    plain, series = ForecastSpec(), count_up(120, value2=range(1, 121))
    assert plain.change(**{name: OTHERS[name]}).key(series) != plain.key(series)


@pytest.mark.parametrize(
    "names",
    [
        {"target": "value"},
        {"target": "VALUE"},
        {"inputs": ("value",)},
        {"inputs": (" Value ",)},
        {"target": "value", "inputs": ("value",)},
    ],
)
def test_columns_meant_by_other_words_are_the_same_run(names: dict[str, Any]) -> None:
    series = count_up(120, value2=range(1, 121))
    assert ForecastSpec(**names).key(series) == ForecastSpec().key(series)
    assert ForecastSpec(**names).features(series) == (Feature("value", ("value",)),)


def test_the_inputs_of_a_run_are_those_of_its_target() -> None:
    series = count_up(120, value2=range(1, 121))
    spec = ForecastSpec(target="value2")
    assert spec.key(series) == ForecastSpec(target="value2", inputs=("value2",)).key(series)
    assert spec.key(series) != ForecastSpec(target="value2", inputs=("value",)).key(series)
    assert spec.features(series) == (Feature("value", ("value2",)),)


@pytest.mark.parametrize(
    ("predict", "name"),
    [
        ("price", "value"),
        ("log_change", "change(value)"),
        ("relative", "change(value)"),
        ("difference", "difference(value)"),
    ],
)
def test_without_inputs_the_target_is_read_as_it_is_predicted(predict: Any, name: str) -> None:
    features = ForecastSpec(predict=predict).features(count_up(10))
    assert [feature.name for feature in features] == [name]


def test_a_series_without_the_column_gives_no_key() -> None:
    with pytest.raises(SpecError) as refusal:
        ForecastSpec(target="High").key(wave())
    assert refusal.value.code == "unknown_column"


def test_the_data_change_the_key() -> None:
    spec = ForecastSpec()
    assert len({spec.key(wave(120)), spec.key(wave(121)), spec.key(count_up(120))}) == 3


def test_the_same_spec_and_data_have_the_same_key() -> None:
    by_words = ForecastSpec.make(units="65", train_from="2024-01-01", inputs=["value"])
    by_values = ForecastSpec.make(units=65, train_from=date(2024, 1, 1), inputs=("value",))
    assert by_words.key(wave()) == by_values.key(wave())
    assert len(by_words.key(wave())) == 64


@pytest.mark.parametrize("name", NUMBERS)
def test_both_bounds_are_allowed_and_what_lies_beyond_is_not(name: str) -> None:
    low, high = ForecastSpec.bounds(name)
    step = 1 if isinstance(low, int) else 1e-6
    for value in (low, high):
        assert getattr(ForecastSpec.make(**{name: value}), name) == value
    for value in (low - step, high + step, float("nan"), "many", None):
        with pytest.raises(SpecError, match=f"The setting {name} does not fit"):
            ForecastSpec.make(**{name: value})


@pytest.mark.parametrize("name", NUMBERS)
def test_the_defaults_lie_within_the_bounds(name: str) -> None:
    low, high = ForecastSpec.bounds(name)
    assert low <= ForecastSpec.default(name) <= high


@pytest.mark.parametrize(
    ("fields", "name", "received"),
    [
        ({"units": 0}, "units", "We got 0."),
        ({"units": 1.5}, "units", "We got 1.5."),
        ({"optimizer": "magic"}, "optimizer", "We got 'magic'."),
        ({"train_from": "soon"}, "train_from", "We got 'soon'."),
        ({"untis": 3}, "untis", "We got 3."),
        ({"scaling": "y" * 1000}, "scaling", "yyy...."),
    ],
)
def test_a_wrong_field_is_refused_by_name_and_value(fields: dict[str, Any], name: str, received: str) -> None:
    with pytest.raises(SpecError) as refusal:
        ForecastSpec.make(**fields)
    assert refusal.value.code == "bad_setting"
    assert str(refusal.value).startswith(f"The setting {name} does not fit: ")
    assert str(refusal.value).endswith(received)
    assert len(str(refusal.value)) < 300


def test_an_unknown_cell_is_refused_with_the_cells_there_are() -> None:
    for make in (ForecastSpec.make, ForecastSpec):
        with pytest.raises(SpecError) as refusal:
            make(cell="Transformer")
        assert refusal.value.code == "unknown_cell"
        assert str(refusal.value) == f"There is no cell called Transformer. Choose one of: {', '.join(CELLS)}."


@pytest.mark.parametrize("cell", CELLS)
def test_every_registered_cell_makes_a_spec(cell: str) -> None:
    assert ForecastSpec.make(cell=cell).cell == cell


def test_a_change_is_validated_and_leaves_the_original_alone() -> None:
    spec = ForecastSpec(units=5)
    assert (spec.change(units=6).units, spec.units) == (6, 5)
    with pytest.raises(SpecError):
        spec.change(units=0)
    with pytest.raises(ValidationError):
        spec.units = 7


def test_a_spec_survives_json() -> None:
    spec = ForecastSpec.make(**OTHERS)
    assert ForecastSpec.model_validate_json(spec.model_dump_json()) == spec


def test_every_choice_makes_a_spec() -> None:
    for name, choices in {"optimizer": OPTIMIZERS, "loss": LOSSES, "missing": MISSING, "schedule": SCHEDULES}.items():
        assert ForecastSpec.default(name) in choices
        assert [getattr(ForecastSpec.make(**{name: choice}), name) for choice in choices] == list(choices)
