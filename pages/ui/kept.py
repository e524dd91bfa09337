"""Series from files, kept on this server so that links to them work; the longest unused are forgotten."""

import hashlib
from collections import OrderedDict
from threading import Lock

import streamlit as st

from rnn_core.series import Series, Source

_DIGITS = 16


class KeptFiles:
    """Series by the name of their source, `most` bytes at most; for all visitors at once."""

    def __init__(self, most: int = 500_000_000) -> None:
        self._most, self._lock = most, Lock()
        self._series: OrderedDict[str, Series] = OrderedDict()

    def keep(self, series: Series) -> Source:
        """Keep `series`. Its name counts too: equal numbers of two people stay two files."""
        digest = hashlib.sha256(f"{series.name}\n{series.fingerprint}".encode()).hexdigest()
        with self._lock:
            self._series[digest[:_DIGITS]] = series
            while len(self._series) > 1 and sum(map(_bytes, self._series.values())) > self._most:
                self._series.popitem(last=False)
        return Source("file", digest[:_DIGITS])

    def find(self, name: str) -> Series | None:
        """The series kept under `name`, if it still is."""
        with self._lock:
            if name in self._series:
                self._series.move_to_end(name)
            return self._series.get(name)


@st.cache_resource(show_spinner=False)
def kept_files() -> KeptFiles:
    """The one store of this server."""
    return KeptFiles()


def _bytes(series: Series) -> int:
    return int(series.frame.memory_usage().sum())
