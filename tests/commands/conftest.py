"""Commands run in this process, as if typed in; training is made up."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from rnn_core.commands import compare, training
from rnn_core.commands.parser import main
from rnn_core.commands.text import rewrite, sentiment, write
from tests.commands import fake_training, made_up_text_runs

Answer = tuple[int, Any]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """The exit status and the one JSON object on standard output."""

    def typed(*words: object) -> Answer:
        status = main([*map(str, words), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return typed


@pytest.fixture
def made_up_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """No engine is started: predictions miss by a known amount."""
    monkeypatch.setattr(compare, "train_all", fake_training.train_all)


@pytest.fixture
def made_up_text_training(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for networks with text."""
    for command in (write, sentiment, rewrite):
        monkeypatch.setattr(command, "train_all", made_up_text_runs.train_all)


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever would start the engine fails."""
    monkeypatch.setattr(training, "Engine", None)
