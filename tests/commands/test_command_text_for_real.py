"""Each kind of work with text, typed into a shell and trained by the engine's workers."""

import json
import subprocess
import sys
from typing import Any

import pytest

from rnn_core.settings import PROJECT_FOLDER
from rnn_core.text.rewrite.spec import RewriteSpec

SECONDS = 300
TINY = ("--units", "4", "--embedding", "4", "--epochs", "1", "--json")

pytestmark = pytest.mark.engine


def typed(*words: str) -> Any:
    """The one JSON object that a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "rnn_core", "text", *words, *TINY],
        cwd=PROJECT_FOLDER,
        check=False,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert "epoch" in done.stderr
    return json.loads(done.stdout)


def test_networks_write() -> None:
    answer = typed(
        *("write", "--builtin", "tales_en", "--cells", "GRU,SimpleRNN", "--batch-size", "128"),
        *("--begin", "Once ", "--length", "30"),
    )
    assert [run["cell"] for run in answer["runs"]] == ["GRU", "SimpleRNN"]
    assert all(0 < run["bits_per_character"] < 8 and len(run["writes"]) == 30 for run in answer["runs"])
    assert answer["baselines"][0]["bits_per_character"] > answer["baselines"][3]["bits_per_character"] > 0


def test_networks_judge() -> None:
    answer = typed("sentiment", "--builtin", "reviews_en", "--batch-size", "128", "--attention", "--read", "Not bad!")
    (run,) = answer["runs"]
    assert 0 <= run["interval"][0] <= run["accuracy"] <= run["interval"][1] <= 1
    assert run["read"]["words"] == ["not", "bad", "!"]
    assert sum(run["read"]["attention"]) == pytest.approx(1, abs=1e-5)


def test_networks_rewrite() -> None:
    answer = typed("rewrite", "--task", "reverse", "--longest", "3", "--batch-size", "4", "--ask", "abc", "--beam", "2")
    (run,) = answer["runs"]
    spec = RewriteSpec(task="reverse", longest=3, batch_size=4, units=4, embedding=4, epochs=1)
    assert (run["key"], run["greedy"]["count"]) == (spec.key(), 500)
    assert (run["asked"]["question"], run["asked"]["right"]) == ("abc", "cba")
