"""Sentences that a person will read, kept as a template and its values so that a page can translate them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def N_(text: str) -> str:
    """Mark `text` for translation without translating it here (the usual gettext name)."""
    return text


@dataclass(frozen=True)
class Sentence:
    """One sentence with a stable `code`; `str()` gives it in English.

    >>> str(Sentence("rows", "The file has {rows} rows.", {"rows": 12}))
    'The file has 12 rows.'
    """

    code: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)
