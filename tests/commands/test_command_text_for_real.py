"""A command for work with text, typed into a shell and trained by the engine's workers: all kinds go the same way."""

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


def test_networks_rewrite() -> None:
    answer = typed("rewrite", "--task", "reverse", "--longest", "3", "--batch-size", "4", "--ask", "abc", "--beam", "2")
    (run,) = answer["runs"]
    spec = RewriteSpec(task="reverse", longest=3, batch_size=4, units=4, embedding=4, epochs=1)
    assert (run["key"], run["greedy"]["count"]) == (spec.key(), 500)
    assert (run["asked"]["question"], run["asked"]["right"]) == ("abc", "cba")
