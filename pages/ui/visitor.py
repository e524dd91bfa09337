"""Who a visitor is: a name that a browser keeps through refreshes, shares among its tabs, and nobody can guess."""

import hashlib
import uuid

import streamlit as st

# Streamlit gives every browser this random token against forged requests; it is masked anew in each answer.
_COOKIE = "_streamlit_xsrf"


def browser_name() -> str:
    """The browser's own name; a fresh one where it keeps no cookies."""
    token = unmasked(str(st.context.cookies.get(_COOKIE, "")))
    return hashlib.sha256(token).hexdigest() if token else uuid.uuid4().hex


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
