"""Scores, predictions and settings of a run as files that people and programs read. Pure."""

import json
import math
from dataclasses import asdict
from typing import Any

import pandas as pd

from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.judge import Scores
from rnn_core.series.safe_csv import safe_csv


def settings_json(spec: ForecastSpec) -> str:
    """All settings, one a line."""
    return _json(spec.model_dump(mode="json"))


def scores_json(run: Run) -> str:
    """All scores of the network, the naive line and the simple forecasts; null where one does not exist."""
    return _json(scores_document(run))


def scores_document(run: Run) -> dict[str, Any]:
    """The same as plain values."""
    simple = {one.name: _plain(one.scores) for one in run.baselines if one.scores is not None}
    return {
        "unit": run.series.unit,
        "rows": run.test_windows,
        "network": _plain(run.scores),
        "naive": _plain(run.naive_scores),
        "baselines": simple,
    }


def predictions_csv(run: Run) -> str:
    """One line a test row: the real value, the naive line, the prediction, and the simple forecasts."""
    columns = {"date": run.dates, "actual": run.actual, "naive": run.naive, "predicted": run.predicted}
    columns |= {one.name: one.predicted for one in run.baselines if one.predicted is not None}
    return safe_csv(pd.DataFrame(columns), index=False)


def _plain(scores: Scores) -> dict[str, Any]:
    """Scores as JSON knows them: it has no number that is none."""
    return {name: _known(value) for name, value in asdict(scores).items()}


def _known(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _known(inner) for name, inner in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
