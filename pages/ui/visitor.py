"""Who a visitor is: a name that a browser keeps through refreshes and restarts, and that nobody can guess.

A browser is told a random token, which it brings along in a cookie; its name is the token's hash, which stays here.
"""

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

# Our own cookie, which lasts for years.
COOKIE = "rnn_lab_visitor"
# Streamlit gives every browser this random token against forged requests; it is masked anew in each answer, and ends
# with the browser. Taken over, because it is there at a browser's first visit.
_FIRST_COOKIE = "_streamlit_xsrf"

_LEAST = 16  # bytes of a token that nobody can guess

_mount = st.components.v2.component("rnn_lab_visitor", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


@dataclass(frozen=True)
class Visitor:
    """A browser by its token; `known` if it brought our own cookie along."""

    token: bytes
    known: bool

    @property
    def owner(self) -> str:
        """The browser's own name; nobody can tell the token from it."""
        return hashlib.sha256(self.token).hexdigest()


def recognised() -> Visitor:
    """Who asks for this page; somebody new where the browser keeps no cookies."""
    cookies = st.context.cookies
    own = _token(str(cookies.get(COOKIE, "")))
    if own:
        return Visitor(own, known=True)
    first = unmasked(str(cookies.get(_FIRST_COOKIE, "")))
    return Visitor(first, known=False) if first else somebody_new()


def somebody_new() -> Visitor:
    """A visitor whom nobody has seen before."""
    return Visitor(secrets.token_bytes(_LEAST), known=False)


def introduce(visitor: Visitor) -> None:
    """Let a browser that did not know its token remember it. Takes no room and no further run of the page."""
    if not visitor.known:
        _mount(key=COOKIE, data={"cookie": COOKIE, "token": visitor.token.hex()}, height=0)


def unmasked(cookie: str) -> bytes:
    """The token in a cookie "2|mask|masked token|time" (Tornado's second format); empty where it is none.

    >>> unmasked("2|01020304|61626364|1700000000")
    b'```d'
    """
    try:
        _version, mask, masked, _time = cookie.strip('"').split("|")
        key, token = bytes.fromhex(mask), bytes.fromhex(masked)
        return bytes(byte ^ key[place % len(key)] for place, byte in enumerate(token))
    except (ValueError, ZeroDivisionError):
        return b""


def _token(cookie: str) -> bytes:
    """The token in our own cookie; empty where it is none."""
    try:
        token = bytes.fromhex(cookie)
    except ValueError:
        return b""
    return token if len(token) >= _LEAST else b""
