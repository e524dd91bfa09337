"""A writer that is killed at any moment loses no finished run; see `killing.py`."""

import json
import os
import subprocess
import sys

import pytest

from rnn_core.settings import PROJECT_FOLDER


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_killed_server_loses_nothing_that_was_finished_and_interrupts_the_rest(url: str) -> None:
    # A library that counts in threads would have them before the fork.
    alone = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", url, "7"],
        cwd=PROJECT_FOLDER,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | alone,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    # Every writer has finished one before it is killed, and is at two others.
    assert set(seen) <= {"finished", "failed", "interrupted"}
    assert seen["finished"] >= 30
    assert 5 <= seen["interrupted"] <= 60
