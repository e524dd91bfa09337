"""Link: the connection to a Dask scheduler. The one module of the server's side that calls Dask.

Law: what Dask says arrives as messages; nobody else sees a future, a client or a worker's connection.
"""

import os
import threading
from concurrent.futures import CancelledError
from typing import Any

import dask
from distributed import Client
from distributed import Event as Flag

from rnn_core.engine.messages import TOPIC, Ended, Post, unpack
from rnn_core.engine.problems import ENGINE_GONE
from rnn_core.engine.task import Outcome, Task
from rnn_core.engine.work import flag_name, run_job
from rnn_core.errors import EngineError, RnnLabError

_SECONDS_TO_CONNECT = 20


class Link:
    """A client of the scheduler at `address`, which hands events and results to `post`."""

    def __init__(self, address: str, post: Post) -> None:
        # A long series in a job is meant; Dask would advise against it.
        dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
        self._post = post
        self._futures: dict[str, Any] = {}
        self._client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
        self._client.subscribe_topic(TOPIC, self._on_event)

    @property
    def alive(self) -> bool:
        """False once the scheduler is gone, even if Dask still hopes."""
        return bool(self._client.status == "running")

    def workers(self) -> tuple[str, ...]:
        """Addresses of the workers that the scheduler knows now."""
        return tuple(self._client.scheduler_info(n_workers=-1)["workers"])

    def pids(self) -> dict[str, int]:
        """Process number of each worker, by its address."""
        return dict(self._client.run(os.getpid, on_error="ignore"))

    def start(self, ticket: str, job: Task, worker: str) -> None:
        """Let `worker`, and no other, train `job`."""
        future = self._client.submit(
            run_job,
            job,
            ticket,
            key=f"train-{ticket}",
            workers=[worker],
            allow_other_workers=False,
            pure=False,
            retries=0,
        )
        self._futures[ticket] = future
        # Not `add_done_callback`: its one thread would let a large result of one training delay all others.
        threading.Thread(target=self._await, args=(ticket, future), daemon=True).start()

    def ask_to_stop(self, ticket: str) -> None:
        """Raise the flag that the training looks at."""
        self._flag(ticket).set()

    def forget(self, ticket: str, *, was_asked_to_stop: bool = False) -> None:
        """Let go of a training; the scheduler then forgets it too."""
        self._futures.pop(ticket, None)
        if was_asked_to_stop:
            # The scheduler keeps a raised flag for ever.
            self._flag(ticket).clear()

    def cancel(self, ticket: str) -> None:
        """Take back a training, though a worker may still be at it."""
        self._client.cancel([self._futures[ticket]], force=True)

    def restart(self, worker: str, seconds: float) -> None:
        """Give the worker a fresh process; returns when that is warm, or after `seconds`."""
        self._client.restart_workers([worker], timeout=seconds, raise_for_error=False)

    def close(self) -> None:
        """Let go of the scheduler; the cluster lives on."""
        self._futures.clear()
        self._client.close(timeout=2)

    def _flag(self, ticket: str) -> Flag:
        return Flag(flag_name(ticket), client=self._client)

    def _on_event(self, event: tuple[float, dict[str, Any]]) -> None:
        self._post(unpack(event[1]))

    def _await(self, ticket: str, future: Any) -> None:
        self._post(Ended(ticket, _outcome(future)))


def _outcome(future: Any) -> Outcome | Exception:
    try:
        outcome: Outcome | RnnLabError = future.result()
        return outcome
    except CancelledError:
        # Nobody else cancels: the connection to the scheduler broke.
        return EngineError(ENGINE_GONE.code, ENGINE_GONE.template)
    except Exception as error:  # noqa: BLE001
        # Whatever a job may raise comes out here; it becomes a sentence in problems.py.
        return error
