"""Whatever somebody does to the zip file of a bundle by hand: it is refused in a sentence."""

import io
import stat
import struct
import time
import tracemalloc
import zipfile
import zlib

import pytest

from rnn_core.export import read_bundle
from rnn_core.export.manifest import LIMITS, NAME
from tests.export.bundle_runs import a_zip, exported
from tests.export.tampering import (
    FOLDER,
    files_of,
    refusal_of,
    relisted,
    small_bundle,
    with_both,
    with_run,
)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return small_bundle()


def test_the_bundle_that_these_tests_change_is_whole(bundle: bytes) -> None:
    assert read_bundle(bundle)[0].run.spec == exported().run.spec
    assert read_bundle(with_run(with_both(bundle, lambda one: one), lambda run: run))


# The file as a whole.


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"hello", b"PK\x03\x04" + bytes(100), b"\x80\x04\x95", b"\x1f\x8b" * 9]
)
def test_what_is_no_zip_is_no_bundle(content: bytes) -> None:
    assert refusal_of(content) == "no_bundle"


def test_a_zip_without_a_list_is_no_bundle() -> None:
    assert refusal_of(a_zip({"README.md": b"Hello."})) == "no_bundle"


def test_a_zip_behind_a_program_is_no_bundle(bundle: bytes) -> None:
    assert refusal_of(b"MZ" + bundle) == "no_bundle"


def test_a_bundle_larger_than_an_upload_is_refused() -> None:
    assert refusal_of(b"PK\x03\x04" + bytes(LIMITS.size)) == "bundle_too_large"


def test_a_shortened_bundle_is_refused(bundle: bytes) -> None:
    assert refusal_of(bundle[: len(bundle) // 2]) == "no_bundle"


PATHS = [
    "../evil.py",
    "a/../../evil.py",
    "/etc/passwd",
    "C:/evil.py",
    "c:evil.py",
    "..\\evil.py",
    "a\\b.py",
    "./a.py",
    "a//b.py",
    "..",
    "a/\x07.py",
    "a/evil.py\x00.txt",
]


@pytest.mark.parametrize("path", PATHS)
def test_names_that_lead_elsewhere_are_refused(bundle: bytes, path: str) -> None:
    assert refusal_of(with_raw_name(bundle, path)) == "bad_path"


def with_raw_name(bundle: bytes, path: str) -> bytes:
    """One more file, whose name is written as it is: the library would make it harmless."""
    stand_in = "x" * len(path.encode())
    return relisted(files_of(bundle) | {stand_in: b"print('evil')"}).replace(stand_in.encode(), path.encode())


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(bundle: bytes, kind: int) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        part = zipfile.ZipInfo("link")
        part.external_attr = (kind | 0o777) << 16
        archive.writestr(part, "/etc/passwd")
    assert refusal_of(packed.getvalue()) == "bad_path"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", [NAME, NAME.upper(), f"{FOLDER}/SETTINGS.json"])
def test_two_files_of_one_name_are_refused(bundle: bytes, twin: str) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(twin, b"{}")
    assert refusal_of(packed.getvalue()) == "twin_files"


@pytest.mark.parametrize("count", [501, 100_000])
def test_too_many_files_are_refused_at_once(count: int) -> None:
    content = a_zip({f"{number}.txt": b"" for number in range(count)}, zipfile.ZIP_STORED)
    begun = time.perf_counter()
    assert refusal_of(content) == "too_many_files"
    assert time.perf_counter() - begun < 1


def test_folders_that_a_packing_program_lists_do_no_harm(bundle: bytes) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.mkdir(FOLDER)
    assert read_bundle(packed.getvalue())


# Bombs.


def bomb(size: int) -> bytes:
    """A zip file whose one part says that it unpacks to `size` bytes of nothing."""
    nothing = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = nothing.compress(bytes(1024**2)) * 8 + nothing.flush()
    name = b"README.md"
    head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), min(size, 2**32 - 2), len(name), 0)
    local = b"PK\x03\x04" + head + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local), 0)
    return local + entry + end


def test_a_bomb_of_gigabytes_is_refused_at_once_and_takes_no_memory() -> None:
    content = bomb(10 * 1024**3)
    tracemalloc.start()
    begun = time.perf_counter()
    assert refusal_of(content) == "bundle_bomb"
    assert time.perf_counter() - begun < 1
    assert tracemalloc.get_traced_memory()[1] < 5 * 1024**2
    tracemalloc.stop()


def test_a_real_bomb_is_refused_at_once(bundle: bytes) -> None:
    packed = io.BytesIO(bundle)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros", "w") as part:
        for _ in range(300):
            part.write(bytes(1024**2))
    assert refusal_of(packed.getvalue()) == "bundle_bomb"


def test_a_part_that_holds_more_than_it_says_is_refused(bundle: bytes) -> None:
    """Its size is said to be one byte; the hundred megabytes behind it are never unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files_of(bundle) | {"README.md": bytes(100 * 1024**2)}).items():
            archive.writestr(name, content)
    content = packed.getvalue().replace(struct.pack("<I", 100 * 1024**2), struct.pack("<I", 1))
    tracemalloc.start()
    assert refusal_of(content) in {"damaged_bundle", "changed_file"}
    assert tracemalloc.get_traced_memory()[1] < 20 * 1024**2
    tracemalloc.stop()


def test_zips_in_the_bundle_are_never_opened(bundle: bytes) -> None:
    inner = a_zip({"zeros": bytes(50 * 1024**2)})
    assert refusal_of(relisted(files_of(bundle) | {"inner.zip": inner})) == "unknown_file"
    assert read_bundle(relisted(files_of(bundle) | {"README.md": inner}))


def test_locked_and_oddly_packed_files_are_refused(bundle: bytes) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in files_of(bundle).items():
            archive.writestr(name, content)
    assert refusal_of(packed.getvalue()) == "damaged_bundle"
