"""Runs one of the small programs of this room in a process of its own. Law: no file hurts the process that asks."""

import subprocess
import sys
from pathlib import Path

from rnn_core.errors import FileError

MOST_SECONDS = 30
TOO_LARGE = 3  # the exit status of a program whose file needs more than it may take
_MOST_MEMORY = 1_000  # MB


def run_program(program: str, argument: str, data: bytes) -> bytes:
    """What the program called `program` (a file beside this one) makes of `data`.

    Raises:
        FileError: `slow_file` or `heavy_file`.
        CalledProcessError: the program says that the file is damaged.
    """
    path = Path(__file__).with_name(program)
    command = [sys.executable, "-I", str(path), argument, str(_MOST_MEMORY * 1_000_000)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise FileError(
            "slow_file",
            "This file takes longer than {seconds} seconds to read. Save the table as CSV and choose that.",
            seconds=MOST_SECONDS,
        ) from error
    # A process that asks for more memory than it may have ends itself (Rust and C++ abort).
    if done.returncode == TOO_LARGE or done.returncode < 0:
        raise FileError(
            "heavy_file",
            "A file may take {limit} MB of memory to read, and this one takes more: it has more cells than a table "
            "needs. Save the table alone as CSV and choose that.",
            limit=_MOST_MEMORY,
        )
    done.check_returncode()
    return done.stdout
