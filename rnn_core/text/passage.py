"""Passage: a text to learn to write from, as a value. Pure."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Origin = Literal["built_in", "own"]
Language = Literal["en", "zh", "other"]


@dataclass(frozen=True)
class Passage:
    """A text called `name`; `origin` says whose it is. Lines end with a line feed; no other control sign is left."""

    name: str
    text: str = field(repr=False)
    origin: Origin
    language: Language = "other"

    @cached_property
    def fingerprint(self) -> str:
        """sha256 of the text, whatever it is called."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
        return len(self.text.encode())
