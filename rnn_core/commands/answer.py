"""The answers of the command line as plain dictionaries (JSON) and as text. Pure."""

import math
from dataclasses import asdict
from typing import Any

from rnn_core.forecast.run import Run
from rnn_core.judge import Verdict, verdict
from rnn_core.series import Receipt, Series
from rnn_core.words import Amount


def comparison_json(series: Series, runs: list[Run]) -> dict[str, Any]:
    """What `compare --json` prints; a score that does not exist is null."""
    first, judged = runs[0], judge(runs)
    return {
        "series": {
            "name": series.name,
            "rows": len(series.frame),
            "first": series.dates[0].date().isoformat(),
            "last": series.dates[-1].date().isoformat(),
            "fingerprint": series.fingerprint,
            **reading_json(series.receipt),
        },
        "naive": {"rmse": _number(first.naive_scores.rmse), "mae": _number(first.naive_scores.mae)},
        "runs": [_run_json(run) for run in runs],
        "verdict": {
            "text": str(judged),
            "better_than_naive": judged.better_than_naive,
            "best": judged.best,
        },
    }


def reading_json(receipt: Receipt) -> dict[str, Any]:
    """How a file was read, so that it can be read so again, and what to be careful of."""
    return {
        "found": asdict(receipt.found) if receipt.found else None,
        "warnings": [{"code": warning.code, "text": str(warning)} for warning in receipt.warnings],
    }


def comparison_text(series: Series, runs: list[Run]) -> str:
    """The same for a person: a line a run, the naive line, the verdict."""
    unit, naive = runs[0].series.unit, runs[0].naive_scores
    lines = [f"{series.name}, {runs[0].series.target}: {runs[0].test_windows} test rows"]
    lines += [
        f"  {_name(run):<12} RMSE {Amount(run.scores.rmse, unit)}  MAE {Amount(run.scores.mae, unit)}  "
        f"seed {run.spec.seed}  {run.parameters:,} parameters  {run.seconds:.0f} s"
        for run in runs
    ]
    lines.append(f"  {'naive line':<12} RMSE {Amount(naive.rmse, unit)}  MAE {Amount(naive.mae, unit)}")
    return "\n".join([*lines, str(judge(runs))])


def judge(runs: list[Run]) -> Verdict:
    """The verdict on runs that share their test rows; of each cell's repeats the middle one by RMSE stands for it."""
    first = runs[0]
    middle = {_name(run): _middle([other for other in runs if _name(other) == _name(run)]) for run in runs}
    return verdict(first.actual, first.naive, {name: run.predicted for name, run in middle.items()}, first.series.unit)


def _middle(runs: list[Run]) -> Run:
    ranked = sorted(runs, key=lambda run: math.inf if math.isnan(run.scores.rmse) else run.scores.rmse)
    return ranked[len(ranked) // 2]  # of two the worse: nobody should win by picking


def _name(run: Run) -> str:
    return run.spec.cell


def _run_json(run: Run) -> dict[str, Any]:
    return {
        "cell": run.spec.cell,
        "seed": run.spec.seed,
        "rmse": _number(run.scores.rmse),
        "mae": _number(run.scores.mae),
        "theils_u": _number(run.theils_u),
        "parameters": run.parameters,
        "train_windows": run.train_windows,
        "test_windows": run.test_windows,
        "epochs": len(run.history),
        "seconds": round(run.seconds, 3),
        "loss": _number(run.history[-1].loss) if run.history else None,
        "key": run.key,
    }


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
