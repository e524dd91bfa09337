"""What networks that work with text are called beside each other: never two alike."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from pages.ui.language import _
from rnn_core.words import N_


def name_of(spec: Any) -> str:
    """What tells a network from those that are usually trained beside it; text without marks."""
    match spec.kind:
        case "sentiment":
            parts = [spec.cell, _("two-directional") if spec.bidirectional else "", _("attention") * spec.attention]
            return " · ".join(filter(None, parts))
        case "rewrite":
            words = N_("{cell} with attention") if spec.attention else N_("{cell} without attention")
            return _(words, cell=spec.cell)
    return str(spec.cell)


def names_of(specs: Sequence[Any]) -> list[str]:
    """A name for each of `specs`; those that would be called alike, as in a link somebody put together, are counted."""
    seen: Counter[str] = Counter()
    names = []
    for name in map(name_of, specs):
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names
