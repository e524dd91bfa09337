"""Running one of the programs that kill writers at random moments, and what it saw."""

import json
import os
import subprocess
import sys

import pytest

from rnn_core.settings import PROJECT_FOLDER

_SECONDS = 180

can_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def seen_by(program: str, url: str, *, seed: int) -> dict[str, int]:
    """How many runs the module `program` saw in each state, in the database at `url`."""
    # A library that counts in threads would have them before the fork.
    alone = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-m", program, url, str(seed)],
        cwd=PROJECT_FOLDER,
        check=False,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        env=os.environ | alone,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, int] = json.loads(done.stdout)
    return seen
