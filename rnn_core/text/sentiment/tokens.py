"""Tokens: a text as the words or characters that a network reads one by one. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from typing import Literal

from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.spec import By

Way = Literal["words", "characters"]

# Words with apostrophes inside (don't) and numbers with points stay whole; every other sign stands for itself.
_WORDS = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’]\w+)*|[^\w\s]")
# Scripts that are written without spaces: Thai, Lao, Khmer, kana, Chinese characters.
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# So many texts show what a language looks like.
_LOOKED_AT = 200


def tokens_of(text: str, way: Way) -> list[str]:
    """The words or characters of `text`, case folded; punctuation stands apart, white space counts as one space.

    >>> tokens_of("I DON'T like it, at 3.50!", "words")
    ['i', "don't", 'like', 'it', ',', 'at', '3.50', '!']
    >>> tokens_of("很 好！", "characters")
    ['很', ' ', '好', '！']
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    if way == "characters":
        return list(" ".join(plain.split()))
    return [word.replace("’", "'") for word in _WORDS.findall(plain)]


def way_of(by: By, examples: Examples) -> Way:
    """How texts are cut: as asked, or as it fits their language."""
    if by != "fitting":
        return by
    return "characters" if _writes_without_spaces(examples) else "words"


def _writes_without_spaces(examples: Examples) -> bool:
    if examples.language != "other":
        return examples.language == "zh"
    letters, without = 0, 0
    for text in islice(examples.texts, _LOOKED_AT):
        letters += sum(map(str.isalpha, text))
        without += len(_WITHOUT_SPACES.findall(text))
    return 2 * without > letters


def phrases(tokens: Iterable[str], longest: int) -> list[str]:
    """All runs of 1 to `longest` neighbouring tokens, a unit separator between them.

    >>> [one.split(chr(31)) for one in phrases(["not", "bad"], 2)]
    [['not'], ['bad'], ['not', 'bad']]
    """
    row = list(tokens)
    starts = ((size, start) for size in range(1, longest + 1) for start in range(len(row) - size + 1))
    return ["\x1f".join(row[start : start + size]) for size, start in starts]
