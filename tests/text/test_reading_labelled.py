"""A person's own labelled texts: columns found by name or shape, rows left out counted, all else refused in words."""

import csv
import io
import logging
from collections.abc import Sequence

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from rnn_core.errors import FileError
from rnn_core.text.examples import Examples
from rnn_core.text.reading import Labelled, read_examples
from rnn_core.text.sentiment.parts import FEWEST_TEXTS, MOST_CLASSES
from tests.series.vendors.workbooks import excel, open_document

GOOD = [f"the soup of day {day}, with bread, was lovely" for day in range(30)]
BAD = [f"nobody should eat at table {table}; it was cold" for table in range(20)]
ROWS = [*((text, "good") for text in GOOD), *((text, "bad") for text in BAD)]


def table(rows: Sequence[Sequence[object]], names: Sequence[str] = (), separator: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([*([names] if names else []), *rows])
    return written.getvalue()


def read(text: str, encoding: str = "utf-8") -> Labelled:
    return read_examples(text.encode(encoding), "mine.csv")


def assert_rows(read_: Labelled) -> None:
    assert list(zip(read_.examples.texts, read_.examples.labels, strict=True)) == ROWS


def refusal(data: str | bytes) -> FileError:
    with pytest.raises(FileError) as refused:
        read_examples(data.encode() if isinstance(data, str) else data, "mine.csv")
    return refused.value


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("names", [("text", "label"), ("Review_Text", "Sentiment"), ("评论内容", "标签"), ()])
def test_any_separator_and_any_names_are_read(separator: str, names: Sequence[str]) -> None:
    assert_rows(read(table(ROWS, names, separator)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_encoding_is_read(encoding: str) -> None:
    rows = [(f"第{day}天的汤很好喝，面包也新鲜", "正面") for day in range(40)] + [
        (f"第{day}桌太冷了", "负面") for day in range(9)
    ]
    examples = read(table(rows, ("评论", "情感")), encoding).examples
    assert (list(examples.texts), examples.classes, examples.language) == (
        [text for text, _ in rows],
        ("正面", "负面"),
        "zh",
    )


def test_examples_know_their_name_and_origin() -> None:
    read_ = read(table(ROWS, ("text", "label")))
    assert (read_.examples.name, read_.examples.origin, read_.examples.language) == ("mine", "own", "en")
    assert read_.remarks == ()


def test_the_column_that_repeats_is_the_label_where_no_name_says_so() -> None:
    rows = [(number, label, text, f"2024-01-{number % 28 + 1:02d}") for number, (text, label) in enumerate(ROWS)]
    assert_rows(read(table(rows, ("a", "b", "c", "d"))))
    assert_rows(read(table(rows)))


def test_names_are_believed_against_the_shape() -> None:
    rows = [(label, text, "a longer note about each of the texts, always the same") for text, label in ROWS]
    assert_rows(read(table(rows, ("stars", "comment", "note"))))


def test_commas_of_a_text_without_quotes_stay_in_it() -> None:
    by_hand = [f"{text},{label}" for text, label in ROWS]
    assert_rows(read("\n".join(["text,label", *by_hand])))
    labels_first = [f"{label},{text}" for text, label in ROWS]
    assert_rows(read("\n".join(["label,text", *labels_first])))


def test_a_text_of_several_lines_becomes_one() -> None:
    rows = [(text.replace(", ", ",\r\n\r\n"), label) for text, label in ROWS]
    assert_rows(read(table(rows, ("text", "label"))))


@pytest.mark.parametrize("book", [excel, open_document])
def test_workbooks_are_read(book: object) -> None:
    assert callable(book)
    assert_rows(read_examples(book([["text", "label"], *map(list, ROWS)]), "mine.xlsx"))
    assert_rows(read_examples(book([*map(list, ROWS)]), "mine.xlsx"))


def test_parquet_is_read() -> None:
    texts, labels = zip(*ROWS, strict=True)
    written = io.BytesIO()
    parquet.write_table(pa.table({"review": texts, "label": labels}), written)
    assert_rows(read_examples(written.getvalue(), "mine.parquet"))


def test_rows_without_text_or_label_and_repeated_rows_are_left_out_and_counted() -> None:
    rows = [*ROWS, ("", "good"), ("fine", ""), ("fine", "nan"), ROWS[0], ("only text",)]
    read_ = read(table(rows, ("text", "label")))
    assert_rows(read_)
    assert [str(remark) for remark in read_.remarks] == [
        "Rows without a text or a label that were left out: 4.",
        "Rows that repeat another one and were left out: 1.",
    ]


def test_labels_that_differ_in_capitals_alone_are_one_class() -> None:
    rows = [(text, label.upper() if place % 2 else label) for place, (text, label) in enumerate(ROWS)]
    assert_rows(read(table(rows, ("text", "label"))))


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        (ROWS[:20] + ROWS[-9:], "too_few_examples", "at least 30 different texts with a label, and this file has 29."),
        ([(text, "good") for text, _ in ROWS], "too_few_classes", "this file has 1."),
        ([(text, str(i // 3)) for i, (text, _) in enumerate(ROWS)], "rare_classes", "17 of the labels"),
        ([(f"{i} {text}", i // 8) for i, (text, _) in enumerate(ROWS * 9)], "too_many_classes", "this file has 57."),
        (
            [*ROWS[:40], *[(f"odd {i}", "odd") for i in range(4)]],
            "rare_classes",
            "at least 5 different texts, and 1 of",
        ),
    ],
)
def test_too_little_or_too_much_is_refused_with_numbers(
    rows: Sequence[Sequence[object]], code: str, words: str
) -> None:
    refused = refusal(table(rows, ("text", "label")))
    assert refused.code == code
    assert words in str(refused)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "\n\n",
        "one line",
        "a single\ncolumn\nof words\n" * 40,
        b"%PDF-1.7",
        b"\x00\xff" * 90,
        '"' * 99,
        "," * 2_000_000,
    ],
)
def test_what_is_no_table_of_texts_is_refused(data: str | bytes) -> None:
    assert refusal(data).code == "no_table_of_texts"


def test_too_large_and_too_many_are_refused() -> None:
    assert refusal("a,b\n" * 1_400_000).code == "text_too_large"
    assert refusal("a,b\n" * 100_002).code == "too_many_examples"


@given(st.binary(max_size=2_000))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_bytes_give_examples_or_a_refusal(data: bytes) -> None:
    assert_sound(data)


@given(st.lists(st.lists(st.text(st.sampled_from('ab,;"\n\r\t好 1'), max_size=6), max_size=4), max_size=60))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_any_table_gives_examples_or_a_refusal(rows: list[list[str]]) -> None:
    assert_sound(table([*rows, *ROWS]).encode())
    assert_sound("\n".join(",".join(row) for row in [*rows, *ROWS]).encode())


def assert_sound(data: bytes) -> None:
    outcome = examples_or_refusal(data)
    if isinstance(outcome, FileError):
        assert str(outcome).endswith(".")
    else:
        assert all(outcome.texts)
        assert 2 <= len(outcome.classes) <= MOST_CLASSES
        assert len(outcome.texts) == len(outcome.labels) >= FEWEST_TEXTS


def examples_or_refusal(data: bytes) -> Examples | FileError:
    try:
        return read_examples(data, "any.csv").examples
    except FileError as refused:
        return refused


def test_no_word_of_a_text_is_logged_or_stands_in_a_refusal(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = [(f"secretive {i}", f"private {i % 10}") for i in range(45)]
    for rows in (secret, secret[:20], [(text, text) for text, _ in secret]):
        said = str(refusal(table(rows))) + caplog.text
        assert "secretive" not in said
        assert "private" not in said
