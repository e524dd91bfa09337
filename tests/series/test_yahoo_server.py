"""yfinance itself against a small server on loopback: good answers, and every bad one as one sentence in time."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rnn_core.errors import TickerError
from rnn_core.series import Frequency, load_source, load_ticker, parse_source
from tests.series import fake_yahoo
from tests.series.fake_yahoo import END, START, Answer, Chart, Yahoo, refusal_of

NOBODY_THERE = "http://127.0.0.1:9"  # the port of a service that throws everything away, and that nobody runs


def test_a_good_answer_has_the_days_prices_and_currency_of_yahoo(yahoo: Yahoo) -> None:
    series = load_ticker("ma", START, END)
    assert [str(day)[:10] for day in series.dates] == ["2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07"]
    assert (series.dates.tz, series.unit, series.name, series.frequency) == (None, "USD", "MA", Frequency.DAILY)
    assert list(series.frame["Close"]) == [10.0, 11.0, 12.0, 13.0]
    assert list(series.frame.iloc[0]) == [9.5, 11.0, 9.0, 10.0, 1000.0]
    assert (series.receipt.source, series.receipt.warnings) == ("ticker:MA:2024-03-01:2024-04-01", ())
    [(symbol, question)] = yahoo.questions()
    first = datetime(2024, 3, 1, tzinfo=ZoneInfo(fake_yahoo.NEW_YORK))
    assert (symbol, question["period1"], question["interval"]) == ("MA", str(int(first.timestamp())), "1d")


def test_prices_are_adjusted_for_what_was_paid_out(yahoo: Yahoo) -> None:
    yahoo.prices = Chart(adjusted=0.5).answer()
    assert list(load_ticker("MA", START, END).frame.iloc[0]) == [4.75, 5.5, 4.5, 5.0, 1000.0]


def test_days_are_those_of_the_exchange(yahoo: Yahoo) -> None:
    tokyo = datetime(2024, 3, 4, 9, tzinfo=ZoneInfo("Asia/Tokyo"))  # the day before in universal time
    yahoo.prices = Chart(first=tokyo, zone="Asia/Tokyo", meta={"currency": "JPY"}).answer()
    series = load_ticker("7203.T", START, END)
    assert (str(series.dates[0]), series.unit) == ("2024-03-04 00:00:00", "JPY")


@pytest.mark.parametrize(("interval", "step", "frequency"), [("1wk", 7, "weekly"), ("1mo", 31, "monthly")])
def test_less_often_is_asked_for_and_stays_in_the_source(
    yahoo: Yahoo, interval: str, step: int, frequency: str
) -> None:
    yahoo.prices = Chart(step=step, close=(10.0, 11.0, 12.0)).answer()
    series = load_source(parse_source(f"ticker:MA:2024-01-01:2024-12-31:{interval}"))
    assert (series.frequency.value, yahoo.questions()[0][1]["interval"]) == (frequency, interval)
    assert series.receipt.source == f"ticker:MA:2024-01-01:2024-12-31:{interval}"


def test_days_without_a_price_are_left_out(yahoo: Yahoo) -> None:
    yahoo.prices = Chart(close=(10.0, None, 12.0)).answer()
    assert list(load_ticker("MA", START, END).frame["Close"]) == [10.0, 12.0]


@pytest.mark.parametrize("symbol", ["^GSPC", "EURUSD=X", "BTC-USD", "TATACONSUM.NS"])
def test_symbols_with_signs_reach_yahoo_as_they_are(yahoo: Yahoo, symbol: str) -> None:
    assert load_ticker(symbol, START, END).name == symbol
    assert yahoo.questions()[0][0] == symbol


NO_TABLE = {
    "malformed JSON": fake_yahoo.CUT_OFF,
    "nothing at all": Answer(""),
    "a page": fake_yahoo.A_PAGE,
    "an error of the server": fake_yahoo.BROKEN,
    "no prices in it": Answer({"chart": {"result": [{"meta": {}}], "error": None}}),
}
REFUSED = {"rate_limit": fake_yahoo.TOO_MANY, "unknown_ticker": fake_yahoo.UNKNOWN}


@pytest.mark.parametrize("code", REFUSED)
def test_what_yahoo_refuses_at_once_is_told_apart(yahoo: Yahoo, code: str) -> None:
    yahoo.prices = REFUSED[code]
    assert refusal_of().code == code


def test_too_many_requests_are_noticed_at_the_prices_too(yahoo: Yahoo) -> None:
    yahoo.look, yahoo.prices = Chart().answer(), fake_yahoo.TOO_MANY
    assert refusal_of().code == "rate_limit"


@pytest.mark.parametrize(
    "empty",
    [fake_yahoo.NOTHING_THERE, Answer({"chart": {"result": [], "error": None}}), Chart(close=(None, None)).answer()],
    ids=["refused", "no result", "no prices"],
)
def test_a_known_symbol_without_prices_is_an_empty_range(yahoo: Yahoo, empty: Answer) -> None:
    yahoo.look, yahoo.prices = Chart().answer(), empty
    assert refusal_of().code == "empty_range"


@pytest.mark.parametrize("name", NO_TABLE)
@pytest.mark.parametrize("first_look_works", [False, True])
def test_what_is_no_table_of_prices_is_a_bad_answer(yahoo: Yahoo, name: str, first_look_works: bool) -> None:
    yahoo.look, yahoo.prices = (Chart().answer() if first_look_works else None), NO_TABLE[name]
    assert refusal_of().code == "bad_answer"


@pytest.mark.parametrize("content", [[], {"finance": {}}, "null"], ids=["a list", "other words", "nothing"])
def test_other_json_at_the_first_look_is_a_bad_answer(yahoo: Yahoo, content: Any) -> None:
    yahoo.look = Answer(content)
    assert refusal_of().code == "bad_answer"


def test_a_bad_answer_is_not_remembered(yahoo: Yahoo) -> None:
    good, yahoo.prices = yahoo.prices, fake_yahoo.BROKEN
    assert refusal_of().code == "bad_answer"
    yahoo.prices = good
    assert len(load_ticker("MA", START, END).frame) == 4


def test_a_slow_answer_is_given_up_at_the_deadline(yahoo: Yahoo, set_up: Callable[..., None]) -> None:
    set_up(ticker_deadline="0.2")
    yahoo.gate = threading.Event()
    before = time.monotonic()
    refusal = refusal_of()
    assert time.monotonic() - before < 1.0
    assert (refusal.code, refusal.sentence.values["seconds"]) == ("too_slow", "0.2")


def test_a_server_that_is_not_there_is_no_network(monkeypatch: pytest.MonkeyPatch, set_up: Any) -> None:  # noqa: ARG001
    fake_yahoo.turn_yfinance_to(NOBODY_THERE, monkeypatch)
    assert refusal_of().code == "no_network"


@pytest.mark.parametrize(
    "symbol", ["<img src=x onerror=alert(1)>", "MA@soon", "MA@2024-02-30", "@2024-02-01", "A/../B"]
)
def test_what_cannot_be_a_symbol_never_reaches_yahoo(yahoo: Yahoo, symbol: str) -> None:
    assert refusal_of(symbol).code == "bad_ticker"
    assert yahoo.asked == []


@pytest.mark.parametrize("interval", ["5m", "1h", "3mo", "", "<b>"])
def test_other_intervals_are_refused(yahoo: Yahoo, interval: str) -> None:
    with pytest.raises(TickerError) as refusal:
        load_ticker("MA", START, END, interval)
    assert refusal.value.code == "bad_interval"
    assert yahoo.asked == []
