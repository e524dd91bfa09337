"""The network of a run with text is taken in if RNN Lab builds such a one for its settings, whatever they are."""

import json
from itertools import product
from types import SimpleNamespace
from typing import Any

import keras
import pytest

from rnn_core.cells import CELLS
from rnn_core.errors import BundleError
from rnn_core.export.forms import FORMS
from rnn_core.export.keras_check import check_keras
from rnn_core.learning.model_file import model_file
from rnn_core.text.rewrite import RewriteSpec
from rnn_core.text.rewrite.network import build_own
from rnn_core.text.sentiment import SentimentSpec
from rnn_core.text.sentiment import network as judging
from rnn_core.text.write import WriteSpec
from rnn_core.text.write import network as writing
from tests.export.bundle_runs import a_zip
from tests.export.tampering import files_of
from tests.export.text.text_runs import text_run

SPECS = [
    *(WriteSpec(cell=cell, units=4, embedding=2, layers=2, dropout=0.1) for cell in CELLS),
    WriteSpec(cell="GRU", units=4, embedding=2),
    *(
        SentimentSpec(cell=cell, units=2, embedding=2, bidirectional=both, attention=both, dropout=drop)
        for cell, (both, drop) in product(CELLS, ((False, 0.0), (True, 0.3)))
    ),
    SentimentSpec(units=2, embedding=2, attention=True, recurrent_dropout=0.1),
    *(RewriteSpec(cell=cell, units=2, embedding=2, attention=both) for cell, both in product(CELLS, (False, True))),
]


def network_of(spec: Any) -> keras.Model:
    match spec.kind:
        case "write":
            return writing.build_network(spec, 9)
        case "sentiment":
            return judging.build_network(spec, 9, 3)
    return build_own(spec)


def kinds_of(spec: Any) -> tuple[str, ...]:
    return FORMS[spec.kind].layers(SimpleNamespace(spec=spec))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.kind} {spec.cell}")
def test_what_is_built_for_a_spec_is_what_is_looked_for(spec: Any) -> None:
    check_keras(model_file(network_of(spec)), kinds_of(spec))


def test_the_largest_vocabulary_is_no_reason_to_refuse() -> None:
    spec = WriteSpec(units=4, embedding=2)
    check_keras(model_file(writing.build_network(spec, spec.bounds("most_symbols")[1] + 2)), kinds_of(spec))


def refused(content: bytes, spec: Any) -> bool:
    with pytest.raises(BundleError) as refusal:
        check_keras(content, kinds_of(spec))
    return refusal.value.code == "foreign_model"


def test_the_network_of_other_settings_is_refused() -> None:
    spec = text_run("sentiment").run.spec
    assert refused(model_file(network_of(spec.change(attention=True))), spec)
    assert refused(model_file(network_of(spec.change(cell="GRU"))), spec)
    assert refused(model_file(network_of(WriteSpec(units=4, embedding=2))), spec)


FORGED: list[tuple[str, dict[str, Any]]] = [
    ("Embedding", {"input_dim": 10**9}),
    ("Embedding", {"output_dim": 10**9}),
    ("Embedding", {"input_dim": "many"}),
    ("LSTM", {"units": 5_000}),
    ("Dense", {"units": 10**6}),
    ("Dense", {"activation": "system"}),
    ("NotEqual", {"start": {"module": "os", "class_name": "function", "registered_name": "system"}}),
]


@pytest.mark.parametrize(("kind", "fields"), FORGED)
def test_networks_with_other_insides_are_refused(kind: str, fields: dict[str, Any]) -> None:
    spec = text_run("sentiment").run.spec
    files = files_of(model_file(network_of(spec)))
    config = json.loads(files["config.json"])
    next(layer for layer in config["config"]["layers"] if layer["class_name"] == kind)["config"] |= fields
    assert refused(a_zip(files | {"config.json": json.dumps(config).encode()}), spec)


@pytest.mark.parametrize("fields", [{"class_name": "Lambda"}, {"module": "os"}, {"registered_name": "evil>NotEqual"}])
def test_other_operations_than_ours_are_refused(fields: dict[str, Any]) -> None:
    spec = text_run("sentiment").run.spec
    files = files_of(model_file(network_of(spec)))
    config = json.loads(files["config.json"])
    next(layer for layer in config["config"]["layers"] if layer["class_name"] == "NotEqual").update(fields)
    assert refused(a_zip(files | {"config.json": json.dumps(config).encode()}), spec)
