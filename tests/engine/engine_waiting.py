"""Waiting for what must come true, with a deadline."""

import threading
import time


def wait_until(condition, seconds=60.0):
    """Look again and again until `condition()` is true, and give back what it said."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"still not so after {seconds} seconds"
        pause.wait(0.01)
    return answer
