"""What runs inside a worker: one job from first event to result. Loads Keras only for a job that needs it."""

import sys
import time
from importlib import import_module

from distributed import Event as Flag
from distributed import get_client, get_worker

from rnn_core.engine import memory
from rnn_core.engine.messages import TOPIC, AnyEvent, Told, pack
from rnn_core.engine.task import Outcome, Task
from rnn_core.errors import RnnLabError
from rnn_core.learning.events import StageBegan

# Kind of spec -> module with `train(*material, on_event, should_stop)`.
TRAINERS: dict[str, str] = {
    "forecast": "rnn_core.forecast.training",
    "recall": "rnn_core.lessons.memory.recall",
    "write": "rnn_core.text.write.training",
    "sentiment": "rnn_core.text.sentiment.training",
    "rewrite": "rnn_core.text.rewrite.training",
}

# Each look asks the scheduler, which takes some milliseconds.
SECONDS_BETWEEN_LOOKS = 0.25


def run_job(job: Task, ticket: str) -> Outcome | RnnLabError:
    """Train `job`, telling of its events and heeding its stop flag under the name of `ticket`.

    A refusal is given back, not raised: Dask would log it, and its words may hold some of a person's file.
    """
    tell = Reporter(ticket)
    # The first word says that the job has begun at all, even if the trainer's first takes a while.
    tell(StageBegan("preparing"))
    try:
        trainer = import_module(TRAINERS[job.spec.kind])
        outcome: Outcome = trainer.train(*job.material, on_event=tell, should_stop=StopWatch(ticket))
    except RnnLabError as refusal:
        # Without the traceback, whose frames hold all that was being read.
        return refusal.with_traceback(None)
    finally:
        # Keras, where it was needed, keeps what a finished network leaves behind until it is told to let go.
        if keras := sys.modules.get("keras"):
            keras.utils.clear_session()
        memory.give_back()
    return outcome


def flag_name(ticket: str) -> str:
    """Name of the Dask event that says: stop."""
    return f"stop-{ticket}"


class Reporter:
    """Sends events to whoever listens, numbered from 1."""

    def __init__(self, ticket: str) -> None:
        self._ticket = ticket
        self._worker = get_worker()
        self._seq = 0

    def __call__(self, event: AnyEvent) -> None:
        """Send `event`; it is on its way when this returns."""
        self._seq += 1
        self._worker.log_event(TOPIC, pack(Told(self._ticket, self._seq, event)))


class StopWatch:
    """Answers "should this training stop?", looking at the flag at most four times a second."""

    def __init__(self, ticket: str) -> None:
        self._flag = Flag(flag_name(ticket), client=get_client())
        self._looked = time.monotonic()
        self._stop = False

    def __call__(self) -> bool:
        """What the flag said when it was last looked at."""
        if not self._stop and time.monotonic() - self._looked >= SECONDS_BETWEEN_LOOKS:
            self._stop = bool(self._flag.is_set())
            self._looked = time.monotonic()
        return self._stop
