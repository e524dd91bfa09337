"""Slow proofs that print figures. `python -m tests.benchmarks` runs all, `python -m tests.benchmarks reference` one."""

import sys

from tests.benchmarks import (
    beat_the_tutorial,
    chart_weight,
    estimates,
    export_reproduces,
    failures,
    fast_layers,
    first_epoch,
    first_page,
    honesty,
    kill_moments,
    lessons,
    nothing_twice,
    read_million,
    recall,
    reference,
    rerun_cost,
    rewrite,
    runs_page,
    sentiment,
    side_by_side,
    store_speed,
    windows_million,
    worker_memory,
    write,
)
from tests.benchmarks.race import run as race

ALL = {
    "first_page": first_page.run,
    "first_epoch": first_epoch.run,
    "rerun_cost": rerun_cost.run,
    "chart_weight": chart_weight.run,
    "read_million": read_million.run,
    "runs_page": runs_page.run,
    "store_speed": store_speed.run,
    "windows_million": windows_million.run,
    "reference": reference.run,
    "export_reproduces": export_reproduces.run,
    "beat_the_tutorial": beat_the_tutorial.run,
    "honesty": honesty.run,
    "kill_moments": kill_moments.run,
    "race": race.run,
    "fast_layers": fast_layers.run,
    "estimates": estimates.run,
    "nothing_twice": nothing_twice.run,
    "failures": failures.run,
    "side_by_side": side_by_side.run,
    "worker_memory": worker_memory.run,
    "lessons": lessons.run,
    "recall": recall.run,
    "write": write.run,
    "sentiment": sentiment.run,
    "rewrite": rewrite.run,
}


def main(names: list[str]) -> None:
    if unknown := [name for name in names if name not in ALL]:
        sys.exit(f"There is no benchmark called {unknown[0]}. There are: {', '.join(ALL)}.")
    for name in names or list(ALL):
        print(f"== {name}", flush=True)
        for line in ALL[name]():
            print(f"   {line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
