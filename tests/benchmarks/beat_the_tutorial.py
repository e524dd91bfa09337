"""The recipe "Beat the tutorial" for five seeds on the Mastercard prices, beside the naive line and a linear model.

Needs the Mastercard prices as a CSV, as `reference` does. Prints too what the settings were chosen by: the error on
2020 alone, which is validation; 2021 is the test and chooses nothing.
"""

from collections.abc import Iterator
from statistics import median
from typing import Any

from rnn_core.engine.job import Job
from rnn_core.forecast.judging import LINEAR, baseline, judge
from rnn_core.forecast.recipes import RECIPES
from rnn_core.forecast.run import Run
from rnn_core.judge import rmse
from rnn_core.judge.significance import chance_of_luck
from rnn_core.series import read_file
from tests.benchmarks.reference import CSV
from tests.benchmarks.trainings import train_all

SEEDS = range(1, 6)
MOST, LUCK = 4.45, 0.05
CHOICES: tuple[dict[str, Any], ...] = tuple(
    {"window": window, "units": units} for window in (10, 20, 40) for units in (16, 32, 64)
)


def run() -> Iterator[str]:
    if not CSV.exists():
        yield f"left out: there is no {CSV.name}"
        return
    recipe, series = RECIPES["beat"], read_file(CSV)
    runs = train_all([Job(spec, series) for seed in SEEDS for spec in recipe.specs(seed=seed)])
    naive, linear = runs[0].naive_scores.rmse, baseline(runs[0], LINEAR)
    assert linear is not None
    assert linear.scores is not None
    yield f"naive RMSE {naive:.4f}, linear model on the same windows {linear.scores.rmse:.4f}"
    groups = {cell: [run for run in runs if run.spec.cell == cell] for cell in recipe.cells}
    for cell, found in groups.items():
        yield f"{cell}: {', '.join(told(run) for run in found)}"
        middle = median(run.scores.rmse for run in found)
        luck = max(chance_of_luck(run.actual, run.predicted, run.naive) for run in found)
        yield f"{cell}: median {middle:.4f}, at most {MOST}: {middle <= MOST}; p < {LUCK} in all seeds: {luck < LUCK}"
    yield str(judge(groups))
    yield "chosen on 2020 (RMSE of the validation part over the naive line's, mean of two seeds):"
    yield from chosen_by()


def told(run: Run) -> str:
    return f"seed {run.spec.seed} {run.scores.rmse:.4f} (epoch {run.best_epoch} of {len(run.history)})"


def chosen_by() -> Iterator[str]:
    series, recipe = read_file(CSV), RECIPES["beat"]
    asked = [(choice, spec) for choice in CHOICES for seed in (1, 2) for spec in recipe.specs(**choice, seed=seed)]
    runs = train_all([Job(spec, series) for _, spec in asked])
    for choice in CHOICES:
        mine = [run for run, (made_for, _) in zip(runs, asked, strict=True) if made_for is choice]
        told = (f"{cell} {validated([run for run in mine if run.spec.cell == cell]):.4f}" for cell in recipe.cells)
        yield f"  {choice}: {', '.join(told)}"


def validated(runs: list[Run]) -> float:
    kept = [run.kept_back for run in runs]
    return sum(rmse(k.actual, k.predicted) / rmse(k.actual, k.naive) for k in kept) / len(kept)
