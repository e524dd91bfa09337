"""Which networks a command line asks for: each of its cells, with so many seeds. Pure."""

from collections.abc import Mapping
from typing import Any, TypeVar

from rnn_core.errors import SpecError
from rnn_core.spec import Spec

S = TypeVar("S", bound=Spec)


def specs_for(kind: type[S], cells: tuple[str, ...], repeats: int, settings: Mapping[str, Any]) -> list[S]:
    """One spec of `kind` a cell and repeat; the seeds count up from the given one.

    Raises:
        SpecError: a setting does not fit, or there is nothing to train.
    """
    if not cells or repeats < 1:
        raise SpecError("nothing_to_train", "There is nothing to train: choose at least one cell and one repeat.")
    first = kind.make(**settings)
    seed = settings.get("seed", kind.default("seed"))
    return [first.change(cell=cell, seed=seed + repeat) for cell in cells for repeat in range(repeats)]
