"""Calibrated honesty: how often the verdict praises networks on pure chance, and where there is something to find.

And how many test values the 90 % bands really hold. Everything seeded; an LSTM and a GRU on each series, as a person
would train them, judged together by the one verdict that the page shows.
"""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import numpy as np

from rnn_core.engine.job import Job
from rnn_core.forecast.judging import band_of, judge
from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.judge import BandWay
from rnn_core.series import Receipt, Series, load_builtin, load_source, parse_source
from rnn_core.series.simulate import simulate_share
from tests.benchmarks.trainings import train_all

CELLS = ("LSTM", "GRU")
SMALL: dict[str, Any] = {"window": 20, "units": 16, "epochs": 15, "learning_rate": 0.003}
AS_CHANGE = {"predict": "difference", "scaling": "standard"}
SHARE = {"predict": "log_change", "scaling": "standard", "target": "Close"}
CO2 = {"window": 60, "units": 24, "epochs": 30, "learning_rate": 0.003, **AS_CHANGE}
KEPT_BACK = {"validation_share": 0.15}

WALKS, SINES, SEEDS, EACH_KIND = 40, 20, 20, 10
MOST_FALSE, LEAST_RIGHT, COVERED = 2, 0.95, (0.86, 0.94)


def run() -> Iterator[str]:
    walks = [load_source(parse_source(f"made:walk,seed={seed}")) for seed in range(1, WALKS + 1)]
    sines = [noisy_sine(seed) for seed in range(1, SINES + 1)]
    for name, settings in {"as values": {}, "as changes": AS_CHANGE}.items():
        answers = judged(walks, SMALL | settings)
        praised = answers["yes"]
        yield f"{WALKS} random walks {name}: {told(answers)}; at most {MOST_FALSE} praised: {praised <= MOST_FALSE}"
    answers = judged(sines, SMALL)
    yield f"{SINES} noisy sines: {told(answers)}; at least 95 % praised: {answers['yes'] >= LEAST_RIGHT * SINES}"
    co2 = load_builtin("co2")
    answers = judged([co2] * SEEDS, CO2, seeds=range(1, SEEDS + 1))
    yield f"CO2 with {SEEDS} seeds: {told(answers)}; at least 95 % praised: {answers['yes'] >= LEAST_RIGHT * SEEDS}"
    yield from bands(walks[:EACH_KIND], sines[:EACH_KIND], [share(seed) for seed in range(1, EACH_KIND + 1)])


def judged(series: list[Series], settings: dict[str, Any], seeds: range | None = None) -> dict[str, int]:
    """How often the verdict on both cells said "yes", "no" and "cannot tell"."""
    seeds = seeds or range(1, 2)
    jobs = [
        Job(ForecastSpec.make(**settings, cell=cell, seed=seeds[number % len(seeds)]), one)
        for number, one in enumerate(series)
        for cell in CELLS
    ]
    runs = train_all(jobs)
    answers = [verdict_on(runs[place : place + len(CELLS)]) for place in range(0, len(runs), len(CELLS))]
    return {answer: answers.count(answer) for answer in ("yes", "no", "cannot tell")}


def verdict_on(runs: list[Run]) -> str:
    return judge({run.spec.cell: [run] for run in runs}).better_than_naive


def told(answers: Mapping[str, int]) -> str:
    return ", ".join(f"{answer} {count}" for answer, count in answers.items())


def bands(*kinds: list[Series]) -> Iterator[str]:
    """The coverage of 90 % bands, with a validation part to learn from and without one."""
    settings = (SMALL, SMALL, SMALL | SHARE)
    for name, more in {"without a validation part": {}, "with one": KEPT_BACK}.items():
        specs = [
            (ForecastSpec.make(**chosen, **more, cell="GRU"), one)
            for chosen, kind in zip(settings, kinds, strict=True)
            for one in kind
        ]
        runs = train_all([Job(*pair) for pair in specs])
        for way in get_args(BandWay):
            covered = [band_of(run, level=0.9, way=way).coverage for run in runs]
            by_kind = np.reshape(covered, (len(kinds), EACH_KIND)).mean(axis=1)
            mean = float(np.mean(covered))
            kinds_told = ", ".join(
                f"{name} {100 * share:.1f}" for name, share in zip(("walks", "sines", "shares"), by_kind, strict=True)
            )
            within = COVERED[0] <= mean <= COVERED[1]
            yield f"90 % bands, {way}, {name}: {100 * mean:.1f} % on average ({kinds_told}): within 86 to 94: {within}"


def noisy_sine(seed: int) -> Series:
    """Another period and another noise for every seed."""
    rng = np.random.default_rng(seed)
    period, noise = int(rng.integers(20, 80)), float(rng.choice([0.1, 0.15, 0.2, 0.25, 0.3]))
    return load_source(parse_source(f"made:sine,period={period},noise={noise},seed={seed}"))


def share(seed: int) -> Series:
    """The last thousand days of an invented share, calm and wild by turns."""
    return Series("share", simulate_share(seed).iloc[-1000:], Receipt("share", "simulated", roles={"close": "Close"}))
