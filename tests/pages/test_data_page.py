"""The Data page: days or a share, never both; whatever Yahoo refuses is one sentence, and the old series stays."""

import pytest

from rnn_core.series import loading
from rnn_core.series import ticker_refusals as refuse
from rnn_core.series.price_cache import PriceQuery
from tests.pages.test_pages import texts

DAYS = ("train_from", "train_to", "test_from", "test_to")
QUERY = PriceQuery("XYZ", "2020-01-01", "2021-01-01", "1d")
REFUSALS = {
    "unknown ticker": refuse.unknown_ticker(QUERY),
    "no network": refuse.no_network(),
    "rate limit": refuse.rate_limit(),
    "empty range": refuse.empty_range(QUERY),
    "too slow": refuse.too_slow("XYZ", 20),
}


@pytest.fixture
def refusing(monkeypatch):
    """Make Yahoo answer with a refusal; gives back the list that every question is written to."""

    def with_(error):
        asked = []

        def load_ticker(*words):
            asked.append(words)
            raise type(error)(error.code, error.sentence.template, **error.sentence.values)

        monkeypatch.setattr(loading, "load_ticker", load_ticker)
        return asked

    return with_


def ask_for(app, symbol):
    box = next(box for box in app.text_input if box.label == "Ticker")
    box.set_value(symbol)
    next(button for button in app.button if button.label == "Load prices").click().run()
    assert not app.exception
    return app


def test_who_switches_from_days_to_a_share_keeps_no_days(visit):
    app = visit("data", data="builtin:share", train_from="2016-01-01", test_from="2021-01-01")
    assert app.session_state["set_way"] == "days"
    assert [name for name in DAYS if name in app.query_params] == ["train_from", "test_from"]
    app.get_by_key("set_way").set_value("share").run()
    assert not app.exception
    assert [name for name in DAYS if name in app.query_params] == []
    assert [name for name in DAYS if name in app.session_state["settings"]] == []
    # A fifth of all 4,013 rows.
    assert "803 rows to be tested on" in texts(app)
    app.switch_page("pages/train.py").run()
    assert "803 test rows" in texts(app)
    assert [name for name in DAYS if name in app.query_params] == []


def test_who_switches_from_a_share_to_days_tests_by_days(visit):
    app = visit("data", data="builtin:share", test_share="0.3")
    assert "1,204 rows to be tested on" in texts(app)
    app.get_by_key("set_way").set_value("days").run()
    app.get_by_key("set_test_from").set_value(app.get_by_key("set_test_from").max).run()
    assert not app.exception
    assert app.query_params["test_from"] == "2021-10-11"
    assert "1 rows to be tested on" in texts(app)


@pytest.mark.parametrize("name", REFUSALS)
def test_what_yahoo_refuses_is_one_sentence_and_the_old_series_stays(visit, refusing, name):
    refusing(REFUSALS[name])
    app = ask_for(visit("data", data="builtin:walk"), "xyz")
    said = [error.value for error in app.error]
    assert len(said) == 1
    plain = str(REFUSALS[name]).split("{")[0][:30]
    assert said[0].replace("\\", "").startswith(plain)
    assert "Traceback" not in texts(app)
    assert str(app.session_state["source"]) == "builtin:walk"
    assert app.subheader[0].value == "Random walk"


def test_what_was_refused_is_not_asked_again_within_a_minute(visit, refusing):
    asked = refusing(REFUSALS["no network"])
    app = ask_for(visit("data", data="builtin:walk"), "xyz")
    assert [symbol for symbol, *_ in asked] == ["XYZ"]
    ask_for(app, "xyz")
    assert app.error[0].value.startswith("Yahoo cannot be reached")
    assert len(asked) == 1
    ask_for(app, "abc")
    assert [symbol for symbol, *_ in asked] == ["XYZ", "ABC"]


def test_a_link_to_what_is_refused_asks_once_for_all_pages(visit, refusing):
    asked = refusing(REFUSALS["rate limit"])
    app = visit("data", data="ticker:XYZ:2020-01-01:2021-01-01")
    app.run()
    app.switch_page("pages/train.py").run()
    visit("home", data="ticker:XYZ:2020-01-01:2021-01-01")
    assert not app.exception
    assert "Yahoo allows only so many requests" in texts(app)
    assert asked == [("XYZ", "2020-01-01", "2021-01-01", "1d")]
