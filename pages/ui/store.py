"""The one database of runs that all visitors share."""

import atexit
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

import rnn_core.store
from pages.ui.language import tell
from rnn_core.errors import RecordError, StoreError
from rnn_core.words import Sentence

logger = logging.getLogger(__name__)

_IN_MEMORY = "sqlite://"


@dataclass(frozen=True)
class Opened:
    """A database; `problem` says why it is only one in memory, whose runs are lost with the server."""

    store: "rnn_core.store.RunStore"
    problem: Sentence | None = None


def store() -> "rnn_core.store.RunStore":
    """The database."""
    return opened().store


@st.cache_resource(show_spinner=False, on_release=lambda held: _close(held.store))
def opened() -> Opened:
    """The database, opened at the first call; one in memory if it cannot be."""
    found = _open()
    # Begun before the engine's, so that the engine, which still writes when it closes, is closed before.
    atexit.register(_close, found.store)
    return found


@contextmanager
def told() -> Iterator[None]:
    """In this block what the database refuses is said on the page, and the rest of the block is left out."""
    try:
        yield
    except (StoreError, RecordError) as error:
        st.error(tell(error), icon=":material/error:")


def _open() -> Opened:
    try:
        return Opened(rnn_core.store.RunStore(rnn_core.store.default_url()))
    except StoreError as error:
        logger.error("Runs are kept in memory only: %s", error)
        return Opened(rnn_core.store.RunStore(_IN_MEMORY), error.sentence)


def _close(held: "rnn_core.store.RunStore") -> None:
    try:
        held.close()
    except StoreError as error:
        logger.error("The database of runs was not closed in good order: %s", error)
