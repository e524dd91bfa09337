"""Program: the engine program as a child process of this one. Knows nothing of Dask."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import IO

from rnn_core.errors import EngineError
from rnn_core.settings import PROJECT_FOLDER, settings

_SECONDS_TO_CLOSE = 12.0
_SECONDS_BETWEEN_LOOKS = 0.1
_LONGEST_LOG = 1_000_000


class Program:
    """A running engine program; it ends when our end of its standard input is closed, and so when we die."""

    def __init__(self) -> None:
        # The log file may close here: the child has its own copy.
        with _open_log() as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "rnn_core.engine"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd=PROJECT_FOLDER,
                env=_environment(),
                # Ctrl+C in a terminal reaches this process alone, which then closes the program in good order.
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Its process number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process is there, warm or not."""
        return self._process.poll() is None

    def address(self, seconds: float, given_up: Callable[[], bool]) -> str:
        """The scheduler's address, once the workers are warm.

        Raises:
            EngineError: the program ended, needs longer than `seconds`, or nobody wants it any more.
        """
        lines: SimpleQueue[str] = SimpleQueue()
        threading.Thread(target=self._read_line, args=(lines,), daemon=True).start()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not given_up():
            try:
                line = lines.get(timeout=_SECONDS_BETWEEN_LOOKS)
            except Empty:
                continue
            if line:
                return line
            break
        raise EngineError(
            "engine_start",
            "The training engine did not start. Its log is {log}.",
            log=str(_log_path()),
        )

    def close(self) -> None:
        """End the program and its workers, politely at first."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        for insist in (lambda: None, self._process.terminate, self._process.kill):
            insist()
            try:
                self._process.wait(_SECONDS_TO_CLOSE)
            except subprocess.TimeoutExpired:
                continue
            return

    def _read_line(self, lines: SimpleQueue[str]) -> None:
        """One line; an empty one when the program ended without a word, or was closed meanwhile."""
        assert self._process.stdout is not None
        try:
            lines.put(self._process.stdout.readline().decode().strip())
        except ValueError:
            lines.put("")


def _environment() -> dict[str, str]:
    """Ours, with the project on the path of modules: it need not be installed to run."""
    path = [str(PROJECT_FOLDER), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, path))}


def _log_path() -> os.PathLike[str]:
    return settings().cache_folder / "engine.log"


def _open_log() -> IO[bytes]:
    """What the program and its workers say; nowhere if the folder cannot be written."""
    try:
        settings().cache_folder.mkdir(parents=True, exist_ok=True)
        # Added to, since a server and a command may run at the same time; begun anew once it has grown long.
        long = os.path.exists(_log_path()) and os.path.getsize(_log_path()) > _LONGEST_LOG
        return open(_log_path(), "wb" if long else "ab")
    except OSError:
        return open(os.devnull, "wb")
