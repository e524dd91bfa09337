"""The network of a run as a file: Keras alone loads it, and it says what the run's network said."""

import io
import json
import zipfile
from pathlib import Path

import keras
import numpy as np
import pytest

from rnn_core.forecast import ForecastSpec
from rnn_core.forecast.network import build_network
from rnn_core.learning.model_file import model_file
from tests.export.script_cases import LOADED, Reproduced


def loaded(content: bytes, folder: Path) -> keras.Model:
    path = folder / "network.keras"
    path.write_bytes(content)
    model: keras.Model = keras.saving.load_model(path)
    return model


@pytest.mark.engine
@pytest.mark.parametrize("case", LOADED)
def test_a_file_loaded_by_keras_alone_says_what_the_run_predicted(case: str, reproduced: Reproduced) -> None:
    _, had, got = reproduced.of(case)
    assert len(got["network"]) == len(had["said"]) > 30
    assert got["network"] == pytest.approx(had["said"], rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("cell", ["LSTM", "SimpleRNN"])
def test_a_file_holds_layers_of_keras_and_nothing_of_the_training(cell: str) -> None:
    spec = ForecastSpec(cell=cell, units=3, window=4, attention=True, bidirectional=True, scaling="window", horizon=2)
    network = build_network(spec, 2)
    with zipfile.ZipFile(io.BytesIO(model_file(network))) as content:
        config = json.loads(content.read("config.json"))
        assert b"optimizer" not in content.read("model.weights.h5")
    assert "rnn_lab" not in json.dumps(config)
    assert not config.get("compile_config")
    # The network itself can go on learning.
    assert network.optimizer is not None


def test_a_network_that_diverged_has_a_file_too(tmp_path: Path) -> None:
    network = build_network(ForecastSpec(units=2, window=3), 1)
    network.set_weights([np.full_like(weight, np.nan) for weight in network.get_weights()])
    again = loaded(model_file(network), tmp_path)
    assert all(np.isnan(weight).all() for weight in again.get_weights())


def test_nothing_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert model_file(build_network(ForecastSpec(units=2, window=3), 1)).startswith(b"PK")
    assert list(tmp_path.iterdir()) == []
