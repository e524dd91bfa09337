"""Examples: short texts, each with its label, as a value. Pure."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property

from rnn_core.text.passage import Language, Origin


@dataclass(frozen=True)
class Examples:
    """Texts and their labels, row by row, together called `name`; `origin` says whose they are."""

    name: str
    texts: tuple[str, ...] = field(repr=False)
    labels: tuple[str, ...] = field(repr=False)
    origin: Origin
    language: Language = "other"

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The labels there are, in the order in which they first appear."""
        return tuple(dict.fromkeys(self.labels))

    @cached_property
    def fingerprint(self) -> str:
        """sha256 of texts and labels, whatever they are called."""
        rows = json.dumps(list(zip(self.texts, self.labels, strict=True)), ensure_ascii=False)
        return hashlib.sha256(rows.encode()).hexdigest()

    @property
    def nbytes(self) -> int:
        """About how much memory they hold."""
        return sum(len(text.encode()) for text in self.texts)
