"""Waiting for what must come true, with a deadline."""

import threading
import time

import psutil


def wait_until(condition, seconds=60.0):
    """Look again and again until `condition()` is true, and give back what it said."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"still not so after {seconds} seconds"
        pause.wait(0.01)
    return answer


def the_busy_one(pids):
    """Of idle processes and one that works, the one that works."""
    before = {pid: psutil.Process(pid).cpu_times().user for pid in pids}

    def has_worked(pid):
        return psutil.Process(pid).cpu_times().user - before[pid] > 0.3

    return wait_until(lambda: next(filter(has_worked, pids), 0))
