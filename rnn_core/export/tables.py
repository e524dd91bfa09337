"""Scores and predictions of a forecast as files that people and programs read. Pure."""

import json
import math
from dataclasses import asdict, is_dataclass
from typing import Any

import pandas as pd

from rnn_core.forecast.run import Run
from rnn_core.series.safe_csv import safe_csv


def json_text(value: Any) -> str:
    """Plain values as JSON, one a line."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def scores_document(run: Run) -> dict[str, Any]:
    """All scores of the network, the naive line and the simple forecasts; None where one does not exist."""
    simple = {one.name: plain_values(one.scores) for one in run.baselines if one.scores is not None}
    return {
        "unit": run.series.unit,
        "rows": run.test_windows,
        "network": plain_values(run.scores),
        "naive": plain_values(run.naive_scores),
        "baselines": simple,
    }


def predictions_csv(run: Run) -> str:
    """One line a test row: the real value, the naive line, the prediction, and the simple forecasts."""
    columns = {"date": run.dates, "actual": run.actual, "naive": run.naive, "predicted": run.predicted}
    columns |= {one.name: one.predicted for one in run.baselines if one.predicted is not None}
    return safe_csv(pd.DataFrame(columns), index=False)


def plain_values(scores: Any) -> Any:
    """Scores, a value or several, as JSON knows them: it has no number that is none."""
    if is_dataclass(scores) and not isinstance(scores, type):
        return plain_values(asdict(scores))
    if isinstance(scores, dict):
        return {name: plain_values(inner) for name, inner in scores.items()}
    if isinstance(scores, list | tuple):
        return [plain_values(inner) for inner in scores]
    return None if isinstance(scores, float) and not math.isfinite(scores) else scores
