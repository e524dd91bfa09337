"""A server or its engine that is killed at any moment loses nothing that it said was finished; see `killing.py`."""

import json
import os
import subprocess
import sys

import pytest

from rnn_core.settings import PROJECT_FOLDER
from tests.store.conftest import postgres, url  # noqa: F401 - fixtures


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_what_was_said_to_be_finished_is_and_the_rest_starts_again(url: str) -> None:  # noqa: F811
    # A library that counts in threads would have them before the fork.
    alone = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.killing", url, "5"],
        cwd=PROJECT_FOLDER,
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
        env=os.environ | alone,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["finished"] >= 30
    assert seen["interrupted"] >= 10
    assert seen["started again"] >= 10
