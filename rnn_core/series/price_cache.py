"""The prices of today kept on disk, so that the same question reaches Yahoo once. Law: a broken cache is no cache."""

import hashlib
import json
import os
import uuid
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from rnn_core.settings import settings

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


def recall(query: PriceQuery) -> Prices | None:
    """The answer to `query` of today, or None where there is none or it cannot be read."""
    path = _path(query)
    try:
        about = json.loads(path.with_suffix(".json").read_text("utf-8"))
        frame = pd.read_parquet(path)
        if not isinstance(frame.index, pd.DatetimeIndex) or frame.empty:
            return None
        return Prices(frame.astype("float64"), str(about["currency"]))
    except _BROKEN:
        return None


def remember(query: PriceQuery, prices: Prices) -> None:
    """Keep `prices` for the rest of the day and forget all answers of other days."""
    path = _path(query)
    about = json.dumps({"symbol": query.symbol, "currency": prices.currency, "asked": date.today().isoformat()})
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.iterdir():
            if date.today().isoformat() not in old.name:
                old.unlink(missing_ok=True)
        path.with_suffix(".json").write_text(about, "utf-8")
        prices.frame.to_parquet(part)
        os.replace(part, path)  # whole or not at all, for other readers
    except _BROKEN:
        return


def _path(query: PriceQuery) -> Path:
    return settings().cache_folder / "prices" / f"{_digest(query)}.{date.today().isoformat()}.parquet"


def _digest(query: PriceQuery) -> str:
    text = "|".join((query.symbol, query.start, query.end, query.interval))
    return hashlib.sha256(text.encode()).hexdigest()[:24]
