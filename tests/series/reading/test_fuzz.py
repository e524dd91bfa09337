"""Files that suffered are read with a receipt or refused with a sentence, at once, and never in a wrong order of dates.

`RNN_LAB_FUZZ=50000` runs that many files, other ones each time; else the same ones are run every time.
"""

import io
import os
import zipfile
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnn_core.errors import FileError
from rnn_core.series import Series, read_file
from rnn_core.words import Sentence
from tests.series.reading.known_dates import KnownFile, known_files
from tests.series.reading.mutations import MUTATIONS, Mutation, flip_bytes, mutate
from tests.series.vendors import VENDOR_FILES, VendorFile

FILES = int(os.environ.get("RNN_LAB_FUZZ", "2000"))
SECONDS = 5

fuzzing = settings(
    deadline=SECONDS * 1000,
    derandomize="RNN_LAB_FUZZ" not in os.environ,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORKBOOKS = [file for file in VENDOR_FILES if file.file_name.endswith((".xlsx", ".ods", ".xls", ".parquet"))]
TEXTS = [file for file in VENDOR_FILES if file not in WORKBOOKS]
few_mutations = st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4)
seeds = st.integers(0, 2**32)


def is_whole(sentence: Sentence) -> bool:
    """Whether a person can read it: it ends, and no place of a value was left open."""
    values = "".join(str(value) for value in sentence.values.values())
    text = str(sentence)
    return (
        text.endswith((".", "?")) and len(text) < 2_000 and (not set("{}") & set(text) or bool(set("{}") & set(values)))
    )


def outcome(data: bytes) -> Series | FileError:
    """What reading gives: a sound series with a receipt, or a refusal in words."""
    try:
        series = read_file(data, "fuzz")
    except FileError as error:
        refusal = error
    else:
        check(series)
        return series
    assert is_whole(refusal.sentence)
    return refusal


def check(series: Series) -> None:
    assert series.dates.is_monotonic_increasing
    assert series.dates.is_unique
    assert not series.dates.hasnans
    assert len(series.dates) >= 2
    assert all(kind == "float64" for kind in series.frame.dtypes)
    assert not np.isinf(series.frame.to_numpy()).any()
    assert all(is_whole(warning) for warning in series.receipt.warnings)


@settings(fuzzing, max_examples=FILES * 6 // 10)
@given(st.sampled_from(TEXTS), few_mutations, seeds)
def test_damaged_files_are_read_or_refused(file: VendorFile, mutations: list[Mutation], seed: int) -> None:
    assert outcome(mutate(file.content, mutations, seed))


@settings(fuzzing, max_examples=FILES * 4 // 10)
@given(known_files())
def test_dates_are_the_true_ones_or_said_to_be_in_doubt(file: KnownFile) -> None:
    series = outcome(file.content)
    assert isinstance(series, Series), str(series)
    if "ambiguous_dates" not in [warning.code for warning in series.receipt.warnings]:
        assert list(series.dates) == sorted(file.truth)
        assert series.frame.iloc[:, 0].to_dict() == file.truth


@settings(fuzzing, max_examples=FILES * 2 // 10)
@given(known_files(), few_mutations, seeds)
def test_damaged_files_of_known_dates_are_read_or_refused(
    file: KnownFile, mutations: list[Mutation], seed: int
) -> None:
    assert outcome(mutate(file.content, mutations, seed))


# Starting a process for each takes its time on a busy machine.
@settings(fuzzing, max_examples=max(30, FILES // 100), deadline=4 * SECONDS * 1000)
@given(st.sampled_from(WORKBOOKS), st.booleans(), seeds)
def test_damaged_workbooks_are_read_or_refused(file: VendorFile, inside: bool, seed: int) -> None:
    packed = file.content.startswith(b"PK")
    random = Random(seed)
    assert outcome(flip_inside(file.content, random) if inside and packed else flip_bytes(file.content, random))


def flip_inside(data: bytes, random: Random) -> bytes:
    """A workbook one part of which is damaged, and packed again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(parts))
    parts[name] = flip_bytes(parts[name], random)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__)
def test_every_mutation_changes_a_file(mutation: Mutation) -> None:
    data = TEXTS[0].content
    assert any(mutate(data, [mutation], seed) != data for seed in range(20))
