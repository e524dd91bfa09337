"""The script of a run, started where RNN Lab is not, trains to the RMSE of the run, whatever its settings.

To the very RMSE where Keras' own layers trained it, nearly where the fast ones did, whose rounding grows.
"""

import math

import pytest

from rnn_core.cells import CELLS
from rnn_core.export.script_facts import NEAR, NEAR_BY_FAST_LAYERS
from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import LOSSES, MISSING, OPTIMIZERS, SCHEDULES
from tests.export.script_cases import CASES, FAST, STOPPED, Reproduced, spec_of

pytestmark = pytest.mark.engine


@pytest.mark.parametrize("case", CASES)
def test_a_script_gives_the_rmse_of_its_run(case: str, reproduced: Reproduced) -> None:
    _, had, got = reproduced.of(case)
    assert had["fast"] == (case in FAST)
    near = NEAR_BY_FAST_LAYERS if had["fast"] else NEAR
    rmse = {name: float(value) for name, value in got["rmse"].items()}
    assert rmse["Naive line"] == pytest.approx(had["naive"], rel=1e-6)
    if math.isfinite(had["rmse"]):
        assert rmse["Network"] == pytest.approx(had["rmse"], rel=near)
        assert rmse["In RNN Lab"] == pytest.approx(had["rmse"], rel=1e-6)
        assert "The network agrees with RNN Lab." in got["printed"]
    else:
        assert math.isnan(rmse["Network"])
        assert "RNN Lab had no RMSE" in got["printed"]


def test_a_script_tells_of_each_epoch_and_whose_rows_they_are(reproduced: Reproduced) -> None:
    _, _, got = reproduced.of(STOPPED)
    assert [line for line in got["printed"].splitlines() if line.startswith("Epoch")] == ["Epoch 1/2", "Epoch 2/2"]
    assert "loss: " in got["printed"]
    assert "'=high, 40 rows from 2020-06-09 to 2020-07-18" in got["printed"]


def test_together_the_cases_use_every_setting_and_every_choice() -> None:
    specs = [spec_of(case) for case in CASES]
    same = {name for name in ForecastSpec.model_fields if len({str(getattr(spec, name)) for spec in specs}) == 1}
    assert same == {"kind"}
    choices = {"cell": CELLS, "optimizer": OPTIMIZERS, "loss": LOSSES, "schedule": SCHEDULES, "missing": MISSING}
    for name, possible in (choices | {"predict": PREDICTS, "scaling": SCALERS}).items():
        assert {getattr(spec, name) for spec in specs} == set(possible)
