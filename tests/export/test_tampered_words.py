"""Words out of a bundle are words and nothing else."""

from dataclasses import replace

import pytest

from rnn_core.export import read_bundle
from rnn_core.forecast.run import Baseline, Layer
from rnn_core.series import Receipt, Series
from rnn_core.words import Sentence
from tests.export.tampering import (
    refusal_of,
    small_bundle,
    with_both,
    with_run,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return small_bundle()


HOSTILE = [
    "[press](javascript:alert(1))",
    "![x](http://example.org/x.png)",
    "see https://example.org",
    "see www.example.org",
    "<img src=x onerror=alert(1)>",
    ":material/home:",
    "**bold**",
    "# heading",
    "- item",
    "1. item",
    "me@example.org",
    "two\nlines",
    "{{7*7}}",
    "x" * 5_000,
]
FORMATS = [
    "{column.__class__}",
    "{column!r}",
    "{column:>1000000000}",
    "{column[0]}",
    "{}",
    "{0}",
    "{nobody}",
    "{column",
    "}",
]


def with_warning(one: Series, sentence: Sentence) -> Series:
    return replace(one, receipt=replace(one.receipt, warnings=(sentence,)))


@pytest.mark.parametrize("template", HOSTILE + FORMATS)
def test_sentences_that_are_more_than_words_are_refused(bundle: bytes, template: str) -> None:
    said = Sentence("x", template, {"column": "High"})
    assert refusal_of(with_both(bundle, lambda one: with_warning(one, said))) == "strange_words"
    problem = Baseline("smoothing", "Exponential smoothing", problem=said)
    assert refusal_of(with_run(bundle, lambda run: replace(run, baselines=(problem,)))) == "strange_words"


@pytest.mark.parametrize("text", HOSTILE)
def test_titles_layers_versions_and_reasons_are_only_words(bundle: bytes, text: str) -> None:
    for change in (
        lambda run: replace(run, baselines=(replace(run.baselines[0], title=text),)),
        lambda run: replace(run, layers=(Layer(f"1 {text}", text, "5", 106),)),
        lambda run: replace(run, layers=(Layer("1 LSTM", "LSTM", text, 106),)),
        lambda run: replace(run, versions={text: "1"}),
        lambda run: replace(run, versions={"keras": text}),
    ):
        assert refusal_of(with_run(bundle, change)) == "strange_words"
    dropped = {text: 1}
    spoilt = with_both(bundle, lambda one: replace(one, receipt=replace(one.receipt, dropped=dropped)))
    assert refusal_of(spoilt) == "strange_words"


def test_a_role_is_played_by_a_column_that_is_there(bundle: bytes) -> None:
    for roles in ({"close": "Nothing"}, {"villain": "High"}):
        spoilt = with_both(bundle, lambda one, roles=roles: replace(one, receipt=replace(one.receipt, roles=roles)))
        assert refusal_of(spoilt) == "strange_words"


def test_names_may_be_anything_but_endless(bundle: bytes) -> None:
    assert read_bundle(with_both(bundle, lambda one: replace(one, name="<b>[x](y) {0} 数据")))
    assert refusal_of(with_both(bundle, lambda one: replace(one, name="x" * 10_000))) == "strange_words"


def nested(receipt: Receipt, depth: int) -> Receipt:
    for _ in range(depth):
        receipt = replace(receipt, continued_by=receipt)
    return receipt


def test_receipts_that_go_on_and_on_are_refused(bundle: bytes) -> None:
    assert (
        refusal_of(with_both(bundle, lambda one: replace(one, receipt=nested(Receipt("a", "own"), 20))))
        == "strange_words"
    )
