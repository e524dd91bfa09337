"""What must be so before any test."""

import gc

import curl_cffi.requests  # noqa: F401 - loaded after TensorFlow it would take TensorFlow's own curl for its own
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Collecting garbage would look at each object of all libraries again and again; what lives by now lives on."""
    gc.collect()
    gc.freeze()
