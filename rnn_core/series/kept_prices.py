"""Prices of an earlier day: the name they have in a source, and which of them fit best when Yahoo gives none.

A source of such prices names the day they were asked for after its symbol, as in `ticker:MA@2024-05-17:2014-05-20:`,
and so means the same prices for ever: they come from the cache alone, or not at all.
"""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from rnn_core.series.price_cache import KeptAnswer, PriceQuery, kept_answers
from rnn_core.series.source import Source
from rnn_core.words import Sentence

_NAME = re.compile(r"(.*)@(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class KeptPrices:
    """Where kept prices can be loaded from, and the day that they were asked for."""

    source: Source
    asked: date


def find_kept_prices(source: Source) -> KeptPrices | None:
    """Prices in the cache that can stand for those of `source`: same symbol and interval, most of the wanted rows.

    Of answers with as many wanted rows the newest counts; None where the cache has nothing of this symbol.
    """
    symbol, _day = symbol_and_day(source.name)
    query = PriceQuery(symbol.strip().upper(), source.start, source.end, source.interval)
    best = max(kept_answers(query), key=lambda kept: _wanted_rows(kept, query), default=None)
    return None if best is None else KeptPrices(kept_source(best.query, best.asked), best.asked)


def kept_source(query: PriceQuery, day: date) -> Source:
    """The source of the answer that `query` got on `day`.

    >>> str(kept_source(PriceQuery("MA", "2014-05-20", "", "1wk"), date(2024, 5, 17)))
    'ticker:MA@2024-05-17:2014-05-20::1wk'
    """
    return Source("ticker", f"{query.symbol}@{day.isoformat()}", query.start, query.end, query.interval)


def symbol_and_day(name: str) -> tuple[str, date | None]:
    """The symbol in the name of a source, and the day after it, None where it names none.

    >>> symbol_and_day("MA@2024-05-17"), symbol_and_day("MA"), symbol_and_day("MA@2024-02-30")
    (('MA', datetime.date(2024, 5, 17)), ('MA', None), ('MA@2024-02-30', None))
    """
    found = _NAME.fullmatch(name)
    try:
        return (found[1], date.fromisoformat(found[2])) if found else (name, None)
    except ValueError:
        return name, None


def cached_prices(day: date) -> Sentence:
    """What the receipt of kept prices says."""
    return Sentence(
        "cached_prices",
        "These are the prices as Yahoo gave them on {day}. They were kept here since, and are shown because newer ones "
        "could not be loaded.",
        {"day": day},
    )


def _wanted_rows(kept: KeptAnswer, query: PriceQuery) -> int:
    days = pd.DatetimeIndex(kept.prices.frame.index).strftime("%Y-%m-%d")
    return int(((days >= query.start) & ((days < query.end) if query.end else True)).sum())
