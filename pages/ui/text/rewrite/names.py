"""What encoders and decoders are called beside each other: never two alike."""

from collections import Counter
from collections.abc import Sequence

from pages.ui.text.naming import name_of
from rnn_core.text.rewrite.spec import RewriteSpec


def names_of(specs: Sequence[RewriteSpec]) -> list[str]:
    """A name for each; those that would be called alike, as in a link that somebody put together, are counted."""
    seen: Counter[str] = Counter()
    names = []
    for spec in specs:
        name = name_of(spec)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return names
