"""TASKS: what a network can learn to rewrite, the one list a person chooses from. Pure."""

from typing import Annotated

from pydantic import AfterValidator

from rnn_core.errors import SpecError
from rnn_core.text.rewrite.adding import ADDING
from rnn_core.text.rewrite.dates import DATES
from rnn_core.text.rewrite.reversing import REVERSING
from rnn_core.text.rewrite.task import Task

TASKS: dict[str, Task] = {task.name: task for task in (DATES, REVERSING, ADDING)}


def _registered(name: str) -> str:
    if name not in TASKS:
        raise SpecError(
            "unknown_task",
            "There is no task called {name}. Choose one of: {tasks}.",
            name=name,
            tasks=", ".join(TASKS),
        )
    return name


TaskName = Annotated[str, AfterValidator(_registered)]
"""One of TASKS, as the field of a spec; any other name is refused with a SpecError."""
