"""The Mastercard recipe by the command line for three seeds, held against the reference numbers.

Needs the Mastercard prices as a CSV: ../shared/data/Mastercard_stock_history.csv, or the path in MASTERCARD_CSV.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
CSV = Path(os.environ.get("MASTERCARD_CSV", ROOT.parent / "shared" / "data" / "Mastercard_stock_history.csv"))
SETTINGS = shlex.split(
    "--target High --train-from 2016-01-01 --train-to 2020-12-31 --test-from 2021-01-01 --cells LSTM,GRU --units 125 "
    "--window 60 --epochs 50 --batch-size 32 --optimizer rmsprop --json"
)
SEEDS = (1, 2, 455)
# What the RMSE of each cell must lie in, for each seed.
RANGES = {"LSTM": (5.9, 7.8), "GRU": (5.3, 6.6)}


def run() -> Iterator[str]:
    if not CSV.exists():
        yield f"left out: there is no {CSV.name}"
        return
    for seed in SEEDS:
        answer = compare("--seed", str(seed))
        yield f"seed {seed}: naive RMSE {answer['naive']['rmse']:.4f}, MAE {answer['naive']['mae']:.4f}"
        for one in answer["runs"]:
            low, high = RANGES[one["cell"]]
            within = "within" if low <= one["rmse"] <= high else "OUTSIDE"
            yield (
                f"seed {seed}: {one['cell']} RMSE {one['rmse']:.4f}, {one['parameters']} parameters, "
                f"{one['train_windows']} and {one['test_windows']} windows: {within} {low} to {high}"
            )
    yield answer["verdict"]["text"]
    together = {one["cell"]: one["rmse"] for one in answer["runs"]}
    alone = compare("--seed", str(SEEDS[-1]), "--cells", "GRU")["runs"][0]["rmse"]
    yield f"seed {SEEDS[-1]}: GRU beside LSTM {together['GRU']!r}, alone {alone!r}: same is {alone == together['GRU']}"


def compare(*more: str) -> dict:
    command = [sys.executable, "-m", "rnn_core", "compare", "--csv", str(CSV), *SETTINGS, *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
