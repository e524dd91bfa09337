"""Words out of a bundle are words and nothing else."""

import ast
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

from rnn_core.export import read_bundle
from rnn_core.export.manifest import NAME
from rnn_core.export.plain_words import _is_plain_sentence
from rnn_core.forecast.run import Baseline, Layer
from rnn_core.series import ReadOptions, Receipt, Series
from rnn_core.words import Amount, Sentence
from tests.export.tampering import (
    files_of,
    refusal_of,
    relisted,
    small_bundle,
    with_both,
    with_manifest,
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
    "see www&period;evil&period;example/pay",
    "https&colon;&sol;&sol;evil.example",
    "h&#116;tp",
    "evil.example",
    "nothing \x00",
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
        lambda run: replace(run, versions={text: "1"}),
        lambda run: replace(run, versions={"keras": text}),
    ):
        assert refusal_of(with_run(bundle, change)) == "strange_words"
    for layer in (Layer(f"1 {text}", text, "5", 106), Layer("1 LSTM", "LSTM", text, 106)):
        spoilt = with_run(bundle, lambda run, layer=layer: replace(run, layers=(layer, run.layers[1])))
        assert refusal_of(spoilt) == "other_rows"
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


UNCLEAN = ["nothing \x00", "bell \x07", "two\nlines", "\x85"]
PLACES: list[Callable[[Series, str], Series]] = [
    lambda one, text: replace(one, name=text),
    lambda one, text: replace(one, unit=text),
    lambda one, text: replace(one, frame=one.frame.set_axis(["High", "Low" + text], axis=1)),
    lambda one, text: replace(one, receipt=replace(one.receipt, source=text)),
    lambda one, text: replace(one, receipt=replace(one.receipt, table=(text,))),
    lambda one, text: replace(one, receipt=replace(one.receipt, found=ReadOptions(pick=text))),
    lambda one, text: replace(one, receipt=replace(one.receipt, options=ReadOptions(date_column=text))),
    lambda one, text: with_warning(one, Sentence("x", "Odd: {what}.", {"what": text})),
    lambda one, text: with_warning(one, Sentence("x", "Odd: {what}.", {"what": Amount(1.0, text)})),
]


@pytest.mark.parametrize("text", UNCLEAN)
@pytest.mark.parametrize("place", PLACES)
def test_texts_that_cannot_be_written_are_refused(
    bundle: bytes, place: Callable[[Series, str], Series], text: str
) -> None:
    assert refusal_of(with_both(bundle, lambda one: place(one, text))) == "strange_words"


@pytest.mark.parametrize("place", PLACES)
def test_halves_of_characters_are_refused(bundle: bytes, place: Callable[[Series, str], Series]) -> None:
    """JSON can spell them, and nothing can write them."""
    files = files_of(with_both(bundle, lambda one: place(one, "HALFWAY")))
    halved = {name: content.replace(b"HALFWAY", rb"\\ud800") for name, content in files.items()}
    assert halved != files
    assert refusal_of(relisted(halved)) in {"strange_words", "damaged_record"}


OPTIONS = [
    ReadOptions(encoding="utf-8 <b>"),
    ReadOptions(encoding="x" * 50),
    ReadOptions(separator=";;"),
    ReadOptions(sheet="x" * 5_000),
    ReadOptions(pick="x" * 5_000),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_how_a_file_was_read_is_said_in_few_words(bundle: bytes, options: ReadOptions) -> None:
    for fields in ({"options": options}, {"found": options}):
        spoilt = with_both(bundle, lambda one, f=fields: replace(one, receipt=replace(one.receipt, **f)))
        assert refusal_of(spoilt) == "strange_words"


def test_a_tab_may_stand_between_cells(bundle: bytes) -> None:
    tabs = ReadOptions(separator="\t")
    assert read_bundle(with_both(bundle, lambda one: replace(one, receipt=replace(one.receipt, found=tabs))))


@pytest.mark.parametrize(
    "words",
    [{"title": "x" * 81}, {"note": "x" * 501}, {"title": "two\nlines"}, {"title": "\x00"}, {"note": "\x1b[2J"}],
)
def test_titles_and_notes_are_short_and_clean(bundle: bytes, words: dict[str, str]) -> None:
    (entry,) = json.loads(files_of(bundle)[NAME])["runs"]
    assert refusal_of(with_manifest(bundle, runs=[entry | words])) == "damaged_bundle"


def own_templates() -> Iterator[str]:
    """The texts of series and forecast that may become a sentence."""
    for path in [path for room in ("series", "forecast") for path in Path("rnn_core", room).rglob("*.py")]:
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str(text))]):
                    yield text
                case ast.Call(func=ast.Name(id=str()), args=[ast.Constant(), ast.Constant(value=str(text)), *_]) if (
                    node.func.id == "Sentence" or node.func.id.endswith("Error")
                ):
                    yield text


def test_every_sentence_of_our_own_is_plain() -> None:
    said = sorted({text for text in own_templates() if "{" in text or text.endswith(".")})
    assert len(said) > 80
    for template in said:
        values = {name: 1 for _, name, _, _ in Formatter().parse(template) if name}
        assert _is_plain_sentence(Sentence("x", template, values)), template
