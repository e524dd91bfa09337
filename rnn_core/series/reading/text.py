"""From bytes to text. Law: any bytes give a text or a refusal in words."""

import codecs
import re
from dataclasses import dataclass

from rnn_core.errors import FileError
from rnn_core.series.reading.alphabets import guess_alphabet
from rnn_core.series.reading.given import empty_file

# The longest marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Codecs of Python that are no alphabets, and slow.
_NO_ALPHABETS = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1e\x7f\ufffd]")
_HEAD = 20_000
_MOST_CONTROL = 0.01


@dataclass(frozen=True)
class Text:
    """A text as UTF-8 without a mark; `guessed` when nothing in the file proves that it was written in `encoding`.

    It stays bytes, because a text of 50 MB should not lie in memory twice.
    """

    content: bytes
    encoding: str
    guessed: bool = False


def decode(data: bytes, encoding: str = "") -> Text:
    """The text of a file, in `encoding` or the one that it seems to have.

    Raises:
        FileError: `empty_file`, `not_text` or `unknown_encoding`.
    """
    text = _decode_as(data, encoding) if encoding else _decode_marked(data) or _decode_unmarked(data)
    head = text.content[:_HEAD].decode("utf-8", "ignore")
    if len(_CONTROL.findall(head)) > _MOST_CONTROL * len(head):
        raise _not_text()
    plain = text.content
    for nothing in (b"\0", codecs.BOM_UTF8):  # marks stand in the middle of files that were put together
        plain = plain.replace(nothing, b"") if nothing in plain else plain
    if not plain[:_HEAD].strip() and not plain.strip():
        raise empty_file()
    return Text(plain, text.encoding, text.guessed)


def _decode_as(data: bytes, encoding: str) -> Text:
    try:
        if codecs.lookup(encoding).name in _NO_ALPHABETS:
            raise LookupError
        return Text(_utf8(data, encoding).removeprefix(codecs.BOM_UTF8), encoding)
    except (LookupError, ValueError) as error:
        raise FileError(
            "unknown_encoding",
            "There is no character encoding called {encoding}. Choose one like utf-8, gb18030 or cp1252.",
            encoding=encoding[:40],
        ) from error


def _decode_marked(data: bytes) -> Text | None:
    encoding = next((encoding for start, encoding in _MARKS if data.startswith(start)), "") or _wide(data)
    if not encoding:
        return None
    return Text(_utf8(data, encoding), encoding.removesuffix("-sig"))


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain letters is zero."""
    head = data[:2000]
    if len(head) < 8 or head.count(0) < len(head) / 4:
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _decode_unmarked(data: bytes) -> Text:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        encoding = guess_alphabet(data)
        return Text(_utf8(data, encoding), encoding, guessed=encoding != "utf-8")
    return Text(data, "utf-8")


def _utf8(data: bytes, encoding: str) -> bytes:
    # Some old alphabets can leave halves of characters, which no later step accepts.
    return data.decode(encoding, errors="replace").encode("utf-8", "replace")


def _not_text() -> FileError:
    return FileError(
        "not_text",
        "The file must be a table (CSV, Excel, ODS or Parquet), and this one is something else. "
        "Save the table in one of these ways and choose it again.",
    )
