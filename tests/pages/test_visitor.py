"""A visitor's name: the same for all requests of a browser, though the cookie looks different each time."""

import pytest
import streamlit as st

from pages.ui import visitor

TOKEN = bytes(range(16))


def cookie(mask: bytes, token: bytes = TOKEN) -> str:
    masked = bytes(byte ^ mask[place % len(mask)] for place, byte in enumerate(token))
    return f"2|{mask.hex()}|{masked.hex()}|1700000000"


@pytest.mark.parametrize("mask", [b"\x01\x02\x03\x04", b"\xff\x00\x80\x7f"])
def test_the_token_is_found_under_every_mask(mask: bytes) -> None:
    assert visitor.unmasked(cookie(mask)) == TOKEN
    assert visitor.unmasked(f'"{cookie(mask)}"') == TOKEN


@pytest.mark.parametrize("text", ["", "nonsense", "2|zz|zz|1", "2||00|1", "2|0102|1", "1|2|3|4|5", "||||"])
def test_what_is_no_cookie_of_ours_holds_no_token(text: str) -> None:
    assert visitor.unmasked(text) == b""


def seen_by(monkeypatch: pytest.MonkeyPatch, **cookies: str) -> visitor.Visitor:
    class Context:
        pass

    Context.cookies = cookies
    with monkeypatch.context() as patch:
        patch.setattr(st, "context", Context)
        return visitor.recognised()


def named_by(monkeypatch: pytest.MonkeyPatch, text: str | None) -> str:
    return seen_by(monkeypatch, **({} if text is None else {"_streamlit_xsrf": text})).owner


def test_a_browser_keeps_its_name_through_every_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (named_by(monkeypatch, cookie(mask)) for mask in (b"\x01\x02\x03\x04", b"\x09\x08\x07\x06"))
    assert first == second
    assert TOKEN.hex() not in first


def test_another_browser_has_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    mask = b"\x01\x02\x03\x04"
    assert named_by(monkeypatch, cookie(mask)) != named_by(monkeypatch, cookie(mask, TOKEN[::-1]))


@pytest.mark.parametrize("text", [None, "nonsense"])
def test_without_a_cookie_every_visit_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    names = {named_by(monkeypatch, text) for _ in range(3)}
    assert len(names) == 3
    assert all(len(name) >= 32 for name in names)


def test_our_own_cookie_names_the_browser_as_its_first_visit_did(monkeypatch: pytest.MonkeyPatch) -> None:
    first = seen_by(monkeypatch, _streamlit_xsrf=cookie(b"\x01\x02\x03\x04"))
    later = seen_by(monkeypatch, rnn_lab_visitor=first.token.hex())
    assert first.owner == later.owner
    assert (first.known, later.known) == (False, True)


def test_our_own_cookie_goes_before_a_newer_one_of_streamlit(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = cookie(b"\x01\x02\x03\x04", TOKEN[::-1])
    found = seen_by(monkeypatch, rnn_lab_visitor=TOKEN.hex(), _streamlit_xsrf=newer)
    assert found == visitor.Visitor(TOKEN, known=True)


@pytest.mark.parametrize("text", ["", "nonsense", "00ff", "1" * 31])
def test_a_cookie_that_is_none_of_ours_is_not_believed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    found = seen_by(monkeypatch, rnn_lab_visitor=text, _streamlit_xsrf=cookie(b"\x01\x02\x03\x04"))
    assert found == visitor.Visitor(TOKEN, known=False)


@pytest.mark.parametrize("known", [True, False])
def test_the_page_tells_a_new_browser_its_token_and_never_the_name(
    monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    told: list[dict[str, object]] = []
    monkeypatch.setattr(visitor, "_mount", lambda **said: told.append(said))
    somebody = visitor.Visitor(TOKEN, known)
    visitor.introduce(somebody)
    assert len(told) == (not known)
    assert somebody.owner not in str(told)
