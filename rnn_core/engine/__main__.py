"""The engine program, `python -m rnn_core.engine`: a Dask cluster of warm workers on this machine.

It writes the scheduler's address as one line and lives until its standard input ends, which happens when its parent
closes it or dies in whatever way, or until SIGTERM or SIGINT.
"""

import os
import signal
import sys
import threading
import time
from typing import IO, Any

import dask
from distributed import LocalCluster

from rnn_core.engine import memory
from rnn_core.settings import Settings, settings

SECONDS_TO_CLOSE = 8.0

CONFIG: dict[str, Any] = {
    # A run that ate all memory would eat it again, and take waiting ones with it.
    "distributed.scheduler.allowed-failures": 0,
    "distributed.scheduler.work-stealing": False,
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": 0.95,
    # Read by TensorFlow and its libraries as they load, so they must be there before the process is.
    "distributed.nanny.pre-spawn-environ": {
        **memory.environment(),
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_BACKEND": "tensorflow",
        "OMP_NUM_THREADS": 1,
        "OPENBLAS_NUM_THREADS": 1,
        "TF_CPP_MIN_LOG_LEVEL": 2,
        "TF_NUM_INTEROP_THREADS": 1,
        "TF_NUM_INTRAOP_THREADS": 1,
        "VECLIB_MAXIMUM_THREADS": 1,
    },
}


def main() -> None:
    """Open the cluster, say where it is, wait, and close it."""
    output = _take_stdout()
    closing, warm = threading.Event(), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: closing.set())
    threading.Thread(target=_wait_for_end_of_input, args=(closing,), daemon=True).start()
    threading.Thread(target=_exit_late, args=(closing, warm), daemon=True).start()
    dask.config.set(CONFIG)
    with _cluster(settings()) as cluster:
        warm.set()
        output.write(f"{cluster.scheduler_address}\n")
        output.close()
        closing.wait()


def _cluster(chosen: Settings) -> LocalCluster:
    return LocalCluster(
        n_workers=chosen.workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        scheduler_port=0,
        dashboard_address=None,
        memory_limit=chosen.worker_memory,
        preload=["rnn_core.engine.preload"],
        silence_logs="ERROR",
    )


def _take_stdout() -> IO[str]:
    """Standard output for the address alone; what workers print goes to standard error, where nobody must read it."""
    own = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return own


def _wait_for_end_of_input(closing: threading.Event) -> None:
    while sys.stdin.buffer.read(1024):
        pass
    closing.set()


def _exit_late(closing: threading.Event, warm: threading.Event) -> None:
    """End the hard way if closing takes too long, or a half-open cluster cannot be closed: workers end with us."""
    closing.wait()
    if warm.is_set():
        time.sleep(SECONDS_TO_CLOSE)
    os._exit(1)


if __name__ == "__main__":
    main()
