"""load_ticker: prices from Yahoo Finance within a deadline, each failure in one sentence. Sole owner of yfinance."""

import re
from concurrent.futures import CancelledError
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pandas as pd

from rnn_core.errors import TickerError
from rnn_core.series import ticker_refusals as refuse
from rnn_core.series.checks import check
from rnn_core.series.deadline import FAILURES, within
from rnn_core.series.kept_prices import cached_prices, kept_source, symbol_and_day
from rnn_core.series.price_cache import PriceQuery, Prices, kept_answers, recall, recall_of, remember
from rnn_core.series.roles import find_roles
from rnn_core.series.series import Receipt, Series
from rnn_core.series.source import DAILY, Source
from rnn_core.series.zones import without_zone
from rnn_core.settings import settings
from rnn_core.words import Sentence

INTERVALS = (DAILY, "1wk", "1mo")

_SYMBOL = re.compile(r"[A-Z0-9.\-^=]{1,20}")
_COLUMNS = ("Open", "High", "Low", "Close", "Volume")
# yfinance reads "no start" as one month only; Yahoo answers for at most about a century.
_EARLIEST = "1930-01-01"


def load_ticker(symbol: str, start: str | date = "", end: str | date = "", interval: str = DAILY) -> Series:
    """Adjusted prices of `symbol` from `start` to before `end` (ISO days; empty: all there is), one of `INTERVALS`.

    Yahoo is asked once a day for the same question, and never for longer than `settings().ticker_deadline` seconds.
    A day after the symbol (`MA@2024-05-17`) means the answer of that day, which only the cache can have.

    Raises:
        TickerError: `bad_ticker`, `bad_range`, `bad_interval`, `offline`, `unknown_ticker`, `empty_range`,
            `rate_limit`, `no_network`, `too_slow`, `bad_answer` or `not_kept`.
    """
    name, day = symbol_and_day(symbol)
    query = _make_query(name, _iso(start), _iso(end), interval)
    if day is not None:
        return _kept(query, day)
    prices = recall(query)
    if prices is None and settings().offline:
        return _kept_at_last(query)
    if prices is None:
        prices = _ask_in_time(query)
        remember(query, prices)
    return _series(query, prices, Source("ticker", query.symbol, query.start, query.end, query.interval))


def _kept(query: PriceQuery, day: date) -> Series:
    """The answer of an earlier day.

    Raises:
        TickerError: `not_kept`.
    """
    prices = recall_of(query, day)
    if prices is None:
        raise refuse.not_kept(query.symbol, day)
    return _series(query, prices, kept_source(query, day), (cached_prices(day),))


def _kept_at_last(query: PriceQuery) -> Series:
    """The last answer to the same question, which is the best there is without the network.

    Raises:
        TickerError: `offline`.
    """
    asked = next((kept.asked for kept in kept_answers(query) if kept.query == query), None)
    if asked is None:
        raise refuse.offline()
    return _kept(query, asked)


def _series(query: PriceQuery, prices: Prices, source: Source, warnings: tuple[Sentence, ...] = ()) -> Series:
    roles = find_roles(prices.frame.columns)
    odd = check(prices.frame, roles)
    receipt = Receipt(source=str(source), origin="real", roles=roles, warnings=(*warnings, *odd))
    return Series(query.symbol, prices.frame, receipt, unit=prices.currency)


def _make_query(symbol: str, start: str, end: str, interval: str) -> PriceQuery:
    """A question that is worth asking.

    Raises:
        TickerError: `bad_ticker`, `bad_range` or `bad_interval`.
    """
    name = symbol.strip().upper()
    if not _SYMBOL.fullmatch(name):
        raise refuse.bad_ticker(symbol)
    if not (_is_day(start) and _is_day(end)) or (start and end and pd.Timestamp(start) >= pd.Timestamp(end)):
        raise refuse.bad_range(start, end)
    if interval not in INTERVALS:
        raise refuse.bad_interval(interval)
    return PriceQuery(name, start, end, interval)


def _iso(day: str | date) -> str:
    return day.strip() if isinstance(day, str) else day.isoformat()[:10]


def _is_day(text: str) -> bool:
    return not text or not pd.isna(pd.to_datetime(text, format="%Y-%m-%d", errors="coerce"))


def _ask_in_time(query: PriceQuery) -> Prices:
    """Yahoo's answer, and every way to get none as a sentence.

    Raises:
        TickerError: every failure.
    """
    try:
        return within(settings().ticker_deadline, lambda: _ask(query))
    except TickerError:
        raise
    except CancelledError as error:
        raise refuse.bad_answer(query.symbol) from error
    except FAILURES as error:
        raise refuse.explained(query, error, settings().ticker_deadline) from error


def _ask(query: PriceQuery) -> Prices:
    """Ask Yahoo; runs in a thread of its own.

    Raises:
        TickerError: what yfinance itself tells apart.
    """
    yf = _yfinance(settings().cache_folder / "yfinance")
    # It would give a bad answer again and again as long as the process lives; good ones are kept by `price_cache`.
    yf.data.YfData.cache_get.cache_clear()
    try:
        ticker = yf.Ticker(query.symbol)
        frame = ticker.history(
            start=query.start or _EARLIEST,
            end=query.end or None,
            interval=query.interval,
            auto_adjust=True,
            actions=False,
            timeout=10,
        )
        currency = str((ticker.history_metadata or {}).get("currency") or "")
    except yf.exceptions.YFRateLimitError as error:
        raise refuse.rate_limit() from error
    except yf.exceptions.YFPricesMissingError as error:
        # The only place where Yahoo tells an unknown symbol from a known one without prices is this text.
        unknown = "delisted" in str(error.yahoo_reason) or "Not Found" in str(error.yahoo_reason)
        raise (refuse.unknown_ticker if unknown else refuse.empty_range)(query) from error
    except yf.exceptions.YFTickerMissingError as error:
        raise refuse.unknown_ticker(query) from error
    except yf.exceptions.YFException as error:
        raise refuse.bad_answer(query.symbol) from error
    return Prices(_tidied(query, frame), currency)


def _tidied(query: PriceQuery, frame: pd.DataFrame) -> pd.DataFrame:
    prices = frame[[name for name in _COLUMNS if name in frame]].astype("float64").dropna(how="all")
    if prices.empty:
        raise refuse.empty_range(query)
    dates = without_zone(pd.DatetimeIndex(prices.index)).rename("date")
    prices = prices.set_axis(dates, axis=0).sort_index()
    return prices[~prices.index.duplicated(keep="last")]


@lru_cache(maxsize=1)
def _yfinance(folder: Path) -> ModuleType:
    """The library, told to raise instead of returning empty tables and to keep its own files in `folder`."""
    import yfinance as yf  # noqa: PLC0415 - half a second that only those who ask Yahoo should wait

    yf.config.debug.hide_exceptions = False
    yf.set_tz_cache_location(str(folder))
    return yf  # type: ignore[no-any-return]
