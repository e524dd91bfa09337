"""Runs with text leave in a bundle and come back whole, alone and beside forecasts."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from rnn_core.errors import BundleError
from rnn_core.export import Exported, bundle, bundle_of, folder_of, read_bundle
from rnn_core.export.bundle import rough_size
from rnn_core.export.forms import FORMS
from rnn_core.export.manifest import LIMITS, NAME
from rnn_core.records import KINDS as RECORDED
from rnn_core.records import pack_data, pack_run
from rnn_core.text.corpora import load_examples, load_passage
from rnn_core.text.examples import Examples
from rnn_core.text.rewrite import RewriteSpec
from rnn_core.text.rewrite.marks import Marks
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.sentiment.parts import split
from rnn_core.text.sentiment.scores import NO_SCORES
from rnn_core.text.write.spec import WriteSpec
from tests.export.bundle_runs import ENGLISH, OTHER, exported
from tests.export.tampering import files_of, relisted, with_manifest
from tests.export.text.text_runs import KINDS, baselines_on, judged, rewritten, text_run, written
from tests.text.sentiment.reviews import reviews

NAN = float("nan")
VOICES = (ENGLISH, OTHER)
FOLDERS = {"write": "1-write-GRU-seed-3", "sentiment": "1-sentiment-LSTM-seed-1"} | {
    "rewrite": "1-rewrite-add-GRU-attention-seed-1"
}


@pytest.fixture(scope="module")
def bundles() -> dict[str, bytes]:
    return {kind: bundle_of([text_run(kind)], VOICES) for kind in KINDS}


@pytest.fixture(scope="module")
def mixed() -> bytes:
    return bundle_of([exported(), *map(text_run, KINDS)], VOICES)


def test_every_kind_that_lasts_can_leave() -> None:
    assert set(FORMS) == set(RECORDED)


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_comes_back_with_every_number_and_its_data(kind: str, bundles: dict[str, bytes]) -> None:
    (back,) = read_bundle(bundles[kind])
    one = text_run(kind)
    assert pack_run(back.run) == pack_run(one.run)
    assert pack_data(back.data) == pack_data(one.data)
    assert (back.data, back.title, back.note) == (one.data, one.title, one.note)
    assert bundle_of([back], VOICES) == bundles[kind]


def test_all_kinds_fit_into_one_bundle(mixed: bytes) -> None:
    back = read_bundle(mixed)
    assert [one.kind for one in back] == ["forecast", *KINDS]
    assert [pack_run(one.run) for one in back[1:]] == [pack_run(text_run(kind).run) for kind in KINDS]
    assert bundle_of(back, VOICES) == mixed
    files = files_of(mixed)
    assert {name for name in files if "/" not in name} == {
        *("README.md", "report.html", NAME, "series-1.safetensors"),
        *(f"data-{number}.safetensors" for number in (1, 2, 3)),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_a_folder_has_what_belongs_to_its_kind(kind: str, bundles: dict[str, bytes]) -> None:
    own = {
        "write": {"text.txt", "vocabulary.json"},
        "sentiment": {"texts.csv", "vocabulary.json"},
        "rewrite": {"signs.json"},
    }
    names = {name.removeprefix(f"{FOLDERS[kind]}/") for name in files_of(bundles[kind])}
    # Without a network there is nothing to ask.
    assert names == {
        *("README.md", NAME, "data-1.safetensors"),
        *("settings.json", "scores.json", "history.csv", "record.safetensors"),
        *own[kind],
    }
    with_network = bundle_of([replace(text_run(kind), run=replace(text_run(kind).run, model_file=b"PK"))], VOICES)
    more = {name.removeprefix(f"{FOLDERS[kind]}/") for name in files_of(with_network)}
    assert more - names == {"script.py", "model.keras"}


def test_forecasts_alone_are_told_in_the_format_that_older_ones_read(mixed: bytes) -> None:
    alone = json.loads(files_of(bundle_of([exported()], VOICES))[NAME])
    assert alone["format"] == 1
    assert "kind" not in alone["runs"][0]
    together = json.loads(files_of(mixed)[NAME])
    assert together["format"] == 2
    assert [run.get("kind") for run in together["runs"]] == [None, *KINDS]


def test_a_kind_that_nobody_knows_is_refused(bundles: dict[str, bytes]) -> None:
    runs = json.loads(files_of(bundles["write"])[NAME])["runs"]
    with pytest.raises(BundleError, match=r"of a kind that this RNN Lab does not know \(paint\)"):
        read_bundle(with_manifest(bundles["write"], runs=[runs[0] | {"kind": "paint"}]))


@pytest.mark.parametrize("other", ["forecast", "sentiment"])
def test_a_run_of_another_kind_than_it_says_is_refused(other: str, bundles: dict[str, bytes]) -> None:
    runs = json.loads(files_of(bundles["write"])[NAME])["runs"]
    with pytest.raises(BundleError) as refusal:
        read_bundle(with_manifest(bundles["write"], runs=[runs[0] | {"kind": other}]))
    assert refusal.value.code == "damaged_record"


def test_scores_stand_beside_what_they_are_measured_by(bundles: dict[str, bytes]) -> None:
    scores = {kind: json.loads(files_of(bundles[kind])[f"{FOLDERS[kind]}/scores.json"]) for kind in KINDS}
    assert scores["write"]["network"]["bits"] == text_run("write").run.held_out_bits
    assert [one["context"] for one in scores["write"]["counting"]] == [0, 1, 2, 3, 4, 5]
    assert scores["sentiment"]["baselines"]["logistic"]["scores"]["accuracy"] >= 0
    assert set(scores["sentiment"]["baselines"]["majority"]["compared"]) >= {"gap", "chance"}
    assert scores["rewrite"]["beam"] is None
    assert scores["rewrite"]["usual"]["exact"] == text_run("rewrite").run.usual.exact


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize(
    ("kind", "column"), [("write", "bits"), ("sentiment", "validation_accuracy"), ("rewrite", "exact")]
)
def test_the_history_is_a_table(kind: str, column: str, bundles: dict[str, bytes]) -> None:
    rows = table(files_of(bundles[kind])[f"{FOLDERS[kind]}/history.csv"])
    run = text_run(kind).run
    assert [int(row["epoch"]) for row in rows] == [one.epoch for one in run.history]
    assert [float(row["validation_loss"]) for row in rows] == [one.validation_loss for one in run.history]
    wanted = [learnt for learnt, _ in run.bits] if kind == "write" else [one.measure for one in run.history]
    assert [float(row[column]) for row in rows] == wanted


def test_the_data_are_there_as_a_person_reads_them(bundles: dict[str, bytes]) -> None:
    assert files_of(bundles["write"])[f"{FOLDERS['write']}/text.txt"].decode() == text_run("write").data.text
    rows = table(files_of(bundles["sentiment"])[f"{FOLDERS['sentiment']}/texts.csv"])
    assert [(row["text"], row["label"]) for row in rows] == list(
        zip(text_run("sentiment").data.texts, text_run("sentiment").data.labels, strict=True)
    )


def test_no_text_is_a_formula_in_its_table_and_all_come_back_as_they_were() -> None:
    plain = reviews(60)
    labels = tuple("=nice" if label == "nice" else "@nasty" for label in plain.labels)
    examples = Examples("=1+1", ("=cmd|' /C calc'!A0 good", *plain.texts[1:]), labels, "own", "en")
    made = bundle_of([judged(examples=examples)], VOICES)
    rows = table(files_of(made)["1-sentiment-LSTM-seed-1/texts.csv"])
    assert rows[0]["text"].startswith("'=cmd")
    assert {row["label"] for row in rows} == {"'=nice", "'@nasty"}
    assert read_bundle(made)[0].data == examples


def test_symbols_have_the_numbers_that_the_network_reads(bundles: dict[str, bytes]) -> None:
    vocabulary = json.loads(files_of(bundles["write"])[f"{FOLDERS['write']}/vocabulary.json"])
    run = text_run("write").run
    assert [vocabulary["symbols"][one] for one in "the"] == run.vocabulary.encode("the").tolist()
    assert vocabulary["symbols"].keys() == set(run.vocabulary.symbols)
    signs = json.loads(files_of(bundles["rewrite"])[f"{FOLDERS['rewrite']}/signs.json"])
    spec = text_run("rewrite").run.spec
    assert [signs["questions"][one] for one in "4+7"] == spec.reads.encode(["4+7"])[0].tolist()
    assert signs["answers"].keys() == set(spec.writes.letters)


def test_the_readme_lists_what_is_there_and_how_a_network_is_asked(bundles: dict[str, bytes], mixed: bytes) -> None:
    without = files_of(bundles["sentiment"])["README.md"].decode()
    assert "60" not in without
    assert "LSTM learnt to judge Made up: " in without
    assert "texts.csv" in without
    for absent in ("script.py", "model.keras", "report.html", "Ask the network", "Train it again", "financial"):
        assert absent not in without
    one = text_run("write")
    words = files_of(bundle_of([replace(one, run=replace(one.run, model_file=b"PK"))], VOICES))["README.md"].decode()
    assert "## Ask the network" in words
    assert "pip install tensorflow==2.21.0 keras==3.15.1\npython script.py\n" in words
    together = files_of(mixed)["README.md"].decode()
    assert "In 3-sentiment-LSTM-seed-1:\n\n- `settings.json`" in together
    assert "## Train it again\n\nIn the folder of a forecast, with" in together


def test_the_readme_speaks_the_visitors_language() -> None:
    for kind in KINDS:
        words = files_of(bundle_of([text_run(kind)], (OTHER,)))["README.md"].decode()
        assert "«all settings of the run»" in words
    tales = load_passage("tales_en")
    long = written(WriteSpec(units=4, embedding=2), tales)
    assert "«Tales in English»" in files_of(bundle_of([long], (OTHER,)))["README.md"].decode()


def test_built_in_texts_come_back_as_ours() -> None:
    runs = [
        written(WriteSpec(units=4, embedding=2), load_passage("tales_zh")),
        judged(SentimentSpec(units=2, embedding=2, attention=True, bidirectional=True), load_examples("reviews_zh")),
    ]
    back = read_bundle(bundle_of(runs, VOICES))
    assert [one.data for one in back] == [one.data for one in runs]
    assert [folder_of(1, one.run) for one in back] == [
        "1-write-GRU-seed-1",
        "1-sentiment-LSTM-two-directional-attention-seed-1",
    ]


def test_stopped_trainings_come_back() -> None:
    runs = [
        written(stopped=True, history=(), held_out_loss=3.0),
        judged(stopped=True, history=(), best_epoch=0),
        rewritten(RewriteSpec(task="reverse", longest=3, units=3, embedding=2), stopped=True),
    ]
    back = read_bundle(bundle_of(runs, VOICES))
    assert [pack_run(one.run) for one in back] == [pack_run(one.run) for one in runs]


def lost(one: Exported, **fields: Any) -> Exported:
    """The same with weights that are no numbers any more, and what else is none then."""
    weights = tuple(array * NAN for array in one.run.weights)
    history = (replace(one.run.history[0], loss=NAN, validation_loss=NAN),)
    return replace(one, run=replace(one.run, weights=weights, history=history, **fields))


def test_lost_trainings_come_back() -> None:
    judge = text_run("sentiment")
    said, parts = judge.run.probabilities * NAN, split(judge.run.spec, judge.data)
    baselines = baselines_on(parts, said)
    rewriter = text_run("rewrite")
    right = replace(rewriter.run.right, greedy=rewriter.run.right.greedy[:0])
    runs = [
        lost(text_run("write"), held_out_loss=NAN, samples=()),
        lost(judge, probabilities=said, scores=NO_SCORES, missed=(), baselines=baselines, best_epoch=0),
        lost(rewriter, greedy=Marks(0, NAN, NAN), right=right, beam=None, by_length=(), mistakes=()),
    ]
    back = read_bundle(bundle_of(runs, VOICES))
    assert [pack_run(one.run) for one in back] == [pack_run(one.run) for one in runs]


def test_equal_data_are_kept_once() -> None:
    files = files_of(bundle_of([text_run("write"), written(WriteSpec(units=4, window=8, batch_size=4))], VOICES))
    assert [name for name in files if name.endswith(".safetensors") and "/" not in name] == ["data-1.safetensors"]


@pytest.mark.parametrize("kind", KINDS)
def test_how_large_a_bundle_gets_is_known_before(kind: str, bundles: dict[str, bytes]) -> None:
    # What stands around the numbers counts little in runs that somebody trained.
    assert rough_size([text_run(kind)]) < LIMITS.size
    assert len(bundles[kind]) < rough_size([text_run(kind)]) + 20_000


def test_no_bundle_is_made_that_is_too_large_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "LIMITS", replace(LIMITS, size=1_000))
    with pytest.raises(BundleError, match="these runs would take about"):
        bundle_of([text_run("write")], VOICES)


@pytest.mark.parametrize("kind", KINDS)
def test_scripts_and_tables_of_a_bundle_are_not_believed(kind: str, bundles: dict[str, bytes]) -> None:
    evil = {f"{FOLDERS[kind]}/{name}": b"import os; os.abort()" for name in ("script.py", "history.csv", "signs.json")}
    (back,) = read_bundle(relisted(files_of(bundles[kind]) | evil))
    assert b"os.abort" not in b"".join(files_of(bundle_of([back], VOICES)).values())
