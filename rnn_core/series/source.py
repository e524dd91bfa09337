"""Source: the short name of where a series comes from, fit for an address; and how to load it."""

from dataclasses import dataclass
from typing import Literal

from rnn_core.errors import SourceError

Kind = Literal["builtin", "ticker", "file"]
KINDS: tuple[Kind, ...] = ("builtin", "ticker", "file")


@dataclass(frozen=True)
class Source:
    """Where a series comes from. `name` is a built-in name, a ticker symbol, or a file's fingerprint; `start` and `end`
    (ISO days, `end` exclusive) only matter for tickers.

    >>> str(Source("ticker", "MA", "2016-01-01", "2021-10-12"))
    'ticker:MA:2016-01-01:2021-10-12'
    """

    kind: Kind
    name: str
    start: str = ""
    end: str = ""

    def __str__(self) -> str:
        parts = [self.kind, self.name, *([self.start, self.end] if self.kind == "ticker" else [])]
        return ":".join(parts)


def parse_source(text: str) -> Source:
    """The inverse of `str(source)`.

    Raises:
        SourceError: the text names no source.
    """
    kind, _, rest = text.partition(":")
    match kind, rest.split(":"):
        case ("builtin" | "file") as plain, [name] if name:
            return Source(plain, name)
        case "ticker", [name, start, end] if name:
            return Source("ticker", name, start, end)
    raise SourceError(
        "bad_source", "The address names no data that we know ({text}). Choose a series again.", text=text
    )
