"""Speed: how fast this machine is, measured in a moment by whoever will train on it, and kept beside the caches."""

import json
import os
import platform
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from rnn_core.forecast.costs.amounts import ARITHMETIC, COSTS
from rnn_core.forecast.costs.fit import Costs
from rnn_core.settings import settings

_TRIES = 15


@dataclass(frozen=True)
class Speed:
    """Milliseconds for a fixed piece of arithmetic, and for a fixed number of small calls."""

    arithmetic: float
    calls: float


# The machine on which COSTS were measured: two cores of an AMD EPYC of 2022.
REFERENCE = Speed(arithmetic=3.05, calls=0.275)


def costs_at(speed: Speed | None) -> Costs:
    """COSTS on a machine of `speed`; None: as they are."""
    if speed is None:
        return COSTS
    arithmetic, calls = speed.arithmetic / REFERENCE.arithmetic, speed.calls / REFERENCE.calls
    return {name: cost * (arithmetic if name in ARITHMETIC else calls) for name, cost in COSTS.items()}


def workplace() -> str:
    """Where trainings run: this kind of machine, or the scheduler whose workers train.

    Not the name of the machine: a container has a new one each time, and twins are equally fast.
    """
    return settings().scheduler or f"{_processor()} x {os.cpu_count()}"


def measure_speed() -> Speed:
    """The speed of one thread of this machine, as its best moment shows it; takes a fraction of a second."""
    left, right = np.full((32, 125), 0.1, np.float32), np.full((125, 500), 0.1, np.float32)
    small = np.full((16, 16), 0.1, np.float32)

    def multiply() -> None:
        for _ in range(60):
            np.tanh(left @ right)

    def call() -> None:
        for _ in range(200):
            np.tanh(small @ small, out=small)

    return Speed(_best(multiply), _best(call))


def remember_speed() -> None:
    """Measure the speed of this machine and keep it, unless that has been done; where it cannot be kept, do nothing."""
    if recall_speed() is not None:
        return
    said = json.dumps({"workplace": workplace(), **asdict(measure_speed())})
    with suppress(OSError):
        speed_file().parent.mkdir(parents=True, exist_ok=True)
        # Workers start at the same time, and a server may read: what is there is always whole.
        own = speed_file().with_suffix(f".{os.getpid()}")
        own.write_text(said, "utf-8")
        own.replace(speed_file())


def recall_speed() -> Speed | None:
    """The speed that was measured on such a machine as this; None if none was."""
    try:
        said = json.loads(speed_file().read_text("utf-8"))
        found = Speed(float(said["arithmetic"]), float(said["calls"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if said.get("workplace") == workplace() and min(found.arithmetic, found.calls) > 0 else None


def speed_file() -> Path:
    """Where the speed of this machine is kept."""
    return settings().cache_folder / "speed.json"


def _best(work: Callable[[], None]) -> float:
    """Milliseconds of the processor: others that use it as well do not count."""
    took = []
    for _ in range(_TRIES):
        began = time.thread_time()
        work()
        took.append(time.thread_time() - began)
    return 1000 * min(took)


def _processor() -> str:
    """The kind of processor, as exactly as the system says it."""
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        if named:
            return named[0]
    return platform.processor() or platform.machine()
