"""The Ticker tab: by company or symbol, recent ones first; a refusal is one sentence, and kept prices are offered."""

from datetime import date, timedelta

import pandas as pd
import pytest

from rnn_core.series import loading, price_cache, yahoo
from rnn_core.series import ticker_refusals as refuse
from rnn_core.series.price_cache import PriceQuery, Prices
from rnn_core.settings import settings
from tests.pages.test_pages import texts

QUERY = PriceQuery("XYZ", "2020-01-01", "2021-01-01", "1d")
REFUSALS = {
    "unknown ticker": refuse.unknown_ticker(QUERY),
    "no network": refuse.no_network(),
    "rate limit": refuse.rate_limit(),
    "empty range": refuse.empty_range(QUERY),
    "too slow": refuse.too_slow("XYZ", 20),
}
LAST_WEEK = date.today() - timedelta(days=7)
HTML = "<img src=x onerror=alert(1)>"


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    """A cache of its own, without the network unless a test says otherwise."""
    monkeypatch.setenv("RNN_LAB_CACHE_FOLDER", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def yahoo_says(monkeypatch):
    """Make Yahoo answer with prices, or with a refusal; gives back the questions that reach it."""

    def with_(answer):
        asked = []

        def ask(query):
            asked.append(query)
            if isinstance(answer, Prices):
                return answer
            raise type(answer)(answer.code, answer.sentence.template, **answer.sentence.values)

        monkeypatch.setattr(yahoo, "_ask_in_time", ask)
        return asked

    return with_


def prices(rows=300):
    days = pd.date_range("2020-01-01", periods=rows, freq="B", name="date")
    close = [100.0 + row % 7 for row in range(rows)]
    return Prices(pd.DataFrame({"Open": close, "High": close, "Low": close, "Close": close}, index=days), "USD")


def keep_prices_of_last_week(monkeypatch, symbol="MA", interval="1d"):
    with monkeypatch.context() as patch:
        patch.setattr(price_cache, "today", lambda: LAST_WEEK)
        price_cache.remember(PriceQuery(symbol, "2020-01-01", LAST_WEEK.isoformat(), interval), prices())


def box(app):
    """The select box; Streamlit's tester only knows options, and what is typed must become one of them for it."""
    found = next(box for box in app.selectbox if box.label in {"Company or ticker", "公司或股票代码"})
    if found.value is not None and found.value not in found.options and found.format_func(found.value) == found.value:
        found.options.append(found.value)
    return found


def press(app, label):
    box(app)
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def ask_for(app, text):
    found = box(app)
    if found.format_func(text) not in found.options:
        found.options.append(text)
    found.set_value(text)
    return press(app, "Load prices")


def labels(app):
    return [button.label for button in app.button]


def chosen(app):
    return str(app.session_state["source"])


def test_a_company_is_chosen_by_its_name_and_loaded_by_the_button_alone(visit, yahoo_says):
    asked = yahoo_says(prices())
    app = visit("data", data="builtin:walk")
    assert box(app).value is None
    assert "MA · Mastercard · 万事达卡" in box(app).options
    box(app).set_value("MA").run()
    assert (asked, chosen(app)) == ([], "builtin:walk")
    press(app, "Load prices")
    assert [query.symbol for query in asked] == ["MA"]
    assert chosen(app).startswith("ticker:MA:")
    assert app.subheader[0].value == "MA"


@pytest.mark.parametrize(
    ("typed", "symbol"), [("xyz", "XYZ"), ("msft", "MSFT"), ("toyota", "7203.T"), ("腾讯", "0700.HK")]
)
def test_what_is_typed_is_loaded_whether_or_not_it_is_in_the_list(visit, yahoo_says, typed, symbol):
    asked = yahoo_says(prices())
    app = ask_for(visit("data", data="builtin:walk"), typed)
    assert [query.symbol for query in asked] == [symbol]
    assert app.subheader[0].value == symbol


def test_recent_tickers_stand_first_and_stay_for_the_visit(visit, yahoo_says):
    yahoo_says(prices())
    app = ask_for(visit("data", data="builtin:walk"), "xyz")
    ask_for(app, "AAPL")
    assert box(app).options[:2] == ["AAPL · Apple · 苹果", "XYZ"]
    assert box(app).value == "AAPL"
    assert len(set(box(app).options)) == len(box(app).options)
    app.switch_page("pages/train.py").run()
    app.switch_page("pages/data.py").run()
    assert box(app).options[:2] == ["AAPL · Apple · 苹果", "XYZ"]
    assert box(visit("data")).value is None


def test_a_ticker_of_a_link_is_a_recent_one(visit, yahoo_says):
    yahoo_says(prices())
    app = visit("data", data="ticker:TSLA:2020-01-01:2021-01-01")
    assert box(app).value == "TSLA"


def test_names_stand_in_the_visitors_language_first(visit):
    app = visit("data", lang="zh")
    assert "MA · 万事达卡 · Mastercard" in box(app).options


def test_interval_and_days_are_asked_for(visit, yahoo_says):
    asked = yahoo_says(prices())
    app = visit("data", data="builtin:walk")
    next(dates for dates in app.date_input if dates.label == "From").set_value(date(2020, 1, 1))
    next(dates for dates in app.date_input if dates.label == "Until").set_value(date(2020, 12, 31))
    next(group for group in app.button_group if group.label == "How often").set_value("1wk")
    ask_for(app, "MA")
    assert asked == [PriceQuery("MA", "2020-01-01", "2021-01-01", "1wk")]
    assert chosen(app) == app.query_params["data"] == "ticker:MA:2020-01-01:2021-01-01:1wk"


def test_nothing_chosen_is_a_sentence(visit):
    app = press(visit("data", data="builtin:walk"), "Load prices")
    assert [error.value for error in app.error] == ["Choose a company or type a ticker first, for instance MA."]


@pytest.mark.parametrize("name", REFUSALS)
def test_what_yahoo_refuses_is_one_sentence_and_the_old_series_stays(visit, yahoo_says, name):
    yahoo_says(REFUSALS[name])
    app = ask_for(visit("data", data="builtin:walk"), "xyz")
    assert len(app.error) == 1
    assert app.error[0].value.replace("\\", "").startswith(str(REFUSALS[name])[:30])
    assert "Traceback" not in texts(app)
    assert chosen(app) == "builtin:walk"
    assert app.subheader[0].value == "Random walk"
    assert not [label for label in labels(app) if label.startswith("Use the prices")]


def test_what_was_refused_is_not_asked_again_within_a_minute(visit, yahoo_says):
    asked = yahoo_says(REFUSALS["no network"])
    app = ask_for(visit("data", data="builtin:walk"), "xyz")
    ask_for(app, "xyz")
    assert app.error[0].value.startswith("Yahoo cannot be reached")
    ask_for(app, "abc")
    assert [query.symbol for query in asked] == ["XYZ", "ABC"]


def test_a_link_to_what_is_refused_asks_once_for_all_pages(visit, monkeypatch):
    asked = []

    def load_ticker(*words):
        asked.append(words)
        raise refuse.rate_limit()

    monkeypatch.setattr(loading, "load_ticker", load_ticker)
    app = visit("data", data="ticker:XYZ:2020-01-01:2021-01-01")
    app.run()
    app.switch_page("pages/train.py").run()
    visit("home", data="ticker:XYZ:2020-01-01:2021-01-01")
    assert not app.exception
    assert "Yahoo allows only so many requests" in texts(app)
    assert asked == [("XYZ", "2020-01-01", "2021-01-01", "1d")]


def test_who_mistypes_a_name_is_told_which_may_be_meant(visit, yahoo_says):
    yahoo_says(REFUSALS["unknown ticker"])
    app = ask_for(visit("data", data="builtin:walk"), "masterc")
    assert "Perhaps you mean: Mastercard (MA)." in texts(app).replace("\\", "")


def test_who_named_the_company_is_not_told_the_same_again(visit, yahoo_says):
    yahoo_says(REFUSALS["unknown ticker"])
    assert "Perhaps you mean" not in texts(ask_for(visit("data", data="builtin:walk"), "nestle"))


@pytest.mark.parametrize("name", ["no network", "rate limit", "too slow"])
def test_kept_prices_are_offered_with_their_day_and_say_so(visit, yahoo_says, monkeypatch, name):
    keep_prices_of_last_week(monkeypatch)
    yahoo_says(REFUSALS[name])
    app = ask_for(visit("data", data="builtin:walk"), "mastercard")
    assert len(app.error) == 1
    assert chosen(app) == "builtin:walk"
    [offer] = [label for label in labels(app) if label.startswith("Use the prices of")]
    assert str(LAST_WEEK.year) in offer
    press(app, offer)
    assert chosen(app) == f"ticker:MA@{LAST_WEEK}:2020-01-01:{LAST_WEEK}"
    assert app.subheader[0].value == "MA"
    assert [info.value for info in app.info if "as Yahoo gave them on" in info.value]
    again = visit("train", data=chosen(app))
    assert "**MA**" in texts(again)


def test_offline_offers_kept_prices_too(visit, monkeypatch):
    keep_prices_of_last_week(monkeypatch)
    monkeypatch.setenv("RNN_LAB_OFFLINE", "1")
    settings.cache_clear()
    app = ask_for(visit("data", data="builtin:walk"), "MA")
    assert app.error[0].value.startswith("RNN Lab runs without the internet here.")
    assert [label for label in labels(app) if label.startswith("Use the prices of")]


def test_a_link_to_prices_that_cannot_be_loaded_offers_kept_ones(visit, yahoo_says, monkeypatch):
    keep_prices_of_last_week(monkeypatch)
    yahoo_says(REFUSALS["no network"])
    app = visit("data", data="ticker:MA:2020-01-01:2021-01-01")
    [offer] = [label for label in labels(app) if label.startswith("Use the prices of")]
    press(app, offer)
    assert app.subheader[0].value == "MA"


@pytest.mark.parametrize("symbol", [HTML, "A B", "](javascript:alert(1))"])
def test_what_cannot_be_a_symbol_is_a_sentence_and_no_html(visit, yahoo_says, symbol):
    asked = yahoo_says(prices())
    typed = ask_for(visit("data", data="builtin:walk"), symbol)
    assert typed.error[0].value.startswith("A ticker has 1 to 20 letters")
    linked = visit("data", data=f"ticker:{symbol.replace(':', '')}:2020-01-01:2021-01-01")
    assert not linked.exception
    for app in (typed, linked):
        unescaped = texts(app).lower().replace("\\<", "").replace("\\]", "")
        assert "<img" not in unescaped
        assert "](javascript" not in unescaped
        assert not [one for one in app.main if getattr(one, "allow_html", False)]
    assert asked == []
