"""A person's own text is read in any encoding or refused in a whole sentence that holds no word of it."""

import gzip
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnn_core.errors import FileError
from rnn_core.text.passage import Passage
from rnn_core.text.reading import FEWEST_CHARACTERS, MAX_BYTES, passage_of, read_passage
from rnn_core.text.reading_tidy import language_of

ENGLISH = "It rained on Sunday, and the café by the harbour was full of secretive people.\n" * 40
CHINESE = "星期天下雨了，港口旁边的茶馆里坐满了神秘的客人。\n他们喝着茶，谁也不说话。\n" * 70
GERMAN = "Früher saß über dem Fluß ein Bär und aß süße Äpfel, während es draußen regnete.\n" * 40


def refusal(data: bytes) -> FileError:
    with pytest.raises(FileError) as refused:
        read_passage(data, "mine.txt")
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "big5hkscs"])
def test_chinese_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = CHINESE if encoding != "big5hkscs" else "天下雨了，港口旁的茶館坐滿了客人。他們喝著茶，不說話。\n" * 90
    passage = read_passage(text.encode(encoding), "tea.txt")
    assert (passage.text, passage.language) == (text.strip(), "zh")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_german_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert read_passage(GERMAN.encode(encoding), "bear.txt").text == GERMAN.strip()


def test_a_passage_knows_its_name_origin_and_language() -> None:
    passage = read_passage(ENGLISH.encode(), "my tea house.txt")
    assert (passage.name, passage.origin, passage.language) == ("my tea house", "own", "en")


def test_line_ends_become_line_feeds_and_control_signs_go() -> None:
    text = "one\r\ntwo\rthree\x0cfour\u2028five\x00\x07\tsix cafe\u0301\ufeff" + "\nmore" * 500
    assert passage_of(text).text.startswith("one\ntwo\nthree\nfour\nfive six café\nmore")


def test_the_same_text_pasted_or_in_a_file_is_the_same_passage() -> None:
    assert passage_of(ENGLISH).fingerprint == read_passage(ENGLISH.encode("utf-16"), "a.txt").fingerprint


def test_a_short_text_is_refused_with_its_length_and_the_needed_one() -> None:
    refused = refusal(b"Too short.")
    assert refused.code == "text_too_small"
    assert str(refused) == (
        "A network needs at least 2,000 characters to learn to write from, and this text has 10. Choose a longer one."
    )


def test_the_shortest_text_is_accepted_and_one_less_is_not() -> None:
    assert passage_of("x" * FEWEST_CHARACTERS).language == "en"
    with pytest.raises(FileError):
        passage_of("x" * (FEWEST_CHARACTERS - 1))


@pytest.mark.parametrize("read", [lambda text: read_passage(text.encode(), "a.txt"), passage_of])
def test_a_large_text_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(FileError) as refused:
        read("word " * (MAX_BYTES // 5 + 1))
    assert refused.value.code == "text_too_large"


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b" \n\t " * 900, b"\xef\xbb\xbf", b"%PDF-1.7 " + b"text " * 900, b"\x89PNG" + bytes(range(256)) * 20),
        *(b"PK\x03\x04" + b"word" * 900, gzip.compress(b"word " * 9_000), b"{\\rtf1 " + b"word " * 900),
        bytes(range(256)) * 20,
    ],
)
def test_what_is_no_plain_text_is_refused(data: bytes) -> None:
    assert refusal(data).code == "no_text"


@pytest.mark.parametrize(
    ("text", "language"),
    [("42", "other"), ("", "other"), ("GRU 网络学会了写字", "zh"), ("naïve café", "other"), ("한국어", "other")],
)
def test_the_language_is_told_by_the_letters(text: str, language: str) -> None:
    assert language_of(text) == language


@given(st.binary(max_size=6_000))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_bytes_give_a_passage_or_a_refusal(data: bytes) -> None:
    outcome = passage_or_refusal(data)
    if isinstance(outcome, Passage):
        assert_sound(outcome)
    else:
        assert str(outcome).endswith(".")


@given(st.text(max_size=40))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_pasted_text_gives_a_sound_passage(text: str) -> None:
    assert_sound(passage_of(text + "." * FEWEST_CHARACTERS))


def passage_or_refusal(data: bytes) -> Passage | FileError:
    try:
        return read_passage(data, "any.txt")
    except FileError as refused:
        return refused


def assert_sound(passage: Passage) -> None:
    assert len(passage.text) >= FEWEST_CHARACTERS
    assert not any(ord(letter) < 32 and letter != "\n" for letter in passage.text)
    assert passage_of(passage.text).text == passage.text
    assert len(passage.fingerprint) == 64


def test_no_word_of_a_text_is_logged_or_stands_in_a_refusal(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    read_passage(ENGLISH.encode("cp1252"), "a.txt")
    assert "secretive" not in str(refusal(b"secretive people"))
    assert "secretive" not in caplog.text
