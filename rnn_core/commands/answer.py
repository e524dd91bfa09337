"""The answers of the command line as plain dictionaries (JSON) and as text. Pure."""

from dataclasses import asdict, fields
from typing import Any, get_args

from rnn_core.commands.finite import finite
from rnn_core.forecast.judging import band_of, judge
from rnn_core.forecast.repeating import places_by_network
from rnn_core.forecast.run import Baseline, Run
from rnn_core.judge import BandWay, Scores, Verdict
from rnn_core.judge.bands import Band
from rnn_core.judge.learned import failure
from rnn_core.judge.significance import chance_of_luck
from rnn_core.series import Receipt, Series
from rnn_core.words import Amount

_LEVEL = 0.9


def comparison_json(series: Series, runs: list[Run]) -> dict[str, Any]:
    """What `compare --json` prints; a score that does not exist is null."""
    first, judged = runs[0], judge_by_cell(runs)
    return {
        "series": {
            "name": series.name,
            "rows": len(series.frame),
            "first": series.dates[0].date().isoformat(),
            "last": series.dates[-1].date().isoformat(),
            "fingerprint": series.fingerprint,
            **reading_json(series.receipt),
        },
        "naive": _scores_json(first.naive_scores),
        "baselines": [_baseline_json(one) for one in first.baselines],
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
        f"  {run.spec.cell:<12} RMSE {Amount(run.scores.rmse, unit)}  MAE {Amount(run.scores.mae, unit)}  "
        f"seed {run.spec.seed}  {run.parameters:,} parameters  {run.seconds:.0f} s"
        for run in runs
    ]
    simple = {"naive line": naive, **{one.title.lower(): one.scores for one in runs[0].baselines if one.scores}}
    lines += [
        f"  {name:<12} RMSE {Amount(one.rmse, unit)}  MAE {Amount(one.mae, unit)}" for name, one in simple.items()
    ]
    return "\n".join([*lines, str(judge_by_cell(runs))])


def judge_by_cell(runs: list[Run]) -> Verdict:
    """The verdict on runs that share their test rows, the seeds of one cell together."""
    networks = [[runs[place] for place in places] for places in places_by_network([run.spec for run in runs])]
    return judge({network[0].spec.cell: network for network in networks})


def _run_json(run: Run) -> dict[str, Any]:
    return {
        "cell": run.spec.cell,
        "seed": run.spec.seed,
        **_scores_json(run.scores),
        "parameters": run.parameters,
        "train_windows": run.train_windows,
        "test_windows": run.test_windows,
        "epochs": len(run.history),
        "best_epoch": run.best_epoch,
        "p_against_naive": chance_of_luck(run.actual, run.predicted, run.naive),
        "failure": failure(run.actual, run.predicted, run.naive, train_mean=run.train_mean),
        "bands": _band_json(run),
        "seconds": round(run.seconds, 3),
        "loss": finite(run.history[-1].loss) if run.history else None,
        "key": run.key,
    }


def _scores_json(scores: Scores) -> dict[str, Any]:
    hits = scores.direction
    numbers = {field.name: finite(getattr(scores, field.name)) for field in fields(scores) if field.name != "direction"}
    return {**numbers, "direction": asdict(hits) if hits else None}


def _baseline_json(one: Baseline) -> dict[str, Any]:
    problem = str(one.problem) if one.problem else None
    return {"name": one.name, "problem": problem, **(_scores_json(one.scores) if one.scores else {})}


def _band_json(run: Run) -> dict[str, Any]:
    """Bands of 90 % by both ways: how many test values they really cover, and how wide they are."""
    return {way: _covered(band_of(run, level=_LEVEL, way=way)) for way in get_args(BandWay)}


def _covered(band: Band) -> dict[str, Any]:
    numbers = {"level": band.level, "coverage": finite(band.coverage), "width": finite(band.width)}
    return {**numbers, "rows": band.rows}
