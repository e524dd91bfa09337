"""From a person's bytes to plain text, and its language. Pure. Law: no word of it stands in a message."""

import re
import unicodedata

from rnn_core.errors import FileError
from rnn_core.series.reading.kinds import Kind, kind_of
from rnn_core.series.reading.text import decode
from rnn_core.text.passage import Language

MAX_BYTES = 5 * 1024 * 1024

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile("[\ufeff\ufffd\u200b\u00ad]")  # marks of files, damage, and places where a line may break
_IDEOGRAPH, _KANA = re.compile("[\u3400-\u9fff\uf900-\ufaff]"), re.compile("[\u3040-\u30ff]")
_SAMPLE = 100_000
_MOSTLY_ASCII, _MUCH_KANA = 0.9, 0.1


def read_text(data: bytes) -> str:
    """The text of a plain text file, tidied.

    Raises:
        FileError: `text_too_large` or `no_text`.
    """
    refuse_too_large(len(data))
    try:
        if kind_of(data) is not Kind.TEXT or data.startswith(b"{\\rtf"):
            raise _no_text()
        return tidy(decode(data).content.decode())
    except FileError as error:  # its words speak of tables
        raise _no_text() from error


def refuse_too_large(size: int) -> None:
    """Refuse texts of more bytes than a training here can take in."""
    if size > MAX_BYTES:
        raise FileError(
            "text_too_large",
            "A text may have at most {limit} MB, and this one has more. Choose a part of it.",
            limit=MAX_BYTES // 1024**2,
        )


def tidy(text: str) -> str:
    """`text` in composed letters (NFC), with line feeds at the ends of lines and no other control signs.

    >>> tidy("caf\\u0065\\u0301\\tis\\x07\\r\\nopen ")
    'café is\\nopen'
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _CONTROL.sub("", lines))).strip()


def language_of(text: str) -> Language:
    """Chinese if most letters are ideographs, English if almost all are plain Latin ones, else another.

    >>> language_of("一只老狐狸。"), language_of("An old fox."), language_of("Старая лиса."), language_of("古いきつね")
    ('zh', 'en', 'other', 'other')
    """
    letters = "".join(filter(str.isalpha, text[:_SAMPLE]))
    if len(_KANA.findall(letters)) > _MUCH_KANA * len(letters):
        return "other"
    if len(_IDEOGRAPH.findall(letters)) * 2 > len(letters):
        return "zh"
    plain = sum(letter.isascii() for letter in letters)
    return "en" if letters and plain >= _MOSTLY_ASCII * len(letters) else "other"


def _no_text() -> FileError:
    return FileError(
        "no_text",
        "The file must be plain text, and this one is something else or empty. "
        "Save it as plain text (.txt) in UTF-8 and choose it again.",
    )
