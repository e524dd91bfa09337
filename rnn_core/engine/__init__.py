"""The training engine: a queue here, warm worker processes in a program of their own.

`Engine` is loaded when it is first asked for: Dask and SQLAlchemy take a third of a second each, for which no first
page should wait, and workers need neither a database nor its libraries.
"""

from typing import TYPE_CHECKING, Any

from rnn_core.engine.job import Job
from rnn_core.engine.patience import Patience
from rnn_core.engine.practice import Practice, PracticeStatus
from rnn_core.engine.status import ENDED, State, Status
from rnn_core.store.names import short_name

if TYPE_CHECKING:
    from rnn_core.engine.engine import Engine

__all__ = ["ENDED", "Engine", "Job", "Patience", "Practice", "PracticeStatus", "State", "Status", "short_name"]


def __getattr__(name: str) -> Any:
    if name == "Engine":
        from rnn_core.engine.engine import Engine  # noqa: PLC0415

        return Engine
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
