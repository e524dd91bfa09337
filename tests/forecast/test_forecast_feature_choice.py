"""What a series offers to be read, and the ready-made choice of all its columns as changes."""

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.feature_choice import all_as_changes, choices, known_names, offered, say_feature
from rnn_core.series import Receipt, Series, builtin_series, load_builtin
from tests.forecast.forecast_series import count_up, series_of, wave

ROLES = {"open": "Open", "high": "High", "low": "Low", "close": "Close", "volume": "Volume"}


def prices(**other: list[float]) -> Series:
    """Ten days of prices; `other` columns take the place of those that are made up."""
    rows = np.arange(10.0)
    close = 50 + 5 * np.sin(rows)
    made_up = {
        "Open": close + np.cos(rows),
        "High": close + 2 + np.cos(3 * rows),
        "Low": close - 2 - np.cos(2 * rows),
        "Close": close,
        "Volume": 100 + rows**2,
    }
    plain = series_of(**{**made_up, **other})
    return Series("prices", plain.frame, Receipt("test", "own", roles=ROLES), "USD")


def test_prices_are_read_against_the_target_with_the_changes_of_target_close_and_volume() -> None:
    assert all_as_changes(prices(), "Close") == (
        "log(Open/Close)",
        "log(High/Close)",
        "log(Low/Close)",
        "change(Close)",
        "change(Volume)",
    )
    assert all_as_changes(prices(), "High") == (
        "log(Open/High)",
        "log(Low/High)",
        "log(Close/High)",
        "change(High)",
        "change(Close)",
        "change(Volume)",
    )


@pytest.mark.parametrize("value", [0.0, -1.0, np.nan])
def test_a_volume_without_changes_in_percent_is_left_out(value: float) -> None:
    volume = [*range(1, 10), value]
    assert "change(Volume)" not in all_as_changes(prices(Volume=volume), "Close")
    assert "log(Open/Close)" in all_as_changes(prices(Volume=volume), "Close")


def test_a_price_that_is_always_the_target_is_left_out() -> None:
    close = [1.0, 3.0, 2.0, 5.0, 4.0, 3.0, 4.0, 5.0, 6.0, 2.0]
    assert "log(Open/Close)" not in all_as_changes(prices(Open=close, Close=close), "Close")


def test_days_without_any_price_do_not_count_against_a_column() -> None:
    frame = prices().frame.copy()
    frame.iloc[4] = np.nan
    holidays = Series("prices", frame, Receipt("test", "own", roles=ROLES))
    assert all_as_changes(holidays, "Close") == all_as_changes(prices(), "Close")


def test_columns_that_are_no_prices_are_read_as_changes_or_where_that_cannot_be_as_differences() -> None:
    series = series_of(a=[1, 2, 4, 3], b=[1, -2, 4, 3], still=[5, 5, 5, 5], gap=[1, np.nan, 3, 4])
    assert all_as_changes(series, "a") == ("change(a)", "difference(b)")
    assert all_as_changes(series, "b") == ("change(a)", "difference(b)")
    assert all_as_changes(prices(), "Volume") == tuple(f"change({name})" for name in prices().columns)


def test_the_change_of_the_target_is_read_in_any_case() -> None:
    assert "change(gap)" in all_as_changes(series_of(a=[1, 2, 4, 3], gap=[1, np.nan, np.nan, 4]), "gap")
    assert "difference(still)" in all_as_changes(series_of(a=[1, 2, 4, 3], still=[0, 0, 0, 0]), "still")


def test_what_goes_with_changes_depends_on_the_sign_of_the_target() -> None:
    assert choices(prices(), "Close").predict == "log_change"
    assert choices(count_up(), "value").predict == "difference"


def test_a_single_column_has_no_choice_of_all_columns() -> None:
    assert choices(wave(), "value").changes == ()


@pytest.mark.parametrize("name", builtin_series())
def test_all_as_changes_fits_every_builtin_series(name: str) -> None:
    series = load_builtin(name)
    target = series.default_target
    found = choices(series, target)
    spec = ForecastSpec(window=10, inputs=all_as_changes(series, target), predict=found.predict)
    assert split(spec, series).inputs.shape[1] == len(spec.inputs)


@pytest.mark.parametrize("name", builtin_series())
def test_a_choice_is_known_again_by_its_names(name: str) -> None:
    series = load_builtin(name)
    for target in series.columns:
        found = choices(series, target)
        assert found.seen(()) == "alone"
        assert found.seen(known_names(found.changes, series)) == ("changes" if found.changes else "alone")
        assert found.seen((target,)) == "own"
        assert found.seen((*found.changes, target)) == "own"


@pytest.mark.parametrize("name", builtin_series())
def test_all_that_is_offered_can_be_read(name: str) -> None:
    series = load_builtin(name)
    features = offered(series, series.default_target)
    names = tuple(feature.name for feature in features)
    assert known_names(names, series) == names
    assert split(ForecastSpec(window=10, inputs=names), series).inputs.shape[1] == len(names)


def test_changes_in_percent_are_offered_only_of_what_is_above_zero() -> None:
    series = series_of(value=np.arange(-50.0, 50.0))
    names = [feature.name for feature in offered(series, "value")]
    assert names == ["value", "difference(value)"]
    with pytest.raises(SpecError, match="above zero"):
        split(ForecastSpec(window=10, inputs=("change(value)",)), series)


def test_features_are_said_in_words() -> None:
    said = {feature.name: str(say_feature(feature)) for feature in offered(prices(), "High")}
    assert said["Open"] == "Open as it is"
    assert said["change(Close)"] == "Close: change in percent"
    assert said["log(Open/High)"] == "Open against High"


def test_names_are_spelled_as_the_series_has_them_and_strangers_left_out() -> None:
    assert known_names(("close", "CHANGE(high)", "log(open/close)", "gold", "log(a/b)", "Close"), prices()) == (
        "Close",
        "change(High)",
        "log(Open/Close)",
    )
