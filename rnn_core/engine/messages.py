"""What reaches the dispatcher, and how an event crosses from a worker as plain values. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, get_args

from rnn_core.engine.task import Outcome
from rnn_core.learning.events import Event
from rnn_core.lessons.memory.recall_result import Practised
from rnn_core.text.events import Sampled

# One topic for all runs: the scheduler never forgets a topic's name.
TOPIC = "rnn-progress"

AnyEvent = Event | Practised | Sampled
"""What trainings of any kind tell of."""
_EVENTS: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(AnyEvent)}


@dataclass(frozen=True)
class Told:
    """A worker told of `event`, its `seq`-th (counted from 1) of this training."""

    ticket: str
    seq: int
    event: AnyEvent


@dataclass(frozen=True)
class Ended:
    """A training gave back what it came to, or ended with an error."""

    ticket: str
    outcome: Outcome | Exception


@dataclass(frozen=True)
class StopAsked:
    """A person wants this running training to stop."""

    ticket: str


@dataclass(frozen=True)
class Restarted:
    """The restart of the worker at this address is through."""

    worker: str


@dataclass(frozen=True)
class Submitted:
    """Something new waits in the queue."""


Message = Told | Ended | StopAsked | Restarted | Submitted
Post = Callable[[Message], None]


def pack(message: Told) -> dict[str, Any]:
    """`message` as plain values that any serialiser takes."""
    fields = {name: _plain(value) for name, value in asdict(message.event).items()}
    return {"ticket": message.ticket, "seq": message.seq, "event": type(message.event).__name__, "fields": fields}


def unpack(packed: Mapping[str, Any]) -> Told:
    """The message that `pack` packed."""
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in packed["fields"].items()}
    return Told(packed["ticket"], packed["seq"], _EVENTS[packed["event"]](**fields))


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
