"""Memory of a worker: kept while it trains, given back between trainings.

A step of training needs the same large arrays again and again. Where the C library hands each of them back to the
system and asks for it anew, as it does by default, the system clears each page first: that takes a third of the time.
"""

import ctypes
import gc
import platform
import sys

_LARGE = 256 * 1024 * 1024
# The GNU C library before 2.35 refuses a larger threshold for mapping, and would keep its small one for good.
_LARGEST_OF_OLD = 32 * 1024 * 1024


def environment() -> dict[str, int]:
    """What the GNU C library reads as a process starts; others do not know it."""
    return {"MALLOC_MMAP_THRESHOLD_": _LARGEST_OF_OLD if _is_old() else _LARGE, "MALLOC_TRIM_THRESHOLD_": _LARGE}


def _is_old() -> bool:
    library, version = platform.libc_ver()
    return library == "glibc" and tuple(map(int, version.split(".")[:2])) < (2, 35)


def settle() -> None:
    """Let what lives by now live on: collecting garbage then need not look at each object of TensorFlow."""
    gc.collect()
    gc.freeze()
    give_back()


def give_back() -> None:
    """Hand memory that is free back to the system, where the C library can."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)
