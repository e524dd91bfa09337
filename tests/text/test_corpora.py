"""The built-in texts load, can be made again, and are what they are said to be."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from rnn_core.errors import SourceError
from rnn_core.text.corpora import EXAMPLES, FOLDER, PASSAGES, load_examples, load_passage
from rnn_core.text.examples import Examples
from rnn_core.text.made.writing import MADE, write_made
from rnn_core.text.passage import Passage
from rnn_core.text.reading import passage_of
from rnn_core.text.reading_tidy import language_of

SHARES = {
    "en": {"positive": 0.40, "negative": 0.35, "neutral": 0.25},
    "zh": {"正面": 0.40, "负面": 0.35, "中性": 0.25},
}
# Signs of the grammar that a finished text must not have.
MARKS = re.compile(r"[][{}|^~]|QUESTION|ANSWER")


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("text")
    write_made(folder)
    return folder


@pytest.mark.parametrize("name", MADE)
def test_every_file_can_be_made_again_to_the_last_character(name: str, made_again: Path) -> None:
    assert (made_again / name).read_bytes() == (FOLDER / name).read_bytes()


def test_registry_and_folder_hold_the_same_files() -> None:
    registered = {corpus.file for corpus in (*PASSAGES.values(), *EXAMPLES.values())}
    assert registered == set(MADE) == {file.name for file in FOLDER.iterdir()}


@pytest.mark.parametrize("name", PASSAGES)
def test_every_passage_loads_as_it_is_registered(name: str) -> None:
    corpus, passage = PASSAGES[name], load_passage(name)
    assert (passage.name, passage.origin, passage.language) == (corpus.title, "built_in", corpus.language)
    assert language_of(passage.text) == corpus.language
    assert corpus.text.endswith(".")
    assert load_passage(name).fingerprint == passage.fingerprint


@pytest.mark.parametrize("name", EXAMPLES)
def test_all_examples_load_as_they_are_registered(name: str) -> None:
    corpus, examples = EXAMPLES[name], load_examples(name)
    assert (examples.name, examples.origin, examples.language) == (corpus.title, "built_in", corpus.language)
    assert language_of(" ".join(examples.texts)) == corpus.language
    assert corpus.text.endswith(".")


@pytest.mark.parametrize(("load", "code"), [(load_passage, "unknown_passage"), (load_examples, "unknown_examples")])
def test_unknown_names_are_refused_with_the_known_ones(load: Callable[[str], Passage | Examples], code: str) -> None:
    with pytest.raises(SourceError, match=r"called nothing\. Choose one of: \w+_en, \w+_zh\.") as refused:
        load("nothing")
    assert refused.value.code == code


@pytest.mark.parametrize(("name", "fewest", "most", "letters"), [("en", 300, 400, 70), ("zh", 100, 150, 900)])
def test_tales_have_the_size_that_is_promised(name: str, fewest: int, most: int, letters: int) -> None:
    text = load_passage(f"tales_{name}").text
    assert fewest * 1_000 <= len(text) <= most * 1_000
    assert len(set(text)) <= letters


@pytest.mark.parametrize("name", PASSAGES)
def test_tales_are_finished_and_tidy(name: str) -> None:
    text = load_passage(name).text
    assert MARKS.search(text) is None
    assert passage_of(text).text == text.strip()
    assert re.search(r"  | \n|\n{3}", text) is None


def test_quotation_marks_close_in_every_paragraph() -> None:
    for paragraph in load_passage("tales_en").text.split("\n"):
        assert paragraph.count('"') % 2 == 0
    for paragraph in load_passage("tales_zh").text.split("\n"):
        assert re.fullmatch("(?:[^“”]|“[^“”]*”)*", paragraph)


def test_english_sentences_begin_with_capitals_and_articles_fit() -> None:
    text = load_passage("tales_en").text
    assert re.search(r"[.!?] [a-z]|\n[a-z]|^[a-z]", text) is None
    assert re.search(r"\b[Aa] (?:[aeio]|hon)|\b[Aa]n [^aeiouh\W]", text) is None


def test_pronouns_agree_with_whom_they_stand_for() -> None:
    text = load_passage("tales_en").text
    assert re.search(r"\b(?:They|they) was\b|\b(?:He|She|It|he|she|it) were\b", text) is None


@pytest.mark.parametrize("name", EXAMPLES)
def test_reviews_are_three_thousand_different_ones_in_known_shares(name: str) -> None:
    examples = load_examples(name)
    counts = Counter(examples.labels)
    assert len(set(examples.texts)) == len(examples.texts) == 3_000
    assert {label: count / 3_000 for label, count in counts.items()} == SHARES[examples.language]


@pytest.mark.parametrize("name", EXAMPLES)
def test_reviews_are_finished_and_short(name: str) -> None:
    examples = load_examples(name)
    assert not any(MARKS.search(text) for text in examples.texts)
    lengths = [len(text.split()) for text in examples.texts if examples.language == "en"]
    assert all(4 <= length <= 25 for length in lengths)


@pytest.mark.parametrize("name", EXAMPLES)
def test_counting_words_is_good_but_leaves_something_to_their_order(name: str) -> None:
    examples = load_examples(name)
    kept = len(examples.texts) * 4 // 5
    by_character = examples.language == "zh"
    model = make_pipeline(
        TfidfVectorizer(analyzer="char" if by_character else "word"), LogisticRegression(max_iter=999)
    )
    model.fit(examples.texts[:kept], examples.labels[:kept])
    assert 0.85 <= model.score(examples.texts[kept:], examples.labels[kept:]) <= 0.93
