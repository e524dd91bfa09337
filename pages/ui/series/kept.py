"""Series from files, kept on this server so that links to them work; the longest unused are forgotten."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import streamlit as st

from rnn_core.series import Series, Source

_DIGITS = 16


@dataclass(frozen=True)
class KeptFile:
    """A series and the content of the file that it was read from, so that it can be read in another way."""

    series: Series
    content: bytes = b""

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return int(self.series.frame.memory_usage().sum()) + len(self.content)


class KeptFiles:
    """Files by the name of their source, `most` bytes at most; for all visitors at once."""

    def __init__(self, most: int = 500_000_000) -> None:
        self._most, self._lock = most, Lock()
        self._files: OrderedDict[str, KeptFile] = OrderedDict()

    def keep(self, series: Series, content: bytes = b"") -> Source:
        """Keep `series`, told apart by its numbers, its name, how it was read, and all that the file says besides.

        So two people's files stay two, and nobody's link shows what another one's file says above the table.
        """
        words = f"{series.name}\n{series.fingerprint}\n{series.receipt.options}\n"
        digest = hashlib.sha256(words.encode() + content).hexdigest()[:_DIGITS]
        with self._lock:
            self._files[digest] = KeptFile(series, content)
            self._files.move_to_end(digest)
            while len(self._files) > 1 and sum(file.size for file in self._files.values()) > self._most:
                self._files.popitem(last=False)
        return Source("file", digest)

    def find(self, name: str) -> KeptFile | None:
        """The file kept under `name`, if it still is."""
        with self._lock:
            if name in self._files:
                self._files.move_to_end(name)
            return self._files.get(name)


@st.cache_resource(show_spinner=False)
def kept_files() -> KeptFiles:
    """The one store of this server."""
    return KeptFiles()
