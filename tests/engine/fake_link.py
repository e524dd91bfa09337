"""A link whose workers are threads that give made-up runs: the whole engine without any other process."""

import threading

from rnn_core.engine.messages import Ended, Told
from rnn_core.learning.events import StageBegan
from rnn_core.lessons.memory import recall
from tests.engine.engine_jobs import FOR_EVER, run_of


class ThreadLink:
    """Stands in for `Link`; what is to train `FOR_EVER` epochs goes on until it is asked to stop or `alive` ends."""

    def __init__(self, post, workers=("one", "two")):
        self.alive, self._post, self._workers = True, post, workers
        self._stops = {}

    def workers(self):
        return self._workers

    def start(self, ticket, job, worker):  # noqa: ARG002
        self._stops[ticket] = threading.Event()
        threading.Thread(target=self._work, args=(ticket, job), daemon=True).start()

    def ask_to_stop(self, ticket):
        self._stops[ticket].set()

    def forget(self, ticket, *, was_asked_to_stop=False):  # noqa: ARG002
        self._stops.pop(ticket, None)

    def close(self):
        self.alive = False

    def _work(self, ticket, job):
        self._post(Told(ticket, 1, StageBegan("training")))
        if job.spec.kind == "recall":
            self._post(Ended(ticket, recall.train(job.spec)))
            return
        endless = job.spec.epochs == FOR_EVER
        stopped = endless and self._stops[ticket].wait(30)
        self._post(Ended(ticket, run_of(job, stopped=bool(stopped))))
