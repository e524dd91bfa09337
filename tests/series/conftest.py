"""Yahoo as a small server on loopback, and the days on which it is asked."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rnn_core.series import price_cache
from rnn_core.settings import settings
from tests.series import fake_yahoo
from tests.series.fake_yahoo import Yahoo


@pytest.fixture
def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Change what the person who runs RNN Lab has set."""

    def change(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"RNN_LAB_{name.upper()}", value)
        settings.cache_clear()

    change(cache_folder=str(tmp_path / "cache"), offline="false", ticker_deadline="5")
    yield change
    settings.cache_clear()


@pytest.fixture
def yahoo(monkeypatch: pytest.MonkeyPatch, set_up: Any) -> Iterator[Yahoo]:  # noqa: ARG001 - settings stand first
    with fake_yahoo.running() as server:
        fake_yahoo.turn_yfinance_to(server.address, monkeypatch)
        yield server


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Live on another day, as far as the cache is concerned."""

    def live_on(day: str) -> None:
        monkeypatch.setattr(price_cache, "today", lambda: date.fromisoformat(day))

    return live_on
