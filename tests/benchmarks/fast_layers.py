"""Fast layers beside Keras' own on one thread: a step, and a short training from nothing. Aim: never slower.

Both are timed in turn in one process, in processor time, which a busy machine disturbs less than the clock. Names of
cells choose some: `python -m tests.benchmarks.fast_layers GRU`. What is slower here, `rnn_core/cells/choice.py` gives
to Keras.
"""

import itertools
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from rnn_core.cells import CELLS, choose_layers

UNITS, WINDOWS, BATCHES = (16, 64, 125, 256), (10, 60, 120), (16, 32, 128)
# Where neither is clearly faster, more tries tell.
TRIES, MORE_TRIES, UNCLEAR = 5, 10, 0.1
# One call of TensorFlow takes so many steps; large cases take fewer, as their steps are long enough by themselves.
STEPS = 10
LARGE = 2e9  # multiplications in a call
SHORT_EPOCHS, SHORT_WINDOWS = 5, 1199
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # Without these a third of the time goes into giving memory back and taking it again.
    "MALLOC_TRIM_THRESHOLD_": str(2**28),
    "MALLOC_MMAP_THRESHOLD_": str(2**28),
}
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Case:
    cell: str
    units: int
    window: int
    batch: int

    def __str__(self) -> str:
        return f"{self.cell}, {self.units} units, window {self.window}, batch {self.batch}"

    @property
    def steps(self) -> int:
        """Steps in one call that is timed."""
        one = CELLS[self.cell].parameters(1, self.units) * self.window * self.batch * 3
        return max(1, min(STEPS, int(LARGE / one)))


@dataclass(frozen=True)
class Found:
    """Processor seconds of a step, and of making a network and its first step; each for Keras' layer and for ours.

    A step is the quickest of several tries, the one that nothing else disturbed.
    """

    case: Case
    plain: float
    fast: float
    starts: tuple[float, float]

    @property
    def ratio(self) -> float:
        return self.fast / self.plain

    @property
    def short(self) -> float:
        """The ratio of a short training, made of its parts."""
        steps = SHORT_EPOCHS * math.ceil(SHORT_WINDOWS / self.case.batch)
        plain, fast = (start + steps * one for start, one in zip(self.starts, (self.plain, self.fast), strict=True))
        return fast / plain


def run() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.benchmarks.fast_layers"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            yield line.rstrip()
    yield "done" if child.returncode == 0 else f"ended with {child.returncode}"


def report(cells: list[str]) -> Iterator[str]:
    for cell in cells:
        found = list(measured(cell))
        for name, ratios in (("a step", [one.ratio for one in found]), ("5 epochs", [one.short for one in found])):
            told = f"least {min(ratios):.2f}, median {statistics.median(ratios):.2f}, most {max(ratios):.2f}"
            yield f"{cell}: {name} of the fast layer takes of Keras' own time: {told}"
        yield from (line(one) for one in found if one.ratio > 1 or one.short > 1)


def line(found: Found) -> str:
    case, (plain_start, fast_start) = found.case, found.starts
    chosen = choose_layers(case.cell, units=case.units, window=case.window, batch_size=case.batch)
    return (
        f"  {case}: a step {found.ratio:.2f} ({found.fast * 1e3:.1f} of {found.plain * 1e3:.1f} ms), 5 epochs "
        f"{found.short:.2f} (begins in {fast_start:.2f} of {plain_start:.2f} s); "
        f"chosen: {'fast' if chosen.fast else 'Keras'}"
    )


def measured(cell: str) -> Iterator[Found]:
    for fast in (False, True):
        begun(Case(cell, 1, 1, 1), fast)  # what the first network pays for all
    for units, window in itertools.product(UNITS, WINDOWS):
        starts: tuple[float, float] | None = None
        for batch in BATCHES:
            case = Case(cell, units, window, batch)
            (plain_start, plain), (fast_start, fast) = (begun(case, fast) for fast in (False, True))
            starts = starts or (plain_start, fast_start)  # as long for every batch
            yield Found(case, *least_times(plain, fast, case.steps), starts)


def least_times(plain: Callable[[int], None], fast: Callable[[int], None], steps: int) -> tuple[float, float]:
    """Processor seconds of a step of each, timed in turn."""
    times = [(timed(plain, steps), timed(fast, steps)) for _ in range(TRIES)]
    plain_least, fast_least = (min(one) for one in zip(*times, strict=True))
    if abs(fast_least / plain_least - 1) < UNCLEAR:
        times += [(timed(plain, steps), timed(fast, steps)) for _ in range(MORE_TRIES)]
    plain_least, fast_least = (min(one) for one in zip(*times, strict=True))
    return plain_least, fast_least


def begun(case: Case, fast: bool) -> tuple[float, Callable[[int], None]]:
    """How long the first step takes with all that goes before it, and what takes so many further steps."""
    began = time.process_time()
    take = training(case, fast)
    take(1)
    return time.process_time() - began, take


def training(case: Case, fast: bool) -> Callable[[int], None]:
    """A network in training, many steps in one call of TensorFlow."""
    import keras
    import tensorflow as tf

    from rnn_core.cells.fused import FUSED

    layer: Any = FUSED[case.cell] if fast else getattr(keras.layers, CELLS[case.cell].layer)
    network = keras.Sequential([keras.Input((case.window, 1)), layer(case.units), keras.layers.Dense(1)])
    network.compile("rmsprop", "mse")
    network.optimizer.build(network.trainable_variables)
    windows = np.random.default_rng(0).normal(size=(case.batch, case.window + 1, 1)).astype("float32")
    data = (tf.constant(windows[:, :-1]), tf.constant(windows[:, -1]))

    @tf.function
    def take(steps: Any) -> None:
        for _ in tf.range(steps):
            network.train_step(data)

    return lambda steps: take(tf.constant(steps))


def timed(take: Callable[[int], None], steps: int) -> float:
    """Processor seconds of one step."""
    began = time.process_time()
    take(steps)
    return (time.process_time() - began) / steps


if __name__ == "__main__":
    for told in report(sys.argv[1:] or list(CELLS)):
        print(told, flush=True)
