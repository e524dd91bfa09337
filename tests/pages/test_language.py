"""Numbers, dates and names are shown by the custom of the visitor's language, and as they are."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.ui import language, state
from pages.ui.language import _, day, number, plain, shown, tell
from rnn_core.errors import FileError
from rnn_core.words import Amount, Sentence

SPACE = "\N{NO-BREAK SPACE}"
Speak = Callable[[str], None]


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch) -> Speak:
    """Sets the visitor's language."""
    return lambda code: monkeypatch.setattr(state, "language", lambda: code)


@pytest.fixture(params=sorted(state.LANGUAGES))
def code(request: pytest.FixtureRequest, speak: Speak) -> str:
    """Each language, which the visitor speaks."""
    speak(request.param)
    return str(request.param)


def test_every_language_has_its_customs() -> None:
    assert set(language._LOCALES) == set(state.LANGUAGES)


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (5.2765, "5.28"),
        (-5.2765, "-5.28"),
        (0.000312, "0.000312"),
        (0.5, "0.500"),
        (349.1, "349"),
        (1_234_567.8, "1,234,568"),
        (np.float64(5.2765), "5.28"),
    ],
)
def test_numbers_have_three_digits_that_count(value: float, text: str) -> None:
    assert number(value) == shown(value) == text


@pytest.mark.usefixtures("code")
def test_more_digits_can_be_asked_for() -> None:
    assert number(5.2765, 5) == "5.2765"


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), np.float64("nan")])
def test_what_is_no_number_is_a_dash(value: float) -> None:
    assert number(value) == shown(value) == "–"


@pytest.mark.usefixtures("code")
def test_whole_numbers_are_shown_in_full() -> None:
    assert (shown(63_626), shown(0), shown(-7)) == ("63,626", "0", "-7")


@pytest.mark.parametrize(("code", "text"), [("en", "Oct 11, 2021"), ("zh", "2021年10月11日")])
def test_days_are_written_by_custom(code: str, text: str, speak: Speak) -> None:
    speak(code)
    assert day(date(2021, 10, 11)) == shown(date(2021, 10, 11)) == shown(datetime(2021, 10, 11, 15, 30)) == text


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Amount(5.2765, "USD"), f"5.28{SPACE}USD"),
        (Amount(5.2765), "5.28"),
        (Amount(float("nan"), "USD"), f"–{SPACE}USD"),
        (Amount(0.5, "US$"), rf"0.500{SPACE}US\$"),
    ],
)
def test_an_amount_has_its_unit_beside_it(value: Amount, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Close", "Close"),
        ("涨跌幅", "涨跌幅"),
        ("adj_close*", r"adj\_close\*"),
        ("[x](y)", r"\[x\](y)"),
        ("a$b$", r"a\$b\$"),
        (":red[no]", r"\:red\[no\]"),
        ("# a | `b` ~c~ <d>", r"\# a \| \`b\` \~c\~ \<d\>"),
        ("{name}", r"\{name\}"),
        ("\\", "\\\\"),
        ("1. open", r"1\. open"),
        ("- a\n + b - c", "\\- a\n \\+ b - c"),
        ("-1.5", "-1.5"),
        ("12.5 USD", "12.5 USD"),
        ("WWW.example.org", "WWW\N{WORD JOINER}.example.org"),
        ("https://example.org", "https\\:\N{WORD JOINER}//example.org"),
        (":smile:", "\\:\N{WORD JOINER}smile\\:"),
        ("at 10:30:00", r"at 10\:30\:00"),
        ("a -> b", "a -\N{WORD JOINER}\\> b"),
        ("me@example.org", "me@\N{WORD JOINER}example.org"),
        ("MA@2026-01-01", "MA@2026-01-01"),
    ],
)
def test_names_are_shown_as_they_are(text: str, escaped: str) -> None:
    assert plain(text) == escaped


def test_names_inside_a_text_are_shown_as_they_are(speak: Speak) -> None:
    speak("zh")
    assert _("Asking Yahoo for {symbol}", symbol="^GSPC_*") == r"正在向Yahoo查询^GSPC\_\*"


def test_a_value_with_braces_is_not_filled_in_again(speak: Speak) -> None:
    speak("en")
    assert _("{count} weights to learn", count="{count}") == r"\{count\} weights to learn"


@pytest.mark.parametrize(("code", "text"), [("en", "5 min"), ("zh", "5分钟")])
def test_a_text_is_said_in_the_visitors_language(code: str, text: str, speak: Speak) -> None:
    speak(code)
    assert _("{minutes} min", minutes=5).replace(SPACE, " ") == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The file has no column called a\\_b. Choose one of: Open, Close."),
        ("zh", "文件中没有名为a\\_b的列。请从这些列中选择：Open, Close。"),
    ],
)
def test_sentences_and_refusals_are_told_alike(code: str, text: str, speak: Speak) -> None:
    speak(code)
    template = "The file has no column called {name}. Choose one of: {columns}."
    values = {"name": "a_b", "columns": "Open, Close"}
    assert tell(Sentence("unknown_column", template, values)) == text
    assert tell(FileError("unknown_column", template, **values)) == text


def a_first_visit() -> None:
    import streamlit as st

    from pages.ui import state
    from pages.ui.language import _

    state.start()
    st.text(state.language())
    st.text(_("naive line"))
    if st.button("other language"):
        state.set_language("zh")
        st.rerun()


def visit(monkeypatch: pytest.MonkeyPatch, browser: str | None, **params: str) -> AppTest:
    monkeypatch.setattr(type(st.context), "locale", property(lambda _context: browser))
    page = AppTest.from_function(a_first_visit)
    page.query_params.update(params)
    return page.run()


def texts(page: AppTest) -> list[Any]:
    assert not page.exception
    return [element.value for element in page.text]


@pytest.mark.parametrize(
    ("browser", "first"),
    [
        ("zh-CN", "zh"),
        ("zh-Hans-CN", "zh"),
        ("ZH", "zh"),
        ("en-GB", "en"),
        ("de-DE", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_first_language_is_the_browsers(browser: str | None, first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts(visit(monkeypatch, browser))[0] == first


@pytest.mark.parametrize(
    ("browser", "wanted", "first"), [("zh-CN", "en", "en"), ("en-GB", "zh", "zh"), ("zh-CN", "tlh", "zh")]
)
def test_a_link_says_its_language(browser: str, wanted: str, first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts(visit(monkeypatch, browser, lang=wanted))[0] == first


def test_another_language_holds_from_the_next_look_on(monkeypatch: pytest.MonkeyPatch) -> None:
    page = visit(monkeypatch, "en-GB")
    assert texts(page) == ["en", "naive line"]
    assert texts(page.button[0].click().run()) == ["zh", "朴素基线"]
