"""Whatever somebody does to a bundle by hand: it is refused in a sentence, and nothing is run, written or believed."""

import io
import json
import pickle
import stat
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rnn_core.errors import BundleError
from rnn_core.export import bundle_of, read_bundle
from rnn_core.export.manifest import LIMITS, NAME, RECORD
from rnn_core.forecast import Run
from rnn_core.forecast.run import Baseline, Layer
from rnn_core.series import Receipt, Series
from rnn_core.words import Sentence
from tests.export.bundle_runs import ENGLISH, a_config, a_model, a_zip, exported
from tests.export.tampering import (
    FOLDER,
    SERIES,
    files_of,
    relisted,
    with_both,
    with_files,
    with_manifest,
    with_run,
    with_series,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    whole = files_of(bundle_of([exported()], [ENGLISH]))
    # The report is 5 MB, and what happens to it happens to the others.
    return relisted(whole | {"report.html": b"<!DOCTYPE html>"})


def refusal_of(content: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        read_bundle(content)
    words = str(caught.value)
    assert words[-1] == "."
    assert len(words) < 500
    return caught.value.code


def test_the_bundle_that_these_tests_change_is_whole(bundle: bytes) -> None:
    assert read_bundle(bundle)[0].run.spec == exported().run.spec
    assert read_bundle(with_run(with_both(bundle, lambda one: one), lambda run: run))


# The file as a whole.


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"hello", b"PK\x03\x04" + bytes(100), b"\x80\x04\x95", b"\x1f\x8b" * 9]
)
def test_what_is_no_zip_is_no_bundle(content: bytes) -> None:
    assert refusal_of(content) == "no_bundle"


def test_a_zip_without_a_list_is_no_bundle() -> None:
    assert refusal_of(a_zip({"README.md": b"Hello."})) == "no_bundle"


def test_a_zip_behind_a_program_is_no_bundle(bundle: bytes) -> None:
    assert refusal_of(b"MZ" + bundle) == "no_bundle"


def test_a_bundle_larger_than_an_upload_is_refused() -> None:
    assert refusal_of(b"PK\x03\x04" + bytes(LIMITS.size)) == "bundle_too_large"


def test_a_shortened_bundle_is_refused(bundle: bytes) -> None:
    assert refusal_of(bundle[: len(bundle) // 2]) == "no_bundle"


PATHS = [
    "../evil.py",
    "a/../../evil.py",
    "/etc/passwd",
    "C:/evil.py",
    "c:evil.py",
    "..\\evil.py",
    "a\\b.py",
    "./a.py",
    "a//b.py",
    "..",
    "a/\x07.py",
    "a/evil.py\x00.txt",
]


@pytest.mark.parametrize("path", PATHS)
def test_names_that_lead_elsewhere_are_refused(bundle: bytes, path: str) -> None:
    assert refusal_of(with_raw_name(bundle, path)) == "bad_path"


def with_raw_name(bundle: bytes, path: str) -> bytes:
    """One more file, whose name is written as it is: the library would make it harmless."""
    stand_in = "x" * len(path.encode())
    return relisted(files_of(bundle) | {stand_in: b"print('evil')"}).replace(stand_in.encode(), path.encode())


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(bundle: bytes, kind: int) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        part = zipfile.ZipInfo("link")
        part.external_attr = (kind | 0o777) << 16
        archive.writestr(part, "/etc/passwd")
    assert refusal_of(packed.getvalue()) == "bad_path"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [NAME, NAME.upper(), f"{FOLDER}/SETTINGS.json"])
def test_two_files_of_one_name_are_refused(bundle: bytes, twin: str) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(twin, b"{}")
    assert refusal_of(packed.getvalue()) == "twin_files"


@pytest.mark.parametrize("count", [501, 100_000])
def test_too_many_files_are_refused_at_once(count: int) -> None:
    content = a_zip({f"{number}.txt": b"" for number in range(count)}, zipfile.ZIP_STORED)
    begun = time.perf_counter()
    assert refusal_of(content) == "too_many_files"
    assert time.perf_counter() - begun < 1


def test_folders_that_a_packing_program_lists_do_no_harm(bundle: bytes) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.mkdir(FOLDER)
    assert read_bundle(packed.getvalue())


# Bombs.


def bomb(size: int) -> bytes:
    """A zip file whose one part says that it unpacks to `size` bytes of nothing."""
    nothing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = nothing.compress(bytes(1024**2)) * 8 + nothing.flush()
    name = b"README.md"
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), min(size, 2**32 - 2), len(name), 0)
    local = b"PK\x03\x04" + head + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end


def test_a_bomb_of_gigabytes_is_refused_at_once_and_takes_no_memory() -> None:
    content = bomb(10 * 1024**3)
    tracemalloc.start()
    begun = time.perf_counter()
    assert refusal_of(content) == "bundle_bomb"
    assert time.perf_counter() - begun < 1
    assert tracemalloc.get_traced_memory()[1] < 5 * 1024**2
    tracemalloc.stop()


def test_a_real_bomb_is_refused_at_once(bundle: bytes) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros", "w") as part:
        for _ in range(300):
            part.write(bytes(1024**2))
    assert refusal_of(packed.getvalue()) == "bundle_bomb"


def test_a_part_that_holds_more_than_it_says_is_refused(bundle: bytes) -> None:
    """Its size is said to be one byte; the hundred megabytes behind it are never unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files_of(bundle) | {"README.md": bytes(100 * 1024**2)}).items():
            archive.writestr(name, content)
    content = packed.getvalue().replace(struct.pack("<I", 100 * 1024**2), struct.pack("<I", 1))
    tracemalloc.start()
    assert refusal_of(content) in {"damaged_bundle", "changed_file"}
    assert tracemalloc.get_traced_memory()[1] < 20 * 1024**2
    tracemalloc.stop()


def test_zips_in_the_bundle_are_never_opened(bundle: bytes) -> None:
    inner = a_zip({"zeros": bytes(50 * 1024**2)})
    assert refusal_of(relisted(files_of(bundle) | {"inner.zip": inner})) == "unknown_file"
    assert read_bundle(relisted(files_of(bundle) | {"README.md": inner}))


def test_locked_and_oddly_packed_files_are_refused(bundle: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in files_of(bundle).items():
            archive.writestr(name, content)
    assert refusal_of(packed.getvalue()) == "damaged_bundle"


# The list.


@pytest.mark.parametrize(
    "name", ["evil.pkl", "evil.pickle", f"{FOLDER}/evil.py", "series-1.npz", "a/b/c/settings.json"]
)
def test_files_that_do_not_belong_are_refused(bundle: bytes, name: str) -> None:
    assert refusal_of(relisted(files_of(bundle) | {name: pickle.dumps(1)})) == "unknown_file"
    assert refusal_of(a_zip(files_of(bundle) | {name: pickle.dumps(1)})) == "unknown_file"


@pytest.mark.parametrize("name", ["README.md", "report.html", f"{FOLDER}/script.py", f"{FOLDER}/{RECORD}", SERIES])
def test_files_that_were_changed_are_refused(bundle: bytes, name: str) -> None:
    files = files_of(bundle)
    assert refusal_of(a_zip(files | {name: files[name] + b" "})) == "changed_file"
    assert refusal_of(a_zip(files | {name: bytes(len(files[name]))})) == "changed_file"


@pytest.mark.parametrize("name", ["README.md", f"{FOLDER}/{RECORD}", f"{FOLDER}/settings.json", SERIES])
def test_files_that_are_missing_are_named(bundle: bytes, name: str) -> None:
    files = files_of(bundle)
    without = {other: content for other, content in files.items() if other != name}
    with pytest.raises(BundleError, match=name):
        read_bundle(a_zip(without))
    assert refusal_of(a_zip(without)) == "missing_file"


@pytest.mark.parametrize("name", ["settings.json", "scores.json", RECORD])
def test_what_a_run_needs_must_be_there_even_if_nobody_lists_it(bundle: bytes, name: str) -> None:
    files = files_of(bundle)
    del files[f"{FOLDER}/{name}"]
    assert refusal_of(relisted(files)) == "missing_file"


def test_a_newer_bundle_says_that_it_is_newer(bundle: bytes) -> None:
    assert refusal_of(with_manifest(bundle, format=2, shape="unknown")) == "newer_bundle"


@pytest.mark.parametrize(
    "fields",
    [
        {"format": "one"},
        {"runs": []},
        {"runs": None},
        {"runs": [{"folder": "../a", "series": SERIES}]},
        {"runs": [{"folder": FOLDER, "series": "../etc"}]},
        {"runs": [{"folder": FOLDER, "series": SERIES, "title": "x" * 10_000}]},
        {"runs": [{"folder": FOLDER, "series": SERIES, "code": "1"}]},
        {"runs": [{"folder": FOLDER, "series": SERIES}] * 51},
        {"files": {"README.md": {"sha256": "x", "bytes": -1}}},
        {"files": []},
        {"more": 1},
    ],
)
def test_a_list_that_is_none_is_refused(bundle: bytes, fields: dict[str, Any]) -> None:
    assert refusal_of(with_manifest(bundle, **fields)) == "damaged_bundle"


DEEP = b"[" * 100_000 + b"]" * 100_000
JSON_BOMBS = [
    b"",
    b"{",
    b"null",
    b"[]",
    DEEP,
    b'{"a":' * 50_000,
    b"[" + b"1," * 600_000 + b"1]",
    b"9" * 100_000,
    b"\xff",
]


@pytest.mark.parametrize("content", JSON_BOMBS)
@pytest.mark.parametrize("name", ["settings_json", "scores_json"])
def test_json_bombs_are_refused(bundle: bytes, name: str, content: bytes) -> None:
    assert refusal_of(with_files(bundle, **{name: content})) in {"damaged_bundle", "unlike_record"}


@pytest.mark.parametrize("content", JSON_BOMBS)
def test_a_bomb_for_a_list_is_refused(bundle: bytes, content: bytes) -> None:
    assert refusal_of(a_zip(files_of(bundle) | {NAME: content})) == "damaged_bundle"


# Records.


class Evil:
    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("raise SystemExit('a pickle was opened')",)


def record_of(document: str, arrays: bytes = b"") -> bytes:
    """A record by hand: anything may stand in its head."""
    head = json.dumps({"__metadata__": {"kind": "run", "format": "1", "document": document}}).encode()
    return struct.pack("<Q", len(head)) + head + arrays


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Evil()),
        b"",
        bytes(8),
        b"\xff" * 100,
        struct.pack("<Q", 2**40) + b"{}",
        record_of("{}"),
        record_of("[" * 100_000),
        record_of(DEEP.decode()),
        record_of("1" * 10_000),
        record_of("null"),
    ],
)
def test_records_that_are_none_are_refused(bundle: bytes, content: bytes) -> None:
    expected = {"damaged_record", "damaged_bundle"}
    assert refusal_of(with_files(bundle, record_safetensors=content)) in expected
    assert refusal_of(relisted(files_of(bundle) | {SERIES: content})) in expected


def test_the_record_of_a_series_is_no_run(bundle: bytes) -> None:
    assert refusal_of(with_files(bundle, record_safetensors=files_of(bundle)[SERIES])) == "damaged_record"


def test_settings_out_of_bounds_are_refused_in_their_own_words(bundle: bytes) -> None:
    settings = json.loads(files_of(bundle)[f"{FOLDER}/settings.json"])
    with pytest.raises(BundleError, match=r"The setting units does not fit"):
        read_bundle(with_files(bundle, settings_json=json.dumps(settings | {"units": 10**9}).encode()))
    for field in (
        {"cell": "Transformer"},
        {"window": -1},
        {"code": "import os"},
        {"train_from": "2030-01-01"} | {"test_from": "2020-01-01"},
    ):
        assert refusal_of(with_files(bundle, settings_json=json.dumps(settings | field).encode()))


def test_settings_that_are_not_those_of_the_record_are_refused(bundle: bytes) -> None:
    settings = json.loads(files_of(bundle)[f"{FOLDER}/settings.json"])
    other = json.dumps(settings | {"units": 5}).encode()
    assert refusal_of(with_files(bundle, settings_json=other)) == "unlike_record"


def test_a_file_of_scores_that_says_something_else_is_refused(bundle: bytes) -> None:
    scores = json.loads(files_of(bundle)[f"{FOLDER}/scores.json"])
    scores["network"]["rmse"] = 0.0
    assert refusal_of(with_files(bundle, scores_json=json.dumps(scores).encode())) == "unlike_record"


# What must follow.


def nan(run: Run) -> np.ndarray:
    return np.full_like(run.predicted, np.nan)


def better(run: Run) -> Run:
    return replace(run, scores=replace(run.scores, rmse=run.scores.rmse / 2))


FORGED_SCORES: list[Callable[[Run], Run]] = [
    better,
    lambda run: replace(run, scores=replace(run.scores, mase=float("nan"))),
    lambda run: replace(run, scores=replace(run.scores, direction=None)),
    lambda run: replace(run, naive_scores=replace(run.naive_scores, rmse=99.0)),
    lambda run: replace(run, predicted=run.actual + 0.1),
    lambda run: replace(run, predicted=nan(run)),
    lambda run: replace(run, baselines=(replace(run.baselines[0], predicted=run.actual), *run.baselines[1:])),
    lambda run: replace(run, baselines=(replace(run.baselines[0], predicted=run.actual[:3]), *run.baselines[1:])),
    lambda run: replace(run, baselines=(replace(run.baselines[0], scores=None), *run.baselines[1:])),
    lambda run: replace(run, baselines=(*run.baselines, Baseline("oracle", "Oracle"))),
    lambda run: replace(run, baselines=run.baselines * 2),
]


@pytest.mark.parametrize("forge", FORGED_SCORES)
def test_scores_must_follow_from_the_predictions(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_scores"


def ahead(run: Run, **fields: Any) -> Run:
    return replace(run, ahead=(replace(run.ahead[0], **fields),))


FORGED_ROWS: list[Callable[[Run], Run]] = [
    lambda run: replace(run, dates=run.dates + np.timedelta64(1, "D")),
    lambda run: replace(run, dates=run.dates[:-1]),
    lambda run: replace(run, actual=run.actual + 1e-9),
    lambda run: replace(run, naive=run.actual),
    lambda run: replace(run, predicted=run.predicted[:-1]),
    lambda run: replace(run, predicted=run.predicted[:, None]),
    lambda run: replace(run, predicted=np.full_like(run.predicted, np.inf)),
    lambda run: replace(run, spread=run.spread * 2),
    lambda run: replace(run, train_step=run.train_step * 2),
    lambda run: replace(run, train_mean=0.0),
    lambda run: replace(run, test_windows=10**9),
    lambda run: replace(run, train_windows=1),
    lambda run: replace(run, kept_back=replace(run.kept_back, actual=run.kept_back.naive)),
    lambda run: replace(run, kept_back=replace(run.kept_back, predicted=np.empty(0))),
    lambda run: replace(run, history=run.history[1:]),
    lambda run: replace(run, history=run.history * 2),
    lambda run: replace(run, history=(replace(run.history[0], curve=(1.0,)), *run.history[1:])),
    lambda run: replace(run, best_epoch=99),
    lambda run: replace(run, frames=(replace(run.frames[0], curve=np.zeros(3)),)),
    lambda run: replace(run, frames=(replace(run.frames[0], epoch=-1),)),
    lambda run: replace(run, seconds=float("nan")),
    lambda run: replace(run, weights=(np.zeros(3, "float32"),)),
    lambda run: ahead(run, origins=run.ahead[0].origins + np.timedelta64(1, "s")),
    lambda run: ahead(run, forecast=run.ahead[0].forecast[:, :1]),
    lambda run: ahead(run, actual=run.ahead[0].actual + 1),
    lambda run: ahead(run, naive=run.ahead[0].naive + 1),
    lambda run: ahead(run, last=0.0),
    lambda run: ahead(run, since=np.datetime64("1970-01-01", "s")),
    lambda run: ahead(run, predicted=np.zeros(3)),
    lambda run: ahead(run, problem=Sentence("no", "There is nothing.")),
    lambda run: ahead(run, dates=run.ahead[0].dates[:0]),
]


@pytest.mark.parametrize("forge", FORGED_ROWS)
def test_rows_and_shapes_must_follow_from_settings_and_series(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_rows"


FORGED_FACTS: list[Callable[[Run], Run]] = [
    lambda run: replace(run, key="0" * 64),
    lambda run: replace(run, spec=run.spec.change(seed=2)),
    lambda run: replace(run, series=replace(run.series, fingerprint="0" * 64)),
    lambda run: replace(run, series=replace(run.series, target="Low")),
    lambda run: replace(run, series=replace(run.series, rows=1)),
    lambda run: replace(run, series=replace(run.series, unit="EUR")),
    lambda run: replace(run, series=replace(run.series, receipt=Receipt("ticker:MA:2020-01-01:2021-01-01", "real"))),
]


@pytest.mark.parametrize("forge", FORGED_FACTS)
def test_a_run_must_be_one_of_its_series(bundle: bytes, forge: Callable[[Run], Run]) -> None:
    assert refusal_of(with_run(bundle, forge)) == "other_series"


def test_another_series_is_not_that_of_the_run(bundle: bytes) -> None:
    assert refusal_of(with_series(bundle, lambda one: replace(one, frame=one.frame * 2))) == "other_series"


def test_settings_that_do_not_fit_the_series_are_refused_in_their_own_words(bundle: bytes) -> None:
    assert (
        refusal_of(with_run(bundle, lambda run: replace(run, spec=run.spec.change(target="Nothing"))))
        == "unknown_column"
    )


def reordered(one: Series) -> Series:
    return replace(one, frame=one.frame.iloc[::-1])


def undated(one: Series) -> Series:
    dates = one.frame.index.to_series()
    dates.iloc[3] = pd.NaT
    return replace(one, frame=one.frame.set_axis(pd.DatetimeIndex(dates, name="date")))


SPOILT: list[Callable[[Series], Series]] = [
    reordered,
    undated,
    lambda one: replace(one, frame=one.frame.iloc[[0, 0, 1]]),
    lambda one: replace(one, frame=one.frame.iloc[:0]),
    lambda one: replace(one, frame=one.frame.iloc[:, :0]),
    lambda one: replace(one, frame=one.frame.set_axis(["High", "High"], axis=1)),
    lambda one: replace(one, frame=one.frame.replace(one.frame.iloc[5, 1], np.inf)),
]


@pytest.mark.parametrize("spoil", SPOILT)
def test_series_that_are_none_are_refused(bundle: bytes, spoil: Callable[[Series], Series]) -> None:
    assert refusal_of(with_series(bundle, spoil)) == "damaged_bundle"


# Words.

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


# Networks.


def with_model(bundle: bytes, content: bytes) -> bytes:
    return with_files(bundle, model_keras=content)


def with_layer(**fields: Any) -> bytes:
    """A network whose LSTM says something else of itself."""
    config = a_config()
    config["config"]["layers"][1] |= fields
    return a_model(config=json.dumps(config).encode())


def with_setting(**fields: Any) -> bytes:
    config = a_config()
    config["config"]["layers"][1]["config"] |= fields
    return a_model(config=json.dumps(config).encode())


LAMBDA = {"module": "builtins", "class_name": "__lambda__", "config": {"value": "4wEAAAA="}, "registered_name": None}
FUNCTION = {"module": "os", "class_name": "function", "config": "system", "registered_name": "system"}
MODELS = {
    "a pickle": pickle.dumps(Evil()),
    "nothing": b"",
    "a bare h5 file": b"\x89HDF\r\n\x1a\n",
    "a fourth file": a_model(**{"evil.pkl": b""}),
    "assets": a_model(**{"assets/evil.py": b""}),
    "a file outside": a_model(**{"../config.json": b"{}"}),
    "no network": a_model(config=b"{}"),
    "a list": a_model(config=b"[]"),
    "deep": a_model(config=DEEP),
    "a large config": a_model(config=b"[" + b"1," * 600_000 + b"1]"),
    "other weights": a_model(weights=pickle.dumps(Evil())),
    "no metadata": a_model(metadata=b"[]"),
    "more metadata": a_model(metadata=b'{"keras_version": "3", "date_saved": "x", "code": "y"}'),
    "a lambda layer": with_layer(class_name="Lambda"),
    "a layer of nobody": with_layer(module="evil", class_name="LSTM"),
    "a registered name": with_layer(registered_name="evil>LSTM"),
    "a class without a module": with_layer(module=None),
    "a layer that is a list": with_layer(class_name=["LSTM"]),
    "a lambda": with_setting(activation=LAMBDA),
    "a function": with_setting(activation=FUNCTION),
    "a function by name": with_setting(activation="system"),
    "a hidden lambda": with_setting(start={"deep": [[{"x": LAMBDA}]]}),
    "a module alone": with_setting(start={"module": "os"}),
    "a huge layer": with_setting(units=10**9),
    "units in words": with_setting(units="many"),
    "another network": with_layer(class_name="GRU"),
    "a bomb": a_zip({"config.json": bytes(101 * 1024**2), "metadata.json": b"{}", "model.weights.h5": b""}),
}


@pytest.mark.parametrize("name", MODELS)
def test_networks_that_rnn_lab_does_not_build_are_refused(bundle: bytes, name: str) -> None:
    assert refusal_of(with_model(bundle, MODELS[name])) == "foreign_model"


def test_a_bundle_may_come_without_networks(bundle: bytes) -> None:
    assert read_bundle(with_files(bundle, model_keras=None))[0].run.model_file == b""


def test_a_network_inside_the_record_is_not_taken(bundle: bytes) -> None:
    smuggled = with_run(bundle, lambda run: replace(run, model_file=b"evil"))
    assert read_bundle(smuggled)[0].run.model_file == a_model()
    assert read_bundle(with_files(smuggled, model_keras=None))[0].run.model_file == b""


def test_scripts_reports_and_tables_are_not_believed(bundle: bytes) -> None:
    evil = {
        "script_py": b"import os; os.abort()",
        "notebook_ipynb": b"{}",
        "predictions_csv": b"0",
        "data_csv": b"=cmd()",
    }
    (back,) = read_bundle(with_files(bundle, **evil))
    assert b"os.abort" not in b"".join(files_of(bundle_of([back], [ENGLISH])).values())
