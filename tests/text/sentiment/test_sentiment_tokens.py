"""Texts are cut as a reader would: words with their apostrophes, punctuation apart, or character by character."""

import pytest

from rnn_core.text.sentiment.tokens import tokens_of, way_of
from tests.text.sentiment.reviews import examples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t go!", ["don't", "go", "!"]),
        ("'Quoted' words", ["'", "quoted", "'", "words"]),
        ("Wow... 9/10", ["wow", ".", ".", ".", "9", "/", "10"]),
        ("1,299.50 USD", ["1,299.50", "usd"]),
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("e\u0301te\u0301", ["été"]),
        ("not-so-good", ["not", "-", "so", "-", "good"]),
        (" \t\n", []),
        ("👍", ["👍"]),
    ],
)
def test_words_are_cut_apart(text: str, expected: list[str]) -> None:
    assert tokens_of(text, "words") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("不好！", ["不", "好", "！"]), (" A \n b ", ["a", " ", "b"]), ("  ", [])],
)
def test_characters_are_taken_one_by_one(text: str, expected: list[str]) -> None:
    assert tokens_of(text, "characters") == expected


@pytest.mark.parametrize(
    ("text", "language", "by", "expected"),
    [
        ("很好", "zh", "fitting", "characters"),
        ("very good", "en", "fitting", "words"),
        ("とても良い", "other", "fitting", "characters"),
        ("ดีมาก", "other", "fitting", "characters"),
        ("sehr gut", "other", "fitting", "words"),
        ("아주 좋다", "other", "fitting", "words"),
        ("很好", "zh", "words", "words"),
        ("very good", "en", "characters", "characters"),
        ("123 !", "other", "fitting", "words"),
    ],
)
def test_what_is_read_fits_the_language_unless_somebody_chose(text: str, language: str, by: str, expected: str) -> None:
    assert way_of(by, examples([text], ["x"], language)) == expected  # type: ignore[arg-type]
