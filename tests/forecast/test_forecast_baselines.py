"""Baselines are made by hand-checkable rules, know no future, and say in words why one is missing."""

import warnings

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.baselines import BASELINES, baselines, drift_forecast
from rnn_core.forecast.run import Baseline
from rnn_core.forecast.split import Floats, Parts
from rnn_core.judge import score
from rnn_core.series import Series, builtin_series, load_builtin
from rnn_core.series.frequency import Frequency
from tests.forecast.forecast_series import series_of

CHANCE = np.random.default_rng(2)
WALK = 100 + np.cumsum(CHANCE.normal(size=300))


def parts_of(series: Series, **settings: object) -> Parts:
    return split(ForecastSpec(**{"window": 5, **settings}), series)


def made(parts: Parts, frequency: Frequency = Frequency.DAILY) -> dict[str, Baseline]:
    """All baselines by name, with the last value as the linear model's."""
    return {one.name: one for one in baselines(parts, frequency, lambda: parts.target[parts.test_rows - 1])}


def failing(error: Exception) -> Floats:
    raise error


def test_drift_by_hand() -> None:
    values = np.array([1.0, 2.0, 4.0, 1.0, 9.0])
    # (4 - 1) / 2 and (1 - 1) / 3 on top of the last value.
    assert drift_forecast(values, np.array([3, 4])).tolist() == [5.5, 1.0]
    assert drift_forecast(values, np.array([4]), first=1).tolist() == [0.5]


def test_drift_counts_from_the_first_training_row_and_the_line_that_it_draws_goes_on() -> None:
    parts = parts_of(series_of(value=np.r_[np.full(20, 500.0), np.arange(80.0)]), train_from="2024-01-21")
    assert made(parts)["drift"].predicted == pytest.approx(parts.target[parts.test_rows])


def test_all_are_there_in_order_with_scores_and_titles_and_the_seasonal_one_only_with_a_season() -> None:
    parts = parts_of(series_of(value=WALK))
    assert list(made(parts)) == ["drift", "ridge", "smoothing"]
    seasonal = parts_of(series_of(value=np.tile([1.0, 5.0, 2.0, 8.0], 40) + 0.1 * WALK[:160]))
    found = made(seasonal)
    assert list(found) == list(BASELINES)
    assert found["seasonal"].scores is not None
    assert found["seasonal"].scores.theils_u < 0.2
    rows, target = seasonal.test_rows, seasonal.target
    for name, one in found.items():
        assert (one.title, one.problem) == (BASELINES[name].title, None)
        assert one.predicted is not None
        wanted = score(target[rows], one.predicted, target[rows - 1], train_step=seasonal.train_step)
        assert one.scores == wanted


def test_rows_whose_value_was_filled_in_are_not_predicted() -> None:
    values = WALK.copy()
    values[[250, 260, 299]] = np.nan
    parts = parts_of(series_of(value=values), missing="previous")
    for one in made(parts).values():
        assert one.predicted is not None
        assert one.predicted.shape == (57,)


@pytest.mark.parametrize("row", [0, 20])
def test_no_baseline_knows_the_row_that_it_predicts_or_a_later_one(row: int) -> None:
    values = np.tile([1.0, 5.0, 2.0, 8.0], 75) + 0.1 * WALK
    parts = parts_of(series_of(value=values))
    changed = values.copy()
    changed[parts.test.start + row :] *= -9
    later = made(parts_of(series_of(value=changed)))
    for name, one in made(parts).items():
        assert one.predicted is not None
        assert np.array_equal(one.predicted[: row + 1], later[name].predicted[: row + 1])


def test_days_between_the_parts_are_known_to_those_that_follow_the_series() -> None:
    series = series_of(value=WALK)
    apart = parts_of(series, train_to="2024-06-30", test_from="2024-09-01")
    found = made(apart)["smoothing"].predicted
    assert found is not None
    assert np.abs(found[0] - apart.target[apart.test.start - 1]) < 3


@pytest.mark.parametrize("name", builtin_series())
def test_every_built_in_series_has_all_its_baselines(name: str) -> None:
    series = load_builtin(name)
    assert [one.problem for one in made(parts_of(series), series.frequency).values() if one.problem] == []


@pytest.mark.parametrize(
    "error", [ValueError("x"), np.linalg.LinAlgError("singular"), ZeroDivisionError(), MemoryError(), IndexError()]
)
def test_a_baseline_that_fails_says_so_and_the_others_stay(error: Exception) -> None:
    parts = parts_of(series_of(value=WALK))
    found = {one.name: one for one in baselines(parts, Frequency.DAILY, lambda: failing(error))}
    assert found["ridge"].predicted is None
    assert found["ridge"].scores is None
    assert found["ridge"].problem is not None
    assert found["ridge"].problem.code == "baseline_failed"
    assert found["drift"].problem is found["smoothing"].problem is None


@pytest.mark.parametrize("said", [np.full(60, np.nan), np.full(60, np.inf), np.zeros(59), np.zeros((60, 1))])
def test_what_is_no_number_or_not_one_a_row_is_no_forecast(said: np.ndarray) -> None:
    parts = parts_of(series_of(value=WALK))
    ridge = baselines(parts, Frequency.DAILY, lambda: said)[1]
    assert ridge.problem is not None
    assert ridge.problem.code == "baseline_failed"


def test_a_refusal_keeps_its_own_words() -> None:
    parts = parts_of(series_of(value=WALK))
    refusal = SpecError("some_code", "These are the words.")
    assert baselines(parts, Frequency.DAILY, lambda: failing(refusal))[1].problem == refusal.sentence
    short = parts_of(series_of(value=WALK[:8]), window=1, test_share=0.3)
    assert made(short)["smoothing"].problem is not None
    assert made(short)["smoothing"].problem.code == "smoothing_too_short"


def test_no_warning_leaves() -> None:
    def warn() -> Floats:
        warnings.warn("ill-conditioned", RuntimeWarning, stacklevel=1)
        return np.zeros(60) / np.zeros(60)

    baselines(parts_of(series_of(value=WALK)), Frequency.DAILY, warn)


@pytest.mark.parametrize("rows", [4, 5, 7, 12, 30])
@pytest.mark.parametrize("factor", [1e-150, -1.0, 1e150])
def test_short_series_of_any_size_never_crash(rows: int, factor: float) -> None:
    values = factor * CHANCE.normal(size=rows)
    for one in made(parts_of(series_of(value=values), window=1, test_share=0.25)).values():
        assert (one.predicted is None) == (one.problem is not None)


def test_each_is_explained_with_its_source() -> None:
    for words in BASELINES.values():
        assert words.title
        assert words.help.endswith(".")
        assert words.source
