"""A list, files or records in a bundle that are not as they were: refused in a sentence, and nothing is run."""

import json
import pickle
import struct
from typing import Any

import pytest

from rnn_core.errors import BundleError
from rnn_core.export import read_bundle
from rnn_core.export.manifest import NAME, RECORD
from tests.export.bundle_runs import a_zip
from tests.export.tampering import (
    DEEP,
    FOLDER,
    SERIES,
    Evil,
    files_of,
    refusal_of,
    relisted,
    small_bundle,
    with_files,
    with_manifest,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return small_bundle()


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
    assert refusal_of(with_manifest(bundle, format=3, shape="unknown")) == "newer_bundle"


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
