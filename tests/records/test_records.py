"""Records: what comes back is what went in; what is damaged is refused in a sentence."""

import json
import struct
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load, save

from rnn_core.errors import RecordError
from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.records import pack_run, pack_series, unpack_run, unpack_series
from rnn_core.records.document import from_document, to_document
from rnn_core.series import ReadOptions, Series, builtin_series, load_builtin
from rnn_core.words import Amount, Percent, Sentence
from tests.made_up_runs import made_up_run

PICKLED = b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x94\x93\x94."


def a_run(miss: float | None = 1.5) -> Run:
    run = made_up_run(ForecastSpec.make(cell="GRU", window=10, epochs=2), load_builtin("walk"), miss)
    weights = tuple(np.random.default_rng(1).normal(size=shape).astype("float32") for shape in ((3, 4), (4,)))
    return replace(run, weights=weights, model_file=b"PK\x03\x04 a network", versions={"keras": "3.15.1"})


def same(first: object, second: object) -> bool:
    """Whether two values hold the same, arrays and numbers that are none included."""
    documents, arrays = zip(to_document(first), to_document(second), strict=True)
    alike = [
        np.array_equal(arrays[0][name], arrays[1][name], equal_nan=arrays[0][name].dtype.kind == "f")
        and arrays[0][name].dtype == arrays[1][name].dtype
        for name in arrays[0]
    ]
    return documents[0] == documents[1] and arrays[0].keys() == arrays[1].keys() and all(alike)


@pytest.mark.parametrize("miss", [1.5, None])
def test_a_run_comes_back_as_it_was(miss: float | None) -> None:
    run = a_run(miss)
    found = unpack_run(pack_run(run))
    assert same(run, found)
    assert found.spec == run.spec
    assert found.series == run.series
    assert found.history == run.history or miss is None
    assert found.dates.dtype == run.dates.dtype
    assert found.model_file == run.model_file
    assert [one.dtype for one in found.weights] == [np.dtype("float32")] * 2


@pytest.mark.parametrize("name", builtin_series())
def test_a_series_comes_back_as_it_was(name: str) -> None:
    series = load_builtin(name)
    found = unpack_series(pack_series(series))
    assert found.fingerprint == series.fingerprint
    assert found.receipt == series.receipt
    assert (found.name, found.unit, found.columns) == (series.name, series.unit, series.columns)
    assert found.frame.equals(series.frame)


def test_a_receipt_with_all_that_it_may_hold_comes_back() -> None:
    series = load_builtin("share")
    warning = Sentence(
        "w",
        "{a} {b} {c} {d} {e}",
        {"a": Amount(5.2, "USD"), "b": Percent(0.5), "c": date(2020, 1, 2), "d": 3, "e": "x"},
    )
    receipt = replace(
        series.receipt,
        warnings=(warning, Sentence("n", "{n}", {"n": float("nan")})),
        found=ReadOptions(encoding="utf-8", separator=";"),
        dropped={"no date": 3},
        continued_by=series.receipt,
    )
    found = unpack_series(pack_series(replace(series, receipt=receipt))).receipt
    assert found.warnings[0] == warning
    assert [str(one) for one in found.warnings] == [str(one) for one in receipt.warnings]
    assert replace(found, warnings=()) == replace(receipt, warnings=())


@given(st.text(), st.text(min_size=1))
def test_names_in_every_alphabet_come_back(name: str, column: str) -> None:
    # A lone half of a pair of characters cannot be written in UTF-8; no file that was read can hold one.
    name, column = (text.encode("utf-8", "replace").decode() for text in (name, column))
    walk = load_builtin("walk")
    series = Series(name, walk.frame.iloc[:, :1].set_axis([column], axis=1), walk.receipt, column)
    found = unpack_series(pack_series(series))
    assert (found.name, found.columns, found.unit) == (name, (column,), column)


@pytest.mark.parametrize("content", [b"", b"nonsense", PICKLED, b"\xff" * 100, b"PK\x03\x04" + b"0" * 50])
def test_what_is_no_record_is_refused(content: bytes) -> None:
    for unpack in (unpack_run, unpack_series):
        with pytest.raises(RecordError) as refused:
            unpack(content)
        assert refused.value.code == "damaged_record"


def test_a_run_is_no_series() -> None:
    with pytest.raises(RecordError, match="damaged"):
        unpack_series(pack_run(a_run()))


def test_a_record_of_a_later_format_says_so() -> None:
    content = save({}, metadata={"kind": "run", "format": "99", "document": "{}"})
    with pytest.raises(RecordError, match="newer RNN Lab"):
        unpack_run(content)


def tampered(content: bytes, change: dict[str, object]) -> bytes:
    """`content` with other values in its document."""
    (length,) = struct.unpack("<Q", content[:8])
    head = json.loads(content[8 : 8 + length])["__metadata__"]
    document = json.loads(head["document"]) | change
    return save(load(content), metadata={**head, "document": json.dumps(document)})


@pytest.mark.parametrize(
    "change",
    [
        {"spec": {"units": 10**9}},
        {"spec": {"cell": "Lambda"}},
        {"spec": None},
        {"actual": {"array": "999", "kind": "float64"}},
        {"actual": {"array": "0", "kind": "object"}},
        {"actual": [1, 2, 3]},
        {"actual": None},
        {"model_file": "text"},
        {"history": "none"},
        {"scores": {}},
        {"something": "else"},
        {"series": {"name": "x"}},
        {"weights": 7},
        {"dates": {"array": "0", "kind": "datetime64[nonsense]"}},
        {"dates": {"array": "0", "kind": "float64,V10"}},
    ],
)
def test_a_document_that_is_not_that_of_a_run_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(RecordError, match="damaged"):
        unpack_run(tampered(pack_run(a_run()), change))


@given(st.integers(0, 10**6), st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_changes_nothing_but_numbers(place: int, value: int) -> None:
    content = bytearray(pack_run(a_run()))
    content[place % len(content)] = value
    try:
        found = unpack_run(bytes(content))
    except RecordError:
        return
    assert isinstance(found, Run)


def test_what_is_no_run_has_no_document_of_one() -> None:
    with pytest.raises(ValueError, match="no Run"):
        from_document(Run, {}, {})
