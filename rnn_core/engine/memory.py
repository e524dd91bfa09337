"""Memory of a worker: kept while it trains, given back between trainings.

A step of training needs the same large arrays again and again. Where the C library hands each of them back to the
system and asks for it anew, as it does by default, the system clears each page first: that takes a third of the time.
"""

import ctypes
import gc
import sys

_LARGE = 256 * 1024 * 1024

ENVIRONMENT: dict[str, int] = {
    # Read by the GNU C library as a process starts; others do not know them.
    "MALLOC_MMAP_THRESHOLD_": _LARGE,
    "MALLOC_TRIM_THRESHOLD_": _LARGE,
}


def settle() -> None:
    """Let what lives by now live on: collecting garbage then need not look at each object of TensorFlow."""
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> None:
    """Hand memory that is free back to the system, where the C library can."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)
