"""The symbols of a network by number, as a file that its script reads. Pure."""

from typing import Any

from rnn_core.export.tables import json_text
from rnn_core.text.rewrite.signs import BORDER, Signs
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.vocabulary import FIRST, PADDING, UNKNOWN, Vocabulary


def vocabulary_json(vocabulary: Vocabulary, **more: Any) -> str:
    """The number of each symbol, of padding and of all that is unknown, and `more`, plain values."""
    numbers = {symbol: number for number, symbol in enumerate(vocabulary.symbols, start=FIRST)}
    return json_text({"padding": PADDING, "unknown": UNKNOWN, **more, "symbols": numbers})


def signs_json(spec: RewriteSpec) -> str:
    """The number of each letter of questions and of answers, and of the border of an answer."""
    return json_text({"border": BORDER, "questions": _numbers(spec.reads), "answers": _numbers(spec.writes)})


def _numbers(signs: Signs) -> dict[str, int]:
    return {letter: number for number, letter in enumerate(signs.letters, start=BORDER + 1)}
