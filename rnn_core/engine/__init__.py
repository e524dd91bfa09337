"""The training engine: a queue here, warm worker processes in a program of their own."""

from rnn_core.engine.engine import Engine
from rnn_core.engine.job import Job
from rnn_core.engine.names import short_name
from rnn_core.engine.patience import Patience
from rnn_core.engine.status import ENDED, State, Status

__all__ = ["ENDED", "Engine", "Job", "Patience", "State", "Status", "short_name"]
