"""Prices of earlier days: asked for once a day, kept within bounds, offered with their day, and the same for ever."""

import socket
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import curl_cffi
import pytest

from rnn_core.series import find_kept_prices, load_source, load_ticker, parse_source, price_cache
from tests.series import fake_yahoo
from tests.series.fake_yahoo import END, START, Answer, Chart, Yahoo, refusal_of


def test_the_same_question_reaches_yahoo_once_a_day(yahoo: Yahoo, on_day: Callable[[str], None]) -> None:
    on_day("2024-04-02")
    load_ticker("MA", START, END)
    load_ticker("MA", START, END)
    assert len(yahoo.questions()) == 1
    on_day("2024-04-03")
    load_ticker("MA", START, END)
    assert len(yahoo.questions()) == 2


def forbid_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise AssertionError("Something wants to reach the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(curl_cffi.Curl, "perform", refuse)
    monkeypatch.setattr(curl_cffi.Session, "request", refuse)


def test_offline_opens_no_connection_and_serves_the_same_question_from_the_cache(
    yahoo: Yahoo, set_up: Callable[..., None], on_day: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day("2024-04-02")
    before = load_ticker("MA", START, END)
    set_up(offline="1")
    forbid_the_network(monkeypatch)
    today = load_ticker("MA", START, END)
    assert (today.fingerprint, today.receipt) == (before.fingerprint, before.receipt)
    on_day("2024-04-09")
    later = load_ticker("MA", START, END)
    assert (later.fingerprint, later.unit) == (before.fingerprint, "USD")
    assert [warning.code for warning in later.receipt.warnings] == ["cached_prices"]
    assert refusal_of("MA", START, "2024-05-01").code == "offline"
    assert refusal_of("AAPL").code == "offline"
    assert len(yahoo.questions()) == 1


@pytest.mark.parametrize("answer", [fake_yahoo.TOO_MANY, fake_yahoo.BROKEN, fake_yahoo.A_PAGE])
def test_older_prices_are_found_when_yahoo_fails_and_say_their_day(
    yahoo: Yahoo, on_day: Callable[[str], None], answer: Answer
) -> None:
    on_day("2024-04-02")
    before = load_ticker("MA", START, END)
    on_day("2024-04-05")
    yahoo.prices = answer
    refusal_of("MA", START, "2024-04-06")
    kept = find_kept_prices(parse_source("ticker:MA:2024-03-01:2024-04-06"))
    assert kept is not None
    assert (kept.asked, str(kept.source)) == (date(2024, 4, 2), "ticker:MA@2024-04-02:2024-03-01:2024-04-01")
    series = load_source(parse_source(str(kept.source)))
    assert (series.name, series.unit, series.fingerprint) == ("MA", "USD", before.fingerprint)
    assert series.receipt.source == str(kept.source)
    [warning] = series.receipt.warnings
    assert (warning.code, warning.values) == ("cached_prices", {"day": date(2024, 4, 2)})


def test_kept_prices_fit_in_symbol_and_interval_and_hold_most_of_what_was_wanted(
    yahoo: Yahoo, on_day: Callable[[str], None]
) -> None:
    on_day("2024-04-02")
    load_ticker("MA", START, END)
    on_day("2024-04-03")
    yahoo.prices = Chart(close=(10.0,)).answer()
    load_ticker("MA", START, "2024-03-05")
    days = {"2024-04-10": date(2024, 4, 2), "2024-03-05": date(2024, 4, 3)}
    found = {end: find_kept_prices(parse_source(f"ticker:ma:{START}:{end}")) for end in days}
    assert {end: kept.asked for end, kept in found.items() if kept is not None} == days
    assert find_kept_prices(parse_source(f"ticker:MA:{START}:{END}:1wk")) is None
    assert find_kept_prices(parse_source(f"ticker:AAPL:{START}:{END}")) is None


def test_kept_prices_stay_the_same_whatever_yahoo_says_later(yahoo: Yahoo, on_day: Callable[[str], None]) -> None:
    on_day("2024-04-02")
    load_ticker("MA", START, END)
    on_day("2024-04-05")
    yahoo.prices = Chart(adjusted=0.5).answer()
    assert load_ticker("MA", START, END).frame["Close"].iloc[0] == 5.0
    assert load_ticker("MA@2024-04-02", START, END).frame["Close"].iloc[0] == 10.0
    assert len(yahoo.questions()) == 2


def test_kept_prices_that_are_gone_are_a_sentence(set_up: Any) -> None:  # noqa: ARG001
    refusal = refusal_of("MA@2024-04-02")
    assert refusal.code == "not_kept"
    assert str(refusal).startswith("The prices of MA as they were on 2024-04-02 are not kept here any more.")


def test_the_cache_forgets_the_oldest_first(
    yahoo: Yahoo, on_day: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert yahoo.address
    monkeypatch.setattr(price_cache, "MOST_FILES", 3)
    first = date(2024, 4, 2)
    for later in range(5):
        on_day((first + timedelta(days=later)).isoformat())
        load_ticker("MA", START, END)
    files = sorted(path.name for path in (tmp_path / "cache" / "prices").iterdir())
    assert [name.split(".")[-2] for name in files] == ["2024-04-04", "2024-04-05", "2024-04-06"]
    monkeypatch.setattr(price_cache, "MOST_BYTES", 1)
    load_ticker("AAPL", START, END)
    assert list((tmp_path / "cache" / "prices").iterdir()) == []
