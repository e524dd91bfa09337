"""Why prices of a ticker cannot be loaded: one sentence a reason. Pure."""

from datetime import date

from rnn_core.errors import TickerError
from rnn_core.series.price_cache import PriceQuery


def bad_ticker(symbol: str) -> TickerError:
    """The symbol cannot be one."""
    return TickerError(
        "bad_ticker",
        "A ticker has 1 to 20 letters, digits or the signs . - ^ = and we got {symbol}. "
        "Type it as Yahoo writes it, for instance MA.",
        symbol=repr(symbol[:40]),
    )


def bad_range(start: str, end: str) -> TickerError:
    """The days are no days, or in the wrong order."""
    return TickerError(
        "bad_range",
        "The first day must lie before the last one, and we got {start} and {end}. Choose days like 2024-12-31.",
        start=start[:40] or "-",
        end=end[:40] or "-",
    )


def bad_interval(interval: str) -> TickerError:
    """Prices so often are of no use here."""
    return TickerError(
        "bad_interval",
        "Prices come daily, weekly or monthly (1d, 1wk or 1mo), and we got {interval}. Choose one of these.",
        interval=interval[:40] or "-",
    )


def not_kept(symbol: str, day: date) -> TickerError:
    """Prices of another day are asked for by name, and are no longer in the cache."""
    return TickerError(
        "not_kept",
        "The prices of {symbol} as they were on {day} are not kept here any more. Load them again.",
        symbol=symbol,
        day=day,
    )


def offline() -> TickerError:
    """The person who runs RNN Lab has switched the network off."""
    return TickerError(
        "offline", "RNN Lab runs without the internet here. Choose a built-in series or a file of your own."
    )


def unknown_ticker(query: PriceQuery) -> TickerError:
    """Yahoo knows no such symbol."""
    return TickerError(
        "unknown_ticker",
        "Yahoo knows no ticker {symbol}. Check how Yahoo writes it; outside the USA it has an ending, like SAP.DE.",
        symbol=query.symbol,
    )


def empty_range(query: PriceQuery) -> TickerError:
    """Yahoo has the symbol, but nothing in these days."""
    return TickerError(
        "empty_range",
        "Yahoo has no prices of {symbol} between {start} and {end}. Choose other days.",
        symbol=query.symbol,
        start=query.start or "-",
        end=query.end or "-",
    )


def rate_limit() -> TickerError:
    """Yahoo answers 429."""
    return TickerError(
        "rate_limit",
        "Yahoo allows only so many requests, and this server has sent too many. "
        "Try again in an hour, or choose a file or a built-in series.",
    )


def no_network() -> TickerError:
    """Nothing answers at all."""
    return TickerError(
        "no_network",
        "Yahoo cannot be reached from here. Check the network, or choose a file or a built-in series.",
    )


def too_slow(symbol: str, seconds: float) -> TickerError:
    """No answer within the deadline."""
    return TickerError(
        "too_slow",
        "Yahoo gave no answer for {symbol} within {seconds} seconds. Try again, or choose a file or a built-in series.",
        symbol=symbol,
        seconds=f"{seconds:g}",
    )


def bad_answer(symbol: str) -> TickerError:
    """Yahoo answers, but not with prices."""
    return TickerError(
        "bad_answer",
        "Yahoo's answer for {symbol} was not a table of prices. "
        "Try again later, or choose a file or a built-in series.",
        symbol=symbol,
    )


def explained(query: PriceQuery, error: Exception, deadline: float) -> TickerError:
    """A sentence for what lies below yfinance, told by name because curl and requests each have their own kinds."""
    kind = type(error).__name__
    if "Timeout" in kind:
        return too_slow(query.symbol, deadline)
    if kind == "HTTPError":
        return _explained_status(query, getattr(getattr(error, "response", None), "status_code", 0))
    return no_network() if isinstance(error, OSError) else bad_answer(query.symbol)


def _explained_status(query: PriceQuery, status: int) -> TickerError:
    if status == 429:
        return rate_limit()
    return unknown_ticker(query) if status == 404 else bad_answer(query.symbol)
