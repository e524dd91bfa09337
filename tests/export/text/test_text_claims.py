"""What a run with text says must follow from its settings and its data, or it is not taken in."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from rnn_core.errors import BundleError
from rnn_core.export import bundle_of, read_bundle
from rnn_core.export.exported import Exported
from rnn_core.learning.events import EpochDone
from rnn_core.records import pack_data
from rnn_core.text.corpora import load_examples, load_passage
from rnn_core.text.rewrite import RewriteSpec
from rnn_core.text.rewrite.marks import Marks
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.write.spec import WriteSpec
from tests.export.bundle_runs import ENGLISH
from tests.export.tampering import files_of, relisted
from tests.export.text.text_runs import KINDS, judged, rewritten, text_run, written

Change = Callable[[Any], Any]


def refusal_of(one: Exported) -> str:
    """The code with which a bundle of `one`, made by whoever knows how, is refused."""
    content = bundle_of([one], [ENGLISH])
    with pytest.raises(BundleError) as caught:
        read_bundle(content)
    assert str(caught.value)[-1] == "."
    return caught.value.code


def refused(kind: str, change: Change) -> str:
    one = text_run(kind)
    return refusal_of(replace(one, run=change(one.run)))


def epochs(run: Any, **fields: Any) -> Any:
    return replace(run, history=(run.history[0], replace(run.history[1], **fields)))


OF_ALL: list[Change] = [
    lambda run: replace(run, seconds=-1.0),
    lambda run: replace(run, seconds=float("nan")),
    lambda run: replace(run, history=run.history[1:]),
    lambda run: replace(run, history=run.history * 2),
    lambda run: replace(run, history=tuple(EpochDone(place, 1.0, 1.5, 1.0) for place in range(1, 9))),
    lambda run: epochs(run, curve=(1.0,)),
    lambda run: epochs(run, seconds=float("inf")),
    lambda run: epochs(run, measure=1.5),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("change", OF_ALL)
def test_a_training_that_cannot_have_gone_so_is_refused(kind: str, change: Change) -> None:
    assert refused(kind, change) == "not_following"


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_must_be_one_of_its_settings_and_data(kind: str) -> None:
    assert refused(kind, lambda run: replace(run, key="0" * 64)) == "other_series"
    assert refused(kind, lambda run: replace(run, spec=run.spec.change(seed=77))) == "other_series"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("versions", [{"[x](y)": "1"}, {"keras": "see www.example.org"}, {"keras": "3\n"}])
def test_versions_are_versions(kind: str, versions: dict[str, str]) -> None:
    assert refused(kind, lambda run: replace(run, versions=versions)) == "strange_words"


@pytest.mark.parametrize("kind", KINDS)
def test_weights_of_another_network_are_refused(kind: str) -> None:
    codes = {"not_following", "other_sentiment_weights", "other_rewriting_weights"}
    for weights in (
        lambda run: run.weights[:-1],
        lambda run: run.weights[:0],
        lambda run: (run.weights[0].T, *run.weights[1:]),
        lambda run: (*run.weights[:-1], np.zeros((), "float32")),
        lambda run: (*run.weights[:-1], np.zeros(50, "float32")),
    ):
        assert refused(kind, lambda run, weights=weights: replace(run, weights=weights(run))) in codes


WRITTEN: list[Change] = [
    lambda run: replace(run, passage=replace(run.passage, name="another")),
    lambda run: replace(run, passage=replace(run.passage, characters=1)),
    lambda run: replace(run, passage=replace(run.passage, fingerprint="0" * 64)),
    lambda run: replace(run, vocabulary=replace(run.vocabulary, symbols=run.vocabulary.symbols[::-1])),
    lambda run: replace(run, learnt=run.learnt + 1),
    lambda run: replace(run, held_out=1),
    lambda run: replace(run, unknown_share=0.5),
    lambda run: replace(run, held_out_loss=run.held_out_loss / 2),
    lambda run: replace(run, held_out_loss=-1.0, stopped=True),
    lambda run: replace(run, baselines=run.baselines[:-1]),
    lambda run: replace(run, baselines=run.baselines[::-1]),
    lambda run: replace(run, baselines=(replace(run.baselines[0], bits=9.0), *run.baselines[1:])),
    lambda run: replace(run, baselines=(*run.baselines[:-1], replace(run.baselines[-1], bits=float("inf")))),
    lambda run: replace(run, counted_sample="<b>"),
    lambda run: replace(run, counted_sample=run.vocabulary.symbols[0] * 5_000),
    lambda run: replace(run, samples=run.samples * 50),
    lambda run: replace(run, samples=(replace(run.samples[0], text="[x](http://y)"),)),
    lambda run: replace(run, samples=(replace(run.samples[0], share=2.0),)),
    lambda run: replace(run, samples=(replace(run.samples[0], seconds=float("nan")),)),
]


@pytest.mark.parametrize("change", WRITTEN)
def test_a_writer_that_says_what_cannot_be_is_refused(change: Change) -> None:
    assert refused("write", change) == "not_following"


def baseline(run: Any, place: int, **fields: Any) -> Any:
    found = list(run.baselines)
    found[place] = replace(found[place], **fields)
    return replace(run, baselines=tuple(found))


JUDGED: list[Change] = [
    lambda run: replace(run, data=replace(run.data, name="another")),
    lambda run: replace(run, data=replace(run.data, classes=run.data.classes[::-1])),
    lambda run: replace(run, data=replace(run.data, way="characters")),
    lambda run: replace(run, data=replace(run.data, test=(1, 1))),
    lambda run: replace(run, data=replace(run.data, empty=3)),
    lambda run: replace(run, data=replace(run.data, unknown=0.9)),
    lambda run: replace(run, vocabulary=replace(run.vocabulary, symbols=("good",))),
    lambda run: replace(run, labels=1 - run.labels),
    lambda run: replace(run, labels=run.labels[:-1]),
    lambda run: replace(run, probabilities=run.probabilities[:-1]),
    lambda run: replace(run, probabilities=run.probabilities[:, :1]),
    lambda run: replace(run, probabilities=run.probabilities * 2),
    lambda run: replace(run, probabilities=run.probabilities - 0.6),
    lambda run: replace(run, probabilities=np.full_like(run.probabilities, np.inf)),
    lambda run: replace(run, probabilities=1 - run.probabilities),
    lambda run: replace(run, scores=replace(run.scores, accuracy=1.0)),
    lambda run: replace(run, scores=replace(run.scores, macro_f1=1.0)),
    lambda run: replace(run, scores=replace(run.scores, interval=(0.9, 1.0))),
    lambda run: replace(run, scores=replace(run.scores, confusion=((1, 2), (3, 4)))),
    lambda run: replace(run, scores=replace(run.scores, bins=())),
    lambda run: replace(run, scores=replace(run.scores, calibration_error=0.0)),
    lambda run: replace(run, missed=run.missed[1:]),
    lambda run: replace(run, missed=(replace(run.missed[0], text="[x](http://y)"), *run.missed[1:])),
    lambda run: replace(run, missed=(replace(run.missed[0], place=10**6), *run.missed[1:])),
    lambda run: replace(run, best_epoch=3),
    lambda run: replace(run, baselines=run.baselines[:1]),
    lambda run: baseline(run, 0, title="**Ours**"),
    lambda run: baseline(run, 1, name="oracle"),
    lambda run: baseline(run, 0, probabilities=run.baselines[0].probabilities[:, ::-1]),
    lambda run: baseline(run, 1, probabilities=run.baselines[1].probabilities[:3]),
    lambda run: baseline(run, 1, scores=replace(run.baselines[1].scores, accuracy=0.0)),
    lambda run: baseline(run, 1, comparison=replace(run.baselines[1].comparison, chance=0.0001)),
    lambda run: baseline(run, 1, comparison=replace(run.baselines[1].comparison, only_network=40)),
]


@pytest.mark.parametrize("change", JUDGED)
def test_a_judge_that_says_what_cannot_be_is_refused(change: Change) -> None:
    assert refused("sentiment", change) == "not_following"


def mistake(run: Any, **fields: Any) -> Any:
    return replace(run, mistakes=(replace(run.mistakes[0], **fields), *run.mistakes[1:]))


def right(run: Any, **fields: Any) -> Any:
    return replace(run, right=replace(run.right, **fields))


def lengths(run: Any, **fields: Any) -> Any:
    return replace(run, by_length=(replace(run.by_length[0], **fields), *run.by_length[1:]))


REWRITTEN: list[Change] = [
    lambda run: replace(run, usual_text="123"),
    lambda run: replace(run, usual=replace(run.usual, exact=0.0, letters=0.0)),
    lambda run: replace(run, greedy=replace(run.greedy, exact=0.9)),
    lambda run: replace(run, greedy=replace(run.greedy, exact=0.0001)),
    lambda run: replace(run, greedy=replace(run.greedy, letters=1.5)),
    lambda run: replace(run, greedy=replace(run.greedy, count=10)),
    lambda run: replace(run, greedy=Marks(0, float("nan"), float("nan"))),
    lambda run: replace(run, beam=Marks(500, 2.0, 1.0)),
    lambda run: replace(run, beam=Marks(7, 1.0, 1.0)),
    lambda run: right(replace(run, beam=Marks(7, 1.0, 1.0)), beam=np.ones(7, np.bool_)),
    lambda run: right(replace(run, beam=Marks(500, 1.0, 1.0)), beam=np.zeros(500, np.bool_)),
    lambda run: right(run, beam=np.ones(500, np.bool_)),
    lambda run: right(run, greedy=~run.right.greedy),
    lambda run: right(run, greedy=run.right.greedy[:, None]),
    lambda run: right(run, greedy=run.right.greedy[:0]),
    lambda run: right(run, usual=~run.right.usual),
    lambda run: replace(run, by_length=run.by_length[1:]),
    lambda run: lengths(run, length=99),
    lambda run: lengths(run, learnt=False),
    lambda run: lengths(run, marks=replace(run.by_length[0].marks, exact=1.0)),
    lambda run: lengths(run, marks=replace(run.by_length[0].marks, count=0)),
    lambda run: replace(run, mistakes=run.mistakes[1:]),
    lambda run: replace(run, mistakes=run.mistakes[::-1]),
    lambda run: mistake(run, question="[x](http://y)"),
    lambda run: mistake(run, right="9999"),
    lambda run: mistake(run, said=run.mistakes[0].right),
    lambda run: mistake(run, said="<b>"),
    lambda run: mistake(run, said="1" * 500),
]


@pytest.mark.parametrize("change", REWRITTEN)
def test_a_rewriter_that_says_what_cannot_be_is_refused(change: Change) -> None:
    assert refused("rewrite", change) == "not_following"


def test_lengths_of_strings_must_be_those_that_are_examined() -> None:
    one = rewritten(RewriteSpec(task="reverse", longest=2, units=3, embedding=2))
    read_bundle(bundle_of([one], [ENGLISH]))
    longer = replace(one.run, by_length=tuple(replace(each, learnt=True) for each in one.run.by_length))
    assert refusal_of(replace(one, run=longer)) == "not_following"


def test_of_very_short_strings_there_are_fewer_questions() -> None:
    one = rewritten(RewriteSpec(task="reverse", longest=2, units=3, embedding=2))
    assert one.run.greedy.count < 500
    more = replace(one.run.by_length[0].marks, count=100)
    counted = replace(one.run, by_length=(replace(one.run.by_length[0], marks=more), *one.run.by_length[1:]))
    assert refusal_of(replace(one, run=counted)) == "not_following"


def with_data(one: Exported, **fields: Any) -> Exported:
    """Other data, and a run that says the same of them."""
    data = replace(one.data, **fields)
    return (written if one.kind == "write" else judged)(one.run.spec, data)


SPOILT: list[tuple[str, dict[str, Any]]] = [
    ("write", {"text": ""}),
    ("write", {"text": "bell \x07 " * 900}),
    ("write", {"name": "x\x00"}),
    ("write", {"name": "x" * 5_000}),
    ("sentiment", {"texts": ()}),
    ("sentiment", {"texts": (), "labels": ()}),
    ("sentiment", {"labels": ("nice",)}),
    ("sentiment", {"labels": ("x" * 5_000,) * 60}),
    ("sentiment", {"texts": ("\x00",) * 60}),
    ("sentiment", {"name": "x\x00"}),
    ("rewrite", {"name": "evil"}),
]


@pytest.mark.parametrize(("kind", "fields"), SPOILT)
def test_texts_and_names_must_be_plain_and_whole(kind: str, fields: dict[str, Any]) -> None:
    files = files_of(bundle_of([text_run(kind)], [ENGLISH]))
    spoilt = pack_data(replace(text_run(kind).data, **fields))
    with pytest.raises(BundleError) as caught:
        read_bundle(relisted(files | {"data-1.safetensors": spoilt}))
    assert caught.value.code == "damaged_bundle"


def test_texts_under_a_name_of_ours_are_ours() -> None:
    assert refusal_of(with_data(text_run("write"), origin="built_in")) == "other_texts"
    assert refusal_of(with_data(text_run("sentiment"), origin="built_in", name="Reviews in English")) == "other_texts"
    tales, opinions = load_passage("tales_en"), load_examples("reviews_en")
    spec, judging = WriteSpec(units=4, embedding=2), SentimentSpec(units=2, embedding=2)
    for one in (written(spec, tales), judged(judging, opinions)):
        assert read_bundle(bundle_of([one], [ENGLISH]))[0].data == one.data
    assert refusal_of(written(spec, replace(tales, text=tales.text + "."))) == "other_texts"
    assert refusal_of(judged(judging, replace(opinions, labels=opinions.labels[::-1]))) == "other_texts"


def test_settings_that_do_not_fit_the_text_are_refused_in_their_own_words() -> None:
    one = text_run("write")
    spec = one.run.spec.change(window=256, batch_size=128)
    assert refusal_of(replace(one, run=replace(one.run, spec=spec, key=spec.key(one.data)))) == "text_too_short"


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_scores_that_says_something_else_is_refused(kind: str) -> None:
    files = files_of(bundle_of([text_run(kind)], [ENGLISH]))
    name = next(name for name in files if name.endswith("scores.json"))
    with pytest.raises(BundleError) as caught:
        read_bundle(relisted(files | {name: files[name].replace(b"0.", b"1.", 1)}))
    assert caught.value.code == "unlike_record"


def test_a_cell_or_a_task_that_nobody_knows_is_refused() -> None:
    for kind, known, other in (("write", b'\\"GRU\\"', b'\\"GRX\\"'), ("rewrite", b'\\"add\\"', b'\\"adx\\"')):
        files = files_of(bundle_of([text_run(kind)], [ENGLISH]))
        name = next(name for name in files if name.endswith("record.safetensors"))
        assert known in files[name]
        with pytest.raises(BundleError):
            read_bundle(relisted(files | {name: files[name].replace(known, other)}))
