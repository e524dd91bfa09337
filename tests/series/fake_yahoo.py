"""A small HTTP server on loopback that speaks Yahoo's chart JSON, and yfinance turned to it instead of to Yahoo."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest
from yfinance import base, cache, data
from yfinance.scrapers import history, quote

from rnn_core.errors import TickerError
from rnn_core.series import load_ticker

START, END = "2024-03-01", "2024-04-01"  # the days that most tests ask for
CHART = "/v8/finance/chart/"
NEW_YORK = "America/New_York"
LONGEST_WAIT = 10.0  # seconds that a held answer waits for its test, should that be gone


@dataclass(frozen=True)
class Answer:
    """What the server says: a status and a body, JSON unless said otherwise."""

    body: Any
    status: int = 200
    kind: str = "application/json"

    def content(self) -> bytes:
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


def error(status: int, code: str, description: str) -> Answer:
    """How Yahoo refuses."""
    return Answer({"chart": {"result": None, "error": {"code": code, "description": description}}}, status)


UNKNOWN = error(404, "Not Found", "No data found, symbol may be delisted")
NOTHING_THERE = error(400, "Bad Request", "Data doesn't exist for startDate = 1704067200, endDate = 1704153600")
TOO_MANY = Answer("Too Many Requests\r\n", 429, "text/html")
BROKEN = Answer("<html><body><h1>500 Internal Server Error</h1></body></html>", 500, "text/html")
A_PAGE = Answer("<!DOCTYPE html><html><body>Welcome to Yahoo</body></html>", 200, "text/html")
CUT_OFF = Answer('{"chart": {"result": [{"meta": {"currency": "USD", "exch', 200)


@dataclass(frozen=True)
class Chart:
    """Prices of one symbol as Yahoo has them: `close` a row, from `first` on, every `step` days.

    The adjusted close is the close times `adjusted`.
    """

    close: tuple[float | None, ...] = (10.0, 11.0, 12.0, 13.0)
    first: datetime = datetime(2024, 3, 4, 9, 30, tzinfo=ZoneInfo(NEW_YORK))
    step: int = 1
    adjusted: float = 1.0
    zone: str = NEW_YORK
    meta: dict[str, Any] = field(default_factory=lambda: {"currency": "USD"})

    def answer(self) -> Answer:
        moments = [self.first + timedelta(days=self.step * row) for row in range(len(self.close))]
        around = {name: [_plus(close, more) for close in self.close] for name, more in _AROUND.items()}
        volume = [None if close is None else 1000 + row for row, close in enumerate(self.close)]
        adjusted = [None if close is None else close * self.adjusted for close in self.close]
        result = {
            "meta": self._meta(),
            "timestamp": [int(moment.timestamp()) for moment in moments],
            "indicators": {"quote": [{**around, "volume": volume}], "adjclose": [{"adjclose": adjusted}]},
        }
        return Answer({"chart": {"result": [result], "error": None}})

    def _meta(self) -> dict[str, Any]:
        moment = datetime(2024, 6, 3, 20, tzinfo=UTC)
        return {
            "symbol": "MA",
            "instrumentType": "EQUITY",
            "exchangeTimezoneName": self.zone,
            "validRanges": ["1d", "1mo", "max"],
            "regularMarketTime": int(moment.timestamp()),
            **self.meta,
        }


_AROUND = {"open": -0.5, "high": 1.0, "low": -1.0, "close": 0.0}


def _plus(close: float | None, more: float) -> float | None:
    return None if close is None else close + more


class Yahoo(ThreadingHTTPServer):
    """The server: what it answers for prices, and for the first look at a symbol; and what it was asked."""

    daemon_threads = True
    block_on_close = False  # an answer that is held must not hold the end of a test

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.prices: Answer = Chart().answer()
        self.look: Answer | None = None
        self.gate: threading.Event | None = None
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, symbol: str, question: dict[str, str]) -> Answer:
        self.asked.append((symbol, question))
        if self.gate is not None:
            self.gate.wait(LONGEST_WAIT)
        # yfinance first asks for one day only, to learn the time zone.
        looks = "period1" not in question
        return self.look if looks and self.look is not None else self.prices

    def questions(self) -> list[tuple[str, dict[str, str]]]:
        """Those for prices."""
        return [(symbol, question) for symbol, question in self.asked if "period1" in question]


class _Handler(BaseHTTPRequestHandler):
    server: Yahoo

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        question = dict(word.split("=", 1) for word in address.query.split("&") if "=" in word)
        known = address.path.startswith(CHART)
        answer = self.server.answer(unquote(address.path.removeprefix(CHART)), question) if known else UNKNOWN
        content = answer.content()
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        except OSError:
            return  # whoever asked has gone

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def running() -> Iterator[Yahoo]:
    """A server that answers until the end of the block."""
    server = Yahoo()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        if server.gate is not None:
            server.gate.set()
        server.shutdown()
        server.server_close()
        thread.join()


def turn_yfinance_to(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let yfinance ask `address`, with a session of its own and without memories of other tests."""
    for module in (base, history, quote):  # they took Yahoo's addresses over by value
        for name in ("_BASE_URL_", "_QUERY1_URL_", "_ROOT_URL_", "_QUOTE_SUMMARY_URL_"):
            monkeypatch.setattr(module, name, address, raising=False)
    # The addresses for cookies stand in the middle of the code.
    monkeypatch.setattr(data.YfData, "_get_cookie_and_crumb", lambda _self, timeout=30: (None, "basic"))  # noqa: ARG005
    monkeypatch.setattr(data.SingletonMeta, "_instances", {})
    monkeypatch.setattr(base, "_tz_info_fetch_ctr", 0)
    no_zones = cache._TzCache()
    no_zones.dummy = True
    monkeypatch.setattr(cache._TzCacheManager, "_tz_cache", no_zones)


def refusal_of(symbol: str = "MA", start: str = START, end: str = END) -> TickerError:
    """Why the prices cannot be loaded."""
    with pytest.raises(TickerError) as refusal:
        load_ticker(symbol, start, end)
    assert "{" not in str(refusal.value)
    return refusal.value
