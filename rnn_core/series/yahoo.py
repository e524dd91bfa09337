"""load_ticker: prices from Yahoo Finance within a deadline, each failure in one sentence. Sole owner of yfinance."""

import re
from concurrent.futures import CancelledError
from datetime import date
from types import ModuleType

import pandas as pd

from rnn_core.errors import TickerError
from rnn_core.series import ticker_refusals as refuse
from rnn_core.series.date_formats import without_zone
from rnn_core.series.deadline import FAILURES, within
from rnn_core.series.price_cache import PriceQuery, Prices, recall, remember
from rnn_core.series.roles import find_roles
from rnn_core.series.series import Receipt, Series
from rnn_core.series.source import Source
from rnn_core.settings import settings

_SYMBOL = re.compile(r"[A-Z0-9.\-^=]{1,20}")
_COLUMNS = ("Open", "High", "Low", "Close", "Volume")
# yfinance reads "no start" as one month only; Yahoo answers for at most about a century.
_EARLIEST = "1930-01-01"


def load_ticker(symbol: str, start: str | date = "", end: str | date = "", interval: str = "1d") -> Series:
    """Adjusted prices of `symbol` from `start` to before `end` (ISO days; empty: all there is).

    Yahoo is asked once a day for the same question, and never for longer than `settings().ticker_deadline` seconds.

    Raises:
        TickerError: `bad_ticker`, `bad_range`, `offline`, `unknown_ticker`, `empty_range`, `rate_limit`,
            `no_network`, `too_slow` or `bad_answer`.
    """
    query = _make_query(symbol, _iso(start), _iso(end), interval)
    prices = recall(query)
    if prices is None:
        prices = _ask_in_time(query)
        remember(query, prices)
    source = str(Source("ticker", query.symbol, query.start, query.end))
    receipt = Receipt(source=source, origin="real", roles=find_roles(prices.frame.columns))
    return Series(query.symbol, prices.frame, receipt, unit=prices.currency)


def _make_query(symbol: str, start: str, end: str, interval: str) -> PriceQuery:
    """A question that is worth asking.

    Raises:
        TickerError: `bad_ticker`, `bad_range` or `offline`.
    """
    name = symbol.strip().upper()
    if not _SYMBOL.fullmatch(name):
        raise refuse.bad_ticker(symbol)
    if not (_is_day(start) and _is_day(end)) or (start and end and start >= end):
        raise refuse.bad_range(start, end)
    if settings().offline:
        raise refuse.offline()
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
        raise _explained(query, error) from error


def _ask(query: PriceQuery) -> Prices:
    """Ask Yahoo; runs in a thread of its own.

    Raises:
        TickerError: what yfinance itself tells apart.
    """
    yf = _yfinance()
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


def _yfinance() -> ModuleType:
    """The library, told to raise instead of returning empty tables and to keep its own files in our folder."""
    import yfinance as yf  # noqa: PLC0415 - half a second that only those who ask Yahoo should wait

    yf.config.debug.hide_exceptions = False
    yf.set_tz_cache_location(str(settings().cache_folder / "yfinance"))
    return yf  # type: ignore[no-any-return]


def _explained(query: PriceQuery, error: Exception) -> TickerError:
    """A sentence for what lies below yfinance, told by name because curl and requests each have their own kinds."""
    kind = type(error).__name__
    if "Timeout" in kind:
        return refuse.too_slow(query.symbol, settings().ticker_deadline)
    if kind == "HTTPError":
        return _explained_status(query, getattr(getattr(error, "response", None), "status_code", 0))
    return refuse.no_network() if isinstance(error, OSError) else refuse.bad_answer(query.symbol)


def _explained_status(query: PriceQuery, status: int) -> TickerError:
    if status == 429:
        return refuse.rate_limit()
    return refuse.unknown_ticker(query) if status == 404 else refuse.bad_answer(query.symbol)
