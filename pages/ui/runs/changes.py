"""What a visitor may do to stored runs: rename, note, pin, delete and bring back. Each concerns own runs, unless the
person who runs RNN Lab shows everybody's to all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from pages.ui import state
from pages.ui.engine import engine
from pages.ui.runs import ticked
from pages.ui.store import store
from pages.ui.text import choices
from pages.ui.text.address import TEXT_KINDS
from rnn_core.errors import StoreError
from rnn_core.settings import settings
from rnn_core.store import RunLine, short_name
from rnn_core.words import Sentence

_DELETED = "deleted_runs"
_REFUSED = "refused_change"
_EDITED = "edited_run"


@contextmanager
def _refusal_kept() -> Iterator[None]:
    """Around a change: what the database refuses is kept to be said, as the page is drawn anew after each change."""
    try:
        yield
    except StoreError as error:
        state.keep(_REFUSED, error.sentence)


def take_refusal() -> Sentence | None:
    """Why the last change was not made; nothing when asked again."""
    found: Sentence | None = state.kept(_REFUSED, None)
    state.keep(_REFUSED, None)
    return found


@dataclass(frozen=True)
class Deleted:
    """Runs that can be brought back, and the place in the list where one of them stood."""

    names: tuple[str, ...] = ()
    place: int | None = None


def whose() -> str | None:
    """Whose runs this visitor sees and may change; None: everybody's."""
    return None if settings().everybody_sees_all else state.owner()


@_refusal_kept()
def pin(line: RunLine) -> None:
    """Keep it at the top of the list, or no longer."""
    store().change(line.name, whose(), pinned=not line.pinned)


def edit(line: RunLine, field: str) -> None:
    """Let the visitor write its "title" or its "note"."""
    state.keep(_EDITED, (line.name, field))


def edited(line: RunLine) -> str | None:
    """Which of its words the visitor is writing."""
    name, field = state.kept(_EDITED, ("", ""))
    return str(field) if name == line.name else None


@_refusal_kept()
def write(line: RunLine, field: str, text: str) -> None:
    """Put down what the visitor has written."""
    store().change(line.name, whose(), **{field: text.strip()})
    stop_editing()


def stop_editing() -> None:
    """Write no more."""
    state.keep(_EDITED, ("", ""))


@_refusal_kept()
def delete(lines: Sequence[RunLine], place: int | None = None) -> None:
    """Delete runs; what is in training is stopped. The way back is offered at `place` in the list, or above it."""
    names = tuple(line.name for line in lines)
    store().delete(names, whose())
    # Some may have begun or ended since their lines were drawn: the engine knows.
    engine().forget(names, whose())
    ticked.untick(names)
    gone = {short_name(name) for name in names}
    state.set_runs(tuple(name for name in state.runs() if name not in gone))
    for kind in TEXT_KINDS:
        choices.set_runs(kind, tuple(name for name in choices.runs(kind) if name not in gone))
    state.keep(_DELETED, Deleted(names, place))


def take_deleted() -> Deleted:
    """What the last click deleted; nothing when asked again, as by then something else was done."""
    found: Deleted = state.kept(_DELETED, Deleted())
    state.keep(_DELETED, Deleted())
    return found


@_refusal_kept()
def bring_back(names: tuple[str, ...]) -> None:
    """Undo a deletion."""
    store().restore(names, whose())
