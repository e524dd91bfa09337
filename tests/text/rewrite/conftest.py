"""What a training leaves behind is cleared away: a process that tests many of them stays small and quick."""

import gc
import sys
from collections.abc import Iterator
from functools import cache

import pytest


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    yield
    if "keras" in sys.modules:
        sys.modules["keras"].utils.clear_session()
        _freeze_once()


@cache
def _freeze_once() -> None:
    """Collecting garbage looks at each object of TensorFlow, which takes seconds; what lives by now lives on."""
    gc.freeze()
