"""The estimate grows with whatever makes a training longer."""

from typing import Any

import pytest

from rnn_core.cells import CELLS
from rnn_core.forecast import ForecastSpec, split
from rnn_core.forecast.estimate import estimate_seconds
from tests.forecast.forecast_series import count_up


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
    ],
    ids=str,
)
def test_more_work_takes_longer(more: dict[str, Any]) -> None:
    assert seconds(**more) > seconds()


def test_rows_kept_back_save_time() -> None:
    assert seconds(validation_share=0.5) < seconds()


def test_epochs_count_in_proportion_once_the_network_is_built() -> None:
    one, two, three = (seconds(epochs=epochs) for epochs in (10, 20, 30))
    assert two - one == pytest.approx(three - two)


@pytest.mark.parametrize("cell", CELLS)
def test_every_cell_has_an_estimate(cell: str) -> None:
    assert 1 < seconds(cell=cell) < 600


def test_the_cells_are_ordered_by_their_weights() -> None:
    assert seconds(cell="SimpleRNN") < seconds(cell="GRU") < seconds(cell="LSTM")
