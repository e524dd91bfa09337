"""Links to this server that can be sent to somebody. Pure but for the one function that asks for its address."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st

_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "::1", "0.0.0.0"})


def link(page_url: str, page: str, params: Mapping[str, str]) -> str:
    """The address of `page` with `params`, on the server that shows `page_url`.

    >>> link("http://lab.example:8501/base/train", "train", {"data": "builtin:sine"})
    'http://lab.example:8501/base/train?data=builtin%3Asine'
    """
    parts = urlsplit(page_url)
    folder = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{folder}/{page}" + (f"?{urlencode(params)}" if params else "")


def is_local(url: str) -> bool:
    """Whether `url` can only be opened on the computer that runs the server.

    >>> is_local("http://localhost:8501/train"), is_local("http://192.168.1.5:8501/")
    (True, False)
    """
    return (urlsplit(url).hostname or "") in _OWN_NAMES


def here() -> str:
    """The address of this server, below which its pages lie.

    Not that of the page that is shown: on /rewrite the browser's side of Streamlit takes the page's address for that of
    /write below a folder called "re".
    """
    shown = urlsplit(str(st.context.url or "http://localhost:8501/"))
    folder = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"{shown.scheme}://{shown.netloc}/{folder}{'/' if folder else ''}"
