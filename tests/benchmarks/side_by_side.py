"""Two trainings at once: how much of the speed that each has alone it keeps. Aim: 80 %."""

from collections.abc import Iterator
from contextlib import closing
from statistics import median

from rnn_core.engine import Engine, Job
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import load_builtin
from tests.benchmarks.trainings import wait

ROUNDS = 3
SPEC = ForecastSpec(target="High", units=125, window=60, epochs=15, optimizer="rmsprop", test_share=0.2)


def run() -> Iterator[str]:
    kept: dict[str, list[float]] = {"LSTM": [], "GRU": []}
    with closing(Engine()) as engine:
        seconds(engine, SPEC.change(epochs=1, cell="LSTM"), SPEC.change(epochs=1, cell="GRU"))
        for seed in range(1, ROUNDS + 1):
            specs = [SPEC.change(cell=cell, seed=seed) for cell in kept]
            alone = [seconds(engine, spec)[0] for spec in specs]
            together = seconds(engine, *specs)
            for cell, one, two in zip(kept, alone, together, strict=True):
                kept[cell].append(one / two)
                yield f"{cell} alone {one:.1f} s, beside the other {two:.1f} s: keeps {one / two:.0%}"
    for cell, shares in kept.items():
        yield f"{cell} keeps {median(shares):.0%} in the median"


def seconds(engine: Engine, *specs: ForecastSpec) -> list[float]:
    """Time spent training, of each of `specs`, all at once."""
    series = load_builtin("share")
    names = engine.submit_all([Job(spec, series) for spec in specs], again=True)
    return [wait(engine, name).seconds for name in names]
