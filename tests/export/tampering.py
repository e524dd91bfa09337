"""Somebody who changes a bundle by hand, and knows how its list of sums is made."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from rnn_core.errors import BundleError
from rnn_core.export import bundle_of, read_bundle
from rnn_core.export.manifest import NAME, RECORD, SCORES, SETTINGS, entry_of
from rnn_core.export.tables import json_text, scores_document
from rnn_core.forecast import Run
from rnn_core.records import pack_run, pack_series, unpack_run, unpack_series
from rnn_core.series import Series
from tests.export.bundle_runs import ENGLISH, a_zip, exported

FOLDER = "1-LSTM-seed-1"
SERIES = "series-1.safetensors"

DEEP = b"[" * 100_000 + b"]" * 100_000

Files = dict[str, bytes]


@lru_cache(maxsize=1)
def small_bundle() -> bytes:
    """One run, without its report of 5 MB: what happens to that happens to the other files."""
    whole = files_of(bundle_of([exported()], [ENGLISH]))
    return relisted(whole | {"report.html": b"<!DOCTYPE html>"})


def files_of(content: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relisted(files: Files) -> bytes:
    """`files` as a bundle whose sums are right."""
    manifest = json.loads(files[NAME])
    sums = {name: entry_of(content).model_dump() for name, content in files.items() if name != NAME}
    return a_zip(files | {NAME: json.dumps(manifest | {"files": sums}).encode()})


def with_files(content: bytes, **files: bytes | None) -> bytes:
    """Files of the first run with other contents, None without them; the names' points are underscores."""
    found = files_of(content)
    for key, inside in files.items():
        name = f"{FOLDER}/{key[::-1].replace('_', '.', 1)[::-1]}"
        if inside is None:
            del found[name]
        else:
            found[name] = inside
    return relisted(found)


def with_manifest(content: bytes, **fields: Any) -> bytes:
    found = files_of(content)
    return a_zip(found | {NAME: json.dumps(json.loads(found[NAME]) | fields).encode()})


def with_run(content: bytes, change: Callable[[Run], Run], *, scores: bool = True) -> bytes:
    """The first run changed, with settings and, if so wished, scores that say the same."""
    found = files_of(content)
    run = change(unpack_run(found[f"{FOLDER}/{RECORD}"]))
    found |= {
        f"{FOLDER}/{RECORD}": pack_run(run),
        f"{FOLDER}/{SETTINGS}": json_text(run.spec.model_dump(mode="json")).encode(),
    }
    if scores:
        found[f"{FOLDER}/{SCORES}"] = json_text(scores_document(run)).encode()
    return relisted(found)


def with_series(content: bytes, change: Callable[[Series], Series]) -> bytes:
    """The series changed, and what the run says of it: its facts and its key."""
    found = files_of(content)
    series = change(unpack_series(found[SERIES]))
    found[SERIES] = pack_series(series)
    return relisted(found)


def with_both(content: bytes, change: Callable[[Series], Series]) -> bytes:
    """The series changed, and the run's facts of it in the same way."""
    series = change(unpack_series(files_of(content)[SERIES]))

    def follow(run: Run) -> Run:
        facts = replace(run.series, name=series.name, unit=series.unit, receipt=series.receipt)
        return replace(run, series=replace(facts, fingerprint=series.fingerprint), key=run.spec.key(series))

    return with_run(with_series(content, lambda _: series), follow)


def refusal_of(content: bytes) -> str:
    with pytest.raises(BundleError) as caught:
        read_bundle(content)
    words = str(caught.value)
    assert words[-1] == "."
    assert len(words) < 500
    return caught.value.code


class Evil:
    """What ends the tests when a pickle of it is opened."""

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("raise SystemExit('a pickle was opened')",)
