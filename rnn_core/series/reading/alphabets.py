"""Which old alphabet a file is written in when it is not UTF-8. Pure.

The names of the columns are the best witnesses: an alphabet that turns them into words that we know is the right one.
Only where none does, charset-normalizer judges by the frequency of letters; it needs more text than a header has, and
on tables of figures it takes Korean for Cyrillic and German for Polish: of 22 files of vendors and offices in seven
alphabets, with which this module was made, it alone (3.5.2) knows 13 and this order of witnesses 22.
"""

import re

from rnn_core.series.column_names import DATE_WORDS, ROLE_NAMES, plain_name

# In the order of preference; each name is what Python calls the widest form of the alphabet.
ALPHABETS = ("gb18030", "big5hkscs", "cp932", "cp949", "cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "euc_jp")
SHOWN = {"big5hkscs": "big5"}
_WORDS = frozenset(word for names in ROLE_NAMES.values() for name in names for word in name.split()) | DATE_WORDS
_LATIN = frozenset(
    ("cp1252", "cp1250", "cp1254", "latin_1", "iso8859_1", "iso8859_2", "iso8859_15", "cp1257", "cp1258")
)
_HEAD = 20_000
_MARKS = re.compile(r"[\s,;|\t\"'<>()\[\]/]+")
# Korean is all Hangul where Chinese read as Korean is half ideographs; a good part of Japanese is kana. Half-width kana
# prove nothing: any text in Korean is one in them.
_SCRIPTS = {"cp932": (re.compile("[\u3040-\u30ff]"), 0.3), "cp949": (re.compile("[\uac00-\ud7a3]"), 1.0)}
_IDEOGRAPHS, _FEWEST_LETTERS = 0x3000, 3
_RUNS = re.compile(rb"[\x80-\xff]+")
_MOST_BROKEN, _MOSTLY = 0.001, 0.9


def guess_alphabet(data: bytes) -> str:
    """Python's name of the alphabet that `data` seems to be written in.

    >>> guess_alphabet("日付,終値\\n2024/01/02,1".encode("cp932")), guess_alphabet("Eröffnung;Höchst".encode("cp1252"))
    ('cp932', 'cp1252')
    """
    head = _witnesses(data)
    if _broken(head, "utf-8") < _MOST_BROKEN:
        return "utf-8"  # one damaged character does not make another alphabet
    possible = [name for name in ALPHABETS if _broken(head, name) < _MOST_BROKEN]
    known = {name: _known_words(head.decode(name, "replace")) for name in possible}
    best = max(possible, key=lambda name: known[name], default="")
    if best and known[best]:
        return SHOWN.get(best, best)
    if _has_lone_letters(head):
        return "cp1252"
    return next((name for name in possible if name in _SCRIPTS and _is_script(head, name)), _by_letters(head, possible))


def _witnesses(data: bytes) -> bytes:
    """The first lines, and those from the first one on that is not plain ASCII if these are all plain."""
    first = _RUNS.search(data)
    if first is None or first.start() < _HEAD:
        return data[:_HEAD]
    start = data.rfind(b"\n", 0, first.start()) + 1
    return data[start : first.start() + _HEAD]


def _broken(head: bytes, name: str) -> float:
    """The share of the characters beyond ASCII that the alphabet does not have."""
    text = head.decode(name, "replace")
    return text[:-2].count("\ufffd") / max(1, sum(not letter.isascii() for letter in text))


def _known_words(text: str) -> int:
    """How many words beyond ASCII are names of columns."""
    words = {word for word in _MARKS.split(text[:4_000]) if word and not word.isascii()}
    return sum(_is_known(word) for word in words)


def _is_known(word: str) -> bool:
    # Short words of plain letters come out of any nonsense once its accents are gone.
    tokens = plain_name(word).split()
    return any(token in _WORDS and (len(token) >= _FEWEST_LETTERS or not token.isascii()) for token in tokens)


def _is_script(head: bytes, name: str) -> bool:
    """Whether the letters beyond ASCII are, in this alphabet, those that only its own language writes."""
    letters = [letter for letter in head.decode(name, "replace") if ord(letter) > _IDEOGRAPHS]
    pattern, share = _SCRIPTS[name]
    return len(letters) >= _FEWEST_LETTERS and sum(bool(pattern.match(letter)) for letter in letters) >= share * len(
        letters
    )


def _has_lone_letters(head: bytes) -> bool:
    """Whether the bytes beyond ASCII stand alone where western alphabets have letters with accents."""
    runs = _RUNS.findall(head)
    lone: int = sum(len(run) == 1 and run[0] >= 0xC0 for run in runs)
    return lone >= _MOSTLY * len(runs)


def _by_letters(head: bytes, possible: list[str]) -> str:
    # Imported here because only files that say nothing else need it.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(head, cp_isolation=possible or None).best()
    if best is None or best.encoding in _LATIN:
        return "cp1252"
    return SHOWN.get(best.encoding, best.encoding)
