"""What a person reads when a training or the engine itself breaks down. Pure but for the name of a Dask error."""

from distributed.scheduler import KilledWorker

from rnn_core.engine.task import Task
from rnn_core.errors import EngineError, RnnLabError
from rnn_core.words import Sentence

# Of these a fresh training makes up for what was lost; the page offers it.
ENGINE_GONE = Sentence(
    "engine_gone",
    "This training was interrupted, because the training engine ended unexpectedly. A fresh engine is starting.",
)
ENGINE_CLOSED = Sentence("engine_closed", "This training was interrupted, because RNN Lab was closed.")
TRAINED_ELSEWHERE = Sentence(
    "trained_elsewhere",
    "This training belongs to another server of RNN Lab, which is still at it. "
    "Open the link again in a while, or start the training here.",
)

ENGINE_DOWN = Sentence(
    "engine_down",
    "The training engine could not be started. Start RNN Lab again; its log says what went wrong.",
)

STORE_SLOW = Sentence(
    "store_slow",
    "The database of runs has not taken a result for some seconds. RNN Lab goes on trying.",
)
NOT_LOOKED_UP = Sentence(
    "not_looked_up",
    "Earlier runs cannot be looked up at the moment, because the database of runs does not answer. "
    "It is asked again in a few seconds.",
)

_LONGEST_TEXT = 300


def problem_of(error: Exception, job: Task) -> Sentence:
    """Why the training of `job` failed, in a sentence."""
    match error:
        case RnnLabError():
            return error.sentence
        case KilledWorker():
            return worker_killed(job)
        case _:
            return _job_failed(error)


def is_expected(error: Exception) -> bool:
    """Whether the sentence says all there is to say, so that a log need not hold a traceback."""
    return isinstance(error, RnnLabError | KilledWorker)


def is_interruption(error: Exception) -> bool:
    """Whether the training itself is not to blame: the engine ended under it."""
    return isinstance(error, EngineError) and error.code == ENGINE_GONE.code


def worker_killed(job: Task) -> Sentence:
    """The process of the training is gone."""
    return Sentence(
        "worker_killed",
        "The process that trained {cell} was ended from outside, or it ran out of memory. "
        "A fresh one is starting; press Train to try again.",
        {"cell": job.spec.cell},
    )


def stop_unanswered(seconds: float) -> Sentence:
    """The training had to be stopped the hard way."""
    return Sentence(
        "stop_unanswered",
        "The training did not answer within {seconds} seconds, so its process was started afresh. "
        "What it had learnt is lost.",
        {"seconds": round(seconds)},
    )


def store_failed(error: Exception) -> Sentence:
    """The database of runs did something that nobody foresaw."""
    return Sentence(
        "store_failed",
        "The database of runs answered with an error that RNN Lab does not know ({kind}: {text}).",
        {"kind": type(error).__name__, "text": str(error)[:_LONGEST_TEXT]},
    )


def _job_failed(error: Exception) -> Sentence:
    return Sentence(
        "job_failed",
        "The training broke down with an error that RNN Lab does not know ({kind}: {text}). "
        "Try other settings; the server's log has the details.",
        {"kind": type(error).__name__, "text": str(error)[:_LONGEST_TEXT]},
    )
