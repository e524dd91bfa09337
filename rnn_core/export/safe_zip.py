"""SafeZip: a zip file from a stranger, opened with care. Nothing is ever written, and no file in it is opened as a zip.

Law: what it says of itself is checked before anything is unpacked, and what is unpacked is counted.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass

from rnn_core.errors import BundleError

MB = 1024**2

_BEGIN, _ENTRY = b"PK\x03\x04", b"PK\x01\x02"
_ENCRYPTED = 0x1
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE, _CONTROL = re.compile(r"[A-Za-z]:"), re.compile(r"[\x00-\x1f\x7f]")
_SHOWN = 80
# What the library raises on damaged files.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, MemoryError, RuntimeError),
    *(ValueError, KeyError, IndexError, OverflowError),
)


@dataclass(frozen=True)
class Limits:
    """What a zip file may be at most: `size` packed and `unpacked` in all, in bytes, and so many `entries`."""

    size: int
    unpacked: int
    entries: int


class SafeZip:
    """The files in `content` by name; a name is a path without tricks, and each is there once.

    Raises:
        BundleError: it is no zip file, too large, or holds what cannot be meant well.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        if len(content) > limits.size:
            raise BundleError(
                "bundle_too_large",
                "A bundle may have at most {limit} MB, and this one has {size}. Put fewer runs into it.",
                limit=limits.size // MB,
                size=-(-len(content) // MB),
            )
        # Reading a long list of files takes long, so its length is seen first; data hold the mark only by rare chance.
        if content.count(_ENTRY) > 4 * limits.entries:
            raise _too_many(limits)
        self._zip = _opened(content)
        parts = [part for part in self._zip.infolist() if not _is_empty_folder(part)]
        if len(parts) > limits.entries:
            raise _too_many(limits)
        _require_small(parts, limits)
        for part in parts:
            _require_plain(part)
        _require_distinct(parts)
        self._parts = {part.filename: part for part in parts}

    @property
    def names(self) -> frozenset[str]:
        """The names of all files."""
        return frozenset(self._parts)

    def read(self, name: str) -> bytes:
        """The file `name`, no more of it than was announced.

        Raises:
            BundleError: it is damaged, or holds more.
        """
        part = self._parts[name]
        try:
            with self._zip.open(part) as stream:
                content = stream.read(part.file_size + 1)
        except _BROKEN as error:
            raise damaged(name) from error
        if len(content) != part.file_size:
            raise damaged(name)
        return content


def damaged(name: str) -> BundleError:
    """The refusal of a bundle whose file `name` cannot be read."""
    return BundleError(
        "damaged_bundle",
        "The file {name} of this bundle is damaged, so that nothing was taken in. Download or copy the bundle again.",
        name=shown(name),
    )


def no_bundle() -> BundleError:
    """The refusal of what is something else."""
    return BundleError(
        "no_bundle", "This file is no bundle of RNN Lab. Choose a .zip file that RNN Lab has made of one or more runs."
    )


def shown(name: str) -> str:
    """A name out of a bundle, short enough for a sentence."""
    clean = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", name)
    return clean if len(clean) <= _SHOWN else clean[: _SHOWN - 1] + "…"


def _opened(content: bytes) -> zipfile.ZipFile:
    if not content.startswith(_BEGIN):
        raise no_bundle()
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise no_bundle() from error


def _is_empty_folder(part: zipfile.ZipInfo) -> bool:
    """Programs that pack folders list them too."""
    return part.is_dir() and part.file_size == 0 and part.compress_size <= 2


def _require_small(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise BundleError(
            "bundle_bomb",
            "A bundle may unpack to at most {limit} MB, and this one would take more. Put fewer runs into it.",
            limit=limits.unpacked // MB,
        )


def _require_plain(part: zipfile.ZipInfo) -> None:
    """Its name leads nowhere else, and it is a file that is packed in one of the two usual ways."""
    # The library cuts names at a zero and turns strokes round on some systems, so the name is looked at as it stands.
    name, kind = part.orig_filename, part.external_attr >> 16
    steps = name.split("/")
    tricks = "\\" in name or _DRIVE.match(name) or _CONTROL.search(name) or {"", ".", ".."} & set(steps)
    if tricks or name != part.filename or (stat.S_IFMT(kind) not in {0, stat.S_IFREG}):
        raise BundleError(
            "bad_path",
            "The bundle holds {name}, which is no plain file inside of it, so that nothing was taken in. "
            "Only take in bundles that RNN Lab has made.",
            name=shown(name),
        )
    if part.flag_bits & _ENCRYPTED or part.compress_type not in _WAYS:
        raise damaged(name)


def _require_distinct(parts: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for part in parts:
        name = part.filename.casefold()
        if name in seen:
            raise BundleError(
                "twin_files",
                "The bundle holds {name} twice, so that nothing was taken in. "
                "Only take in bundles that RNN Lab has made.",
                name=shown(part.filename),
            )
        seen.add(name)


def _too_many(limits: Limits) -> BundleError:
    return BundleError(
        "too_many_files",
        "A bundle may hold at most {limit} files, and this one holds more. Put fewer runs into it.",
        limit=limits.entries,
    )
