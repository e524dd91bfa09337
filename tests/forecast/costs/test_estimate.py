"""The estimate grows with whatever makes a training longer."""

from typing import Any

import pytest

from rnn_core.cells import CELLS
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.costs.estimate import estimate_each, estimate_seconds, together_seconds
from tests.forecast.forecast_series import count_up, series_of


def seconds(rows: int = 1000, **fields: Any) -> float:
    spec = ForecastSpec(**{"window": 20, "units": 64, **fields})
    return estimate_seconds(spec, split(spec, count_up(rows)))


@pytest.mark.parametrize(
    "more",
    [
        {"epochs": 60},
        {"units": 256},
        {"window": 60},
        {"layers": 2},
        {"bidirectional": True},
        {"batch_size": 8},
        {"rows": 3000},
        {"attention": True},
        {"recurrent_dropout": 0.2},
    ],
    ids=str,
)
def test_more_work_takes_longer(more: dict[str, Any]) -> None:
    assert seconds(**more) > seconds()


@pytest.mark.parametrize("more", [{"l2": 0.001}, {"clip_norm": 1.0}, {"schedule": "cosine"}], ids=str)
def test_what_costs_next_to_nothing_changes_nothing(more: dict[str, Any]) -> None:
    assert seconds(**more) == seconds()


def test_several_steps_ahead_cost_next_to_nothing() -> None:
    assert seconds(horizon=30) == pytest.approx(seconds(), rel=0.1)


def test_recurrent_dropout_costs_more_where_there_are_more_gates() -> None:
    slower = {cell: seconds(cell=cell, recurrent_dropout=0.2) / seconds(cell=cell) for cell in CELLS}
    assert slower["SimpleRNN"] == 1 < slower["GRU"] < slower["LSTM"] < 3


def test_each_worker_compiles_for_itself() -> None:
    spec = ForecastSpec(window=20, units=64)
    specs = [spec.change(seed=seed) for seed in range(4)]
    each = estimate_each(specs, split(spec, count_up(1000)), workers=2)
    assert each[0] == each[1] > each[2] == each[3]


def test_early_stopping_takes_as_long_as_if_it_never_stopped() -> None:
    assert seconds(patience=5, validation_share=0.1) == seconds(validation_share=0.1)


def test_rows_kept_back_save_time_but_not_all_of_it() -> None:
    assert 0.5 * seconds(rows=5000) < seconds(rows=5000, validation_share=0.5) < seconds(rows=5000)


def test_a_network_that_cannot_feed_itself_looks_no_steps_ahead() -> None:
    series = series_of(value=range(1, 1001), other=range(2000, 1000, -1))
    alone, both = (ForecastSpec(window=20, epochs=1, inputs=inputs) for inputs in ((), ("value", "other")))
    assert estimate_seconds(both, split(both, series)) < estimate_seconds(alone, split(alone, series))


@pytest.mark.parametrize(
    ("each", "workers", "seconds"),
    [([5], 2, 5), ([3, 3, 3], 2, 6), ([1, 2, 4], 2, 5), ([2, 2, 2, 2], 1, 8), ([7, 1, 1, 1], 4, 7)],
)
def test_trainings_begin_in_their_order_on_the_first_free_worker(
    each: list[float], workers: int, seconds: float
) -> None:
    assert together_seconds(each, workers) == seconds


def test_epochs_count_in_proportion_once_the_network_is_built() -> None:
    one, two, three = (seconds(epochs=epochs) for epochs in (10, 20, 30))
    assert two - one == pytest.approx(three - two)


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_has_an_estimate(cell: str) -> None:
    assert 1 < seconds(cell=cell) < 600


def test_the_cells_are_ordered_by_their_weights() -> None:
    assert seconds(cell="SimpleRNN") < seconds(cell="GRU") < seconds(cell="LSTM")
