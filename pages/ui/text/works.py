"""The visitor's trainings with text, by kind: starting them, finding again those on display, stopping them."""

from collections.abc import Sequence
from typing import Any

from pages.ui import state
from pages.ui.engine import engine
from pages.ui.text import choices
from pages.ui.text.address import BUILT_IN, CAME, COMPARED, DATA
from rnn_core.engine import State, short_name
from rnn_core.engine.status import AnyStatus
from rnn_core.settings import settings


def start(kind: str, jobs: Sequence[Any]) -> None:
    """Train `jobs` of `kind` and put them on display in place of what was there, which is stopped.

    Raises:
        EngineError: the engine takes no more jobs.
    """
    if not jobs:
        return
    before = mine(on_display(kind))
    names = engine().submit_all(jobs, state.owner())
    stop([status.key for status in before if status.key not in names])
    choices.set_runs(kind, tuple(map(short_name, names)))


def start_again(kind: str) -> None:
    """Train what is on display and was interrupted anew: the owner under the same names, others as runs of their own.

    Raises:
        EngineError: the engine takes no more jobs.
    """
    shown = {short_name(status.key): status for status in on_display(kind)}
    jobs = {name: status.job for name, status in shown.items() if status.state is State.INTERRUPTED}
    names = engine().submit_all(list(jobs.values()), state.owner())
    begun = dict(zip(jobs, map(short_name, names), strict=True))
    choices.set_runs(kind, tuple(dict.fromkeys(begun.get(name, name) for name in shown)))


def put_on_display(kind: str, names: Sequence[str]) -> None:
    """Show the runs of these short names, and their settings."""
    choices.set_runs(kind, tuple(names))
    choices.set_settings(kind, {})
    adopt(kind)


def adopt(kind: str) -> None:
    """Take over data and settings of the runs in the address where the visitor has chosen none."""
    chosen = choices.settings(kind)
    complete = DATA in chosen or not BUILT_IN[kind]
    if (chosen and complete) or not (statuses := on_display(kind)):
        return
    # An address may name settings alone: what was usual in the sender's language it leaves out.
    choices.set_settings(kind, settings_of(kind, statuses) | chosen)


def settings_of(kind: str, statuses: Sequence[AnyStatus]) -> dict[str, Any]:
    """The data and settings that `statuses` were trained with, as the form would have them."""
    data, specs = statuses[0].job.data, [status.job.spec for status in statuses]
    return _settings(COMPARED[kind], specs) | _data(kind, data)


def _settings(compared: str, specs: Sequence[Any]) -> dict[str, Any]:
    several = tuple(dict.fromkeys(getattr(one, compared) for one in specs))
    return specs[0].model_dump(exclude={"kind"}) | {compared: several}


def _data(kind: str, data: Any) -> dict[str, str]:
    """The name of the built-in text that `data` is; else it is kept as the one that came along."""
    if not BUILT_IN[kind]:
        return {}
    for name, corpus in BUILT_IN[kind].items():
        if (data.origin, data.name) == ("built_in", corpus.title):
            return {DATA: name}
    state.keep(f"{kind}_came", data)
    return {DATA: CAME}


def on_display(kind: str) -> list[AnyStatus]:
    """What is known of the runs of `kind` that the address names; those that are no longer kept are left out."""
    found = [engine().find_any(name) for name in choices.runs(kind)]
    return [status for status in found if status is not None and status.job.spec.kind == kind]


def forgotten(kind: str) -> bool:
    """Whether the address names a run that was deleted, is no longer kept or is of another kind."""
    return len(on_display(kind)) < len(choices.runs(kind))


def live(statuses: Sequence[AnyStatus]) -> bool:
    """Whether any of them still waits or trains."""
    return any(not status.ended for status in statuses)


def mine(statuses: Sequence[AnyStatus]) -> list[AnyStatus]:
    """Those that this visitor has in training, and so may stop: who only has a link may watch."""
    if not live(statuses):
        return []
    own = {status.key for status in engine().running_any(state.owner())}
    return [status for status in statuses if status.key in own]


def stop(keys: Sequence[str]) -> None:
    """Stop those of these trainings that this visitor may stop."""
    owner = None if settings().everybody_sees_all else state.owner()
    for key in keys:
        engine().stop(key, owner)
