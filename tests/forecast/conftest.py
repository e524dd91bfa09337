"""What a training leaves behind is cleared away: a process that tests hundreds of them stays small and quick."""

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    yield
    if "keras" in sys.modules:
        sys.modules["keras"].utils.clear_session()
