"""Patience: how long the engine waits for things, as a value. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """All in seconds, but for `tries`.

    `start` for the engine program to be warm; `stop` for a training to answer a stop before its process is restarted;
    `ending` for one that has ended, or heeded the stop, to score what it learnt, which is not interrupted;
    `workers` without a single worker before the whole program is started anew (longer than restarting one takes);
    `pause` between `tries` to start an engine that is gone; one that lived for `steady` starts counting anew.
    """

    start: float = 120.0
    stop: float = 30.0
    ending: float = 600.0
    restart: float = 60.0
    workers: float = 90.0
    pause: float = 2.0
    tries: int = 3
    steady: float = 60.0
