"""Well-known companies are found by symbol, by English and by Chinese name, and what is typed finds its symbol."""

import pytest

from rnn_core.series import COMPANIES, company_of, find_companies, symbol_meant
from rnn_core.series.yahoo import _SYMBOL

MUST_BE_THERE = (
    "MA AAPL MSFT NVDA GOOGL AMZN META TSLA SAP.DE 7203.T 005930.KS 0700.HK 600519.SS 2330.TW TCS.NS TATACONSUM.NS "
    "^GSPC ^N225 EURUSD=X BTC-USD"
)


def symbols(text: str, most: int = 8) -> list[str]:
    return [company.symbol for company in find_companies(text, most=most)]


def test_the_list_holds_what_people_look_for() -> None:
    assert [symbol for symbol in MUST_BE_THERE.split() if company_of(symbol) is None] == []
    assert len(COMPANIES) >= 150
    assert company_of("XYZ") is None


def test_symbols_and_names_stand_once_and_fit() -> None:
    assert [company for company in COMPANIES if not _SYMBOL.fullmatch(company.symbol)] == []
    for words in ([one.symbol for one in COMPANIES], [name for one in COMPANIES for name in (one.name, one.chinese)]):
        given = [word.casefold() for word in words if word]
        assert len(given) == len(set(given))
    assert [one.chinese for one in COMPANIES if one.chinese.isascii() and one.chinese] == []


@pytest.mark.parametrize("text", ["MA", " ma ", "Mastercard", "MASTERC", "万事达"])
def test_a_company_is_found_by_symbol_and_by_name_in_either_language(text: str) -> None:
    assert symbols(text)[0] == "MA"


def test_what_begins_so_stands_before_what_only_contains_it() -> None:
    found = symbols("tata", most=3)
    assert found == ["TCS.NS", "TATACONSUM.NS"]
    assert symbols("ma")[0] == "MA"
    assert symbols("bank", most=3) == ["BAC", "DBK.DE", "601398.SS"]
    assert symbols("nestle") == symbols("Nestlé") == ["NESN.SW"]
    assert symbols("loreal") == ["OR.PA"]


@pytest.mark.parametrize("text", ["", "   ", "nothing is called like this", "<img src=x>"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert symbols(text) == []


def test_as_many_are_found_as_are_wanted() -> None:
    assert len(find_companies("a", most=5)) == 5


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("msft", "MSFT"),
        (" sap.de", "SAP.DE"),
        ("^gspc", "^GSPC"),
        ("Mastercard", "MA"),
        ("MASTERCARD", "MA"),
        ("apple", "AAPL"),
        ("google", "GOOGL"),
        ("samsung", "005930.KS"),
        ("腾讯", "0700.HK"),
        ("茅台", "600519.SS"),
        ("s&p 500", "^GSPC"),
        # Not in the list, or several of it: a symbol.
        ("xyz", "XYZ"),
        ("bank", "BANK"),
        ("银行", "银行"),
        # A few capitals are a symbol, though a listed company is called so.
        ("SAP", "SAP"),
        ("sap", "SAP.DE"),
        ("", ""),
    ],
)
def test_what_is_typed_finds_its_symbol(typed: str, symbol: str) -> None:
    assert symbol_meant(typed) == symbol
