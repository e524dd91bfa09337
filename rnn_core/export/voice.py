"""Voice: how a language says texts, sentences, numbers, days; handed in, as catalogues belong to the pages. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rnn_core.words import Sentence


@dataclass(frozen=True)
class Voice:
    """One language: its `code` ("en", "zh"), its own name, and four ways to speak, all without marks of Markdown."""

    code: str
    name: str
    say: Callable[[str], str]
    tell: Callable[[Sentence], str]
    number: Callable[[float], str]
    day: Callable[[date], str]
