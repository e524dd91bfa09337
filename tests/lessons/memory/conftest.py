"""What a test leaves in Keras is cleared away, as in `tests/cells`."""

import gc
import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _tidy() -> Iterator[None]:
    yield
    if "keras" in sys.modules:
        sys.modules["keras"].utils.clear_session()
        if not gc.get_freeze_count():  # collecting garbage would look at each object of TensorFlow, for seconds
            gc.freeze()
