"""Source: the short name of where a series comes from, fit for an address; and how to load it."""

from dataclasses import dataclass
from typing import Literal

from rnn_core.errors import SourceError

Kind = Literal["builtin", "ticker", "file", "made"]
KINDS: tuple[Kind, ...] = ("builtin", "ticker", "file", "made")
DAILY = "1d"


@dataclass(frozen=True)
class Source:
    """Where a series comes from. `name` is a built-in name, a ticker symbol, a file's fingerprint (two with a plus
    between them: the second continues the first), or what a made series is made of; `start`, `end` (ISO days, `end`
    exclusive) and `interval` (Yahoo's) only matter for tickers.

    >>> str(Source("ticker", "MA", "2016-01-01", "2021-10-12"))
    'ticker:MA:2016-01-01:2021-10-12'
    """

    kind: Kind
    name: str
    start: str = ""
    end: str = ""
    interval: str = DAILY

    def __str__(self) -> str:
        parts = [self.kind, self.name, *([self.start, self.end] if self.kind == "ticker" else [])]
        return ":".join([*parts, *([self.interval] if self.interval != DAILY else [])])


def parse_source(text: str) -> Source:
    """The inverse of `str(source)`.

    Raises:
        SourceError: the text names no source.
    """
    kind, _, rest = text.partition(":")
    match kind, rest.split(":"):
        case ("builtin" | "file" | "made") as plain, [name] if name:
            return Source(plain, name)
        case "ticker", [name, start, end, *interval] if name and len(interval) < 2:
            return Source("ticker", name, start, end, *interval)
    raise SourceError(
        "bad_source", "The address names no data that we know ({text}). Choose a series again.", text=text
    )
