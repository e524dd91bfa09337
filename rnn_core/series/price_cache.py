"""Prices kept on disk with the day they were asked for. Law: a broken cache is no cache, and its size is bounded."""

import hashlib
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from rnn_core.settings import settings

MOST_FILES, MOST_BYTES = 200, 200_000_000

# pyarrow's errors are among these: bad content is a ValueError, unsupported types a NotImplementedError (RuntimeError).
_BROKEN = (OSError, ValueError, LookupError, TypeError, RuntimeError, AttributeError)


@dataclass(frozen=True)
class PriceQuery:
    """One question to Yahoo: `start` and `end` are ISO days or empty, `interval` is Yahoo's ("1d", "1wk")."""

    symbol: str
    start: str
    end: str
    interval: str


@dataclass(frozen=True)
class Prices:
    """Yahoo's answer: float columns over ascending dates without a zone, and the currency, empty when unknown."""

    frame: pd.DataFrame
    currency: str = ""


@dataclass(frozen=True)
class KeptAnswer:
    """An answer of the cache: what was asked, on which day, and the prices."""

    query: PriceQuery
    asked: date
    prices: Prices


def recall(query: PriceQuery) -> Prices | None:
    """The answer to `query` of today, or None where there is none or it cannot be read."""
    return recall_of(query, today())


def recall_of(query: PriceQuery, day: date) -> Prices | None:
    """The answer to `query` of `day`, or None where there is none or it cannot be read."""
    kept = _read(_folder() / f"{_prefix(query)}.{_days_of(query)}.{day.isoformat()}.parquet")
    return None if kept is None else kept.prices


def kept_answers(query: PriceQuery) -> Iterator[KeptAnswer]:
    """All readable answers for the symbol and the interval of `query`, whatever their days; the newest first."""
    paths = _folder().glob(f"{_prefix(query)}.*.parquet")
    for path in sorted(paths, key=_age, reverse=True):
        kept = _read(path)
        if kept is not None:
            yield kept


def remember(query: PriceQuery, prices: Prices) -> None:
    """Keep `prices` as today's answer, and forget the oldest answers where there are too many."""
    folder = _folder()
    day = today().isoformat()
    path = folder / f"{_prefix(query)}.{_days_of(query)}.{day}.parquet"
    part = folder / f"{uuid.uuid4().hex}.{day}.part"
    frame = prices.frame.copy(deep=False)
    frame.attrs = {
        "symbol": query.symbol,
        "start": query.start,
        "end": query.end,
        "interval": query.interval,
        "currency": prices.currency,
        "asked": day,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        frame.to_parquet(part)
        os.replace(part, path)  # whole or not at all, for other readers
        _forget_the_oldest(folder)
    except _BROKEN:
        return


def today() -> date:
    """The day that answers are kept under."""
    return date.today()


def _read(path: Path) -> KeptAnswer | None:
    try:
        frame = pd.read_parquet(path).astype("float64")
        about, frame.attrs = frame.attrs, {}
        if not isinstance(frame.index, pd.DatetimeIndex) or frame.empty:
            return None
        query = PriceQuery(*(str(about[name]) for name in ("symbol", "start", "end", "interval")))
        return KeptAnswer(query, date.fromisoformat(about["asked"]), Prices(frame, str(about["currency"])))
    except _BROKEN:
        return None


def _forget_the_oldest(folder: Path) -> None:
    """Delete what goes beyond `MOST_FILES` files or `MOST_BYTES` bytes, what an ended process left half written too."""
    room = MOST_BYTES
    for place, path in enumerate(sorted(folder.iterdir(), key=_age, reverse=True)):
        room -= path.stat().st_size
        if place >= MOST_FILES or room < 0:
            path.unlink(missing_ok=True)


def _age(path: Path) -> tuple[str, float]:
    """What sorts files by the day in their name, and those of one day by the time they were written."""
    try:
        return path.stem.rpartition(".")[2], path.stat().st_mtime
    except OSError:
        return "", 0.0  # gone meanwhile


def _folder() -> Path:
    return settings().cache_folder / "prices"


def _prefix(query: PriceQuery) -> str:
    return _digest(query.symbol, query.interval)


def _days_of(query: PriceQuery) -> str:
    return _digest(query.start, query.end)


def _digest(*words: str) -> str:
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:16]
