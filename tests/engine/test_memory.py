"""What the C library is told about memory before a worker starts."""

import pytest

from rnn_core.engine import memory


@pytest.mark.parametrize(
    ("library", "megabytes"),
    [(("glibc", "2.31"), 32), (("glibc", "2.36"), 256), (("", ""), 256)],
    ids=["an old one refuses more", "a newer one", "another one"],
)
def test_the_threshold_is_one_that_the_library_takes(
    monkeypatch: pytest.MonkeyPatch, library: tuple[str, str], megabytes: int
) -> None:
    monkeypatch.setattr(memory.platform, "libc_ver", lambda: library)
    assert memory.environment()["MALLOC_MMAP_THRESHOLD_"] == megabytes * 2**20
    assert memory.environment()["MALLOC_TRIM_THRESHOLD_"] == 256 * 2**20
