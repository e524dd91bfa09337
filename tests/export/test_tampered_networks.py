"""A network out of a bundle is one that RNN Lab builds, or it is refused; it is never loaded."""

import json
import pickle
from dataclasses import replace
from typing import Any

import pytest

from rnn_core.export import bundle_of, read_bundle
from tests.export.bundle_runs import ENGLISH, a_config, a_model, a_zip
from tests.export.tampering import (
    DEEP,
    Evil,
    files_of,
    refusal_of,
    small_bundle,
    with_files,
    with_run,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return small_bundle()


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
