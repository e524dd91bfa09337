"""Yahoo is asked once a day, never for long, and every failure is one sentence. No network: yfinance is faked."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yfinance
from yfinance import exceptions as yf_errors

from rnn_core.errors import TickerError
from rnn_core.series import load_source, load_ticker, parse_source


class HTTPError(OSError):
    """As curl and requests have it: an OSError that carries a response."""

    def __init__(self, status: int) -> None:
        self.response = type("Response", (), {"status_code": status})()


class ConnectTimeout(OSError):  # noqa: N818 - curl calls it so
    """As curl has it: no TimeoutError, but named like one."""


class FakeYahoo:
    """Stands for `yfinance.Ticker` and counts the questions."""

    def __init__(self) -> None:
        days = pd.date_range("2024-03-07", periods=4, freq="B", tz="America/New_York", name="Date")
        prices = {"Open": 1.0, "High": 2.0, "Low": 0.5, "Close": 1.5, "Volume": 100}
        self.frame = pd.DataFrame(prices, index=days)
        self.history_metadata: dict[str, str] | None = {"currency": "USD"}
        self.error: Exception | None = None
        self.gate: threading.Event | None = None
        self.asked: list[dict[str, Any]] = []

    def __call__(self, symbol: str) -> "FakeYahoo":
        self.symbol = symbol
        return self

    def history(self, **question: Any) -> pd.DataFrame:
        self.asked.append(question)
        if self.gate is not None:
            self.gate.wait(5)
        if self.error is not None:
            raise self.error
        return self.frame


@pytest.fixture
def yahoo(monkeypatch: pytest.MonkeyPatch, set_up: Any) -> FakeYahoo:  # noqa: ARG001 - the settings must stand first
    fake = FakeYahoo()
    monkeypatch.setattr(yfinance, "Ticker", fake)
    monkeypatch.setattr(yfinance, "set_tz_cache_location", lambda _folder: None)
    return fake


def refusal_of(symbol: str = "MA", start: str = "2024-01-01", end: str = "2024-06-01") -> str:
    with pytest.raises(TickerError) as refusal:
        load_ticker(symbol, start, end)
    assert str(refusal.value).endswith(".")
    assert "{" not in str(refusal.value)
    return refusal.value.code


def test_prices_come_with_roles_currency_and_plain_days(yahoo: FakeYahoo) -> None:
    series = load_ticker(" ma ", date(2024, 3, 1), "2024-04-01")
    assert (series.name, yahoo.symbol, series.unit, series.receipt.origin) == ("MA", "MA", "USD", "real")
    assert series.columns == ("Open", "High", "Low", "Close", "Volume")
    assert list(series.receipt.roles) == ["open", "high", "low", "close", "volume"]
    assert [str(day) for day in series.dates[:2]] == ["2024-03-07 00:00:00", "2024-03-08 00:00:00"]
    assert series.receipt.source == "ticker:MA:2024-03-01:2024-04-01"
    assert (yahoo.asked[0]["auto_adjust"], yahoo.asked[0]["actions"]) == (True, False)
    assert yfinance.config.debug.hide_exceptions is False


def test_same_question_is_asked_once_a_day(yahoo: FakeYahoo) -> None:
    first = load_ticker("MA", "2024-01-01", "2024-06-01")
    second = load_source(parse_source("ticker:MA:2024-01-01:2024-06-01"))
    assert (len(yahoo.asked), second.unit) == (1, "USD")
    assert first.fingerprint == second.fingerprint
    pd.testing.assert_frame_equal(first.frame, second.frame, check_freq=False)
    load_ticker("MA", "2024-01-01", "2024-06-02")
    load_ticker("MA", "2024-01-01", "2024-06-01", "1wk")
    assert len(yahoo.asked) == 3


def test_unreadable_cache_is_asked_again(yahoo: FakeYahoo, tmp_path: Path) -> None:
    load_ticker("MA", "2024-01-01", "2024-06-01")
    for path in (tmp_path / "cache" / "prices").iterdir():
        path.write_bytes(b"rubbish")
    assert len(load_ticker("MA", "2024-01-01", "2024-06-01").frame) == 4
    assert len(yahoo.asked) == 2


def test_unwritable_cache_breaks_nothing(yahoo: FakeYahoo, set_up: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    set_up(cache_folder=str(tmp_path / "file"))
    assert len(load_ticker("MA", "2024-01-01", "2024-06-01").frame) == 4
    assert len(yahoo.asked) == 1


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (yf_errors.YFTzMissingError("MA"), "unknown_ticker"),
        (yf_errors.YFPricesMissingError("MA", "", "No data found, symbol may be delisted"), "unknown_ticker"),
        (yf_errors.YFPricesMissingError("MA", "", "Data doesn't exist for startDate = 1"), "empty_range"),
        (yf_errors.YFPricesMissingError("MA", "(1d 2024-01-01)"), "empty_range"),
        (yf_errors.YFRateLimitError(), "rate_limit"),
        (yf_errors.YFDataException("down"), "bad_answer"),
        (HTTPError(404), "unknown_ticker"),
        (HTTPError(429), "rate_limit"),
        (HTTPError(500), "bad_answer"),
        (ConnectionError("no route"), "no_network"),
        (ConnectTimeout("too long"), "too_slow"),
        (KeyError("chart"), "bad_answer"),
        (ValueError("no JSON"), "bad_answer"),
    ],
)
def test_every_failure_is_one_sentence_and_is_not_kept(yahoo: FakeYahoo, error: Exception, code: str) -> None:
    yahoo.error = error
    assert refusal_of() == code
    yahoo.error = None
    assert len(load_ticker("MA", "2024-01-01", "2024-06-01").frame) == 4


def test_answer_without_rows_is_an_empty_range(yahoo: FakeYahoo) -> None:
    yahoo.frame = yahoo.frame.iloc[:0]
    assert refusal_of() == "empty_range"


def test_unknown_currency_leaves_the_unit_empty(yahoo: FakeYahoo) -> None:
    yahoo.history_metadata = None
    assert load_ticker("MA", "2024-01-01", "2024-06-01").unit == ""


def test_slow_answer_is_given_up_at_the_deadline(yahoo: FakeYahoo, set_up: Any) -> None:
    set_up(ticker_deadline="0.05")
    yahoo.gate = threading.Event()
    assert refusal_of() == "too_slow"
    yahoo.gate.set()


def test_offline_never_asks(yahoo: FakeYahoo, set_up: Any) -> None:
    set_up(offline="true")
    assert refusal_of() == "offline"
    assert yahoo.asked == []


@pytest.mark.parametrize("symbol", ["", "MA;rm", "../etc", "A B", "a:b", "X" * 21, "MÄ"])
def test_symbols_that_cannot_be_are_not_asked_for(yahoo: FakeYahoo, symbol: str) -> None:
    assert refusal_of(symbol) == "bad_ticker"
    assert yahoo.asked == []


@pytest.mark.parametrize(("start", "end"), [("2024-06-01", "2024-01-01"), ("2024-02-30", ""), ("soon", "later")])
def test_days_that_cannot_be_are_not_asked_for(yahoo: FakeYahoo, start: str, end: str) -> None:
    assert refusal_of("MA", start, end) == "bad_range"
    assert yahoo.asked == []


def test_no_days_at_all_ask_for_everything(yahoo: FakeYahoo) -> None:
    load_ticker("^GSPC")
    assert (yahoo.asked[0]["start"], yahoo.asked[0]["end"]) == ("1930-01-01", None)
