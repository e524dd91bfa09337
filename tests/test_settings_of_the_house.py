"""What the person who runs RNN Lab may set is read from the environment, and refused where it makes no sense."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from rnn_core.settings import PROJECT_FOLDER, Settings, settings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RNN_LAB_WORKERS", "4")
    monkeypatch.setenv("RNN_LAB_OFFLINE", "1")
    monkeypatch.setenv("RNN_LAB_CACHE_FOLDER", str(tmp_path))
    found = Settings()
    assert (found.workers, found.offline, found.cache_folder) == (4, True, tmp_path)


@pytest.mark.parametrize(("name", "value"), [("WORKERS", "0"), ("WORKERS", "many"), ("TICKER_DEADLINE", "0")])
def test_settings_without_sense_are_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"RNN_LAB_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()):
        Settings()


def test_settings_are_read_once_and_cannot_change() -> None:
    assert settings() is settings()
    with pytest.raises(ValidationError):
        settings().workers = 9


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_project_folder_holds_the_library() -> None:
    assert (PROJECT_FOLDER / "rnn_core" / "settings.py").exists()
