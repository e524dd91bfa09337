"""However a bundle is damaged, it gives the same runs or a refusal; reading one never runs, writes or asks anything."""

import builtins
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnn_core.errors import BundleError
from rnn_core.export import bundle_of, read_bundle
from rnn_core.records import pack_data, pack_run
from tests.export.bundle_runs import ENGLISH, exported
from tests.export.tampering import files_of, relisted, with_run

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NEVER = (
    *("exec", "compile", "import", "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn"),
    *("pickle.find_class", "marshal.loads", "ctypes.dlopen", "socket.connect", "socket.getaddrinfo"),
    *("os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.chmod", "shutil.rmtree", "tempfile.mkstemp"),
)


class ForbiddenError(BaseException):
    """Nothing that catches errors catches this one."""


class Watch:
    """What Python itself tells of: files that are opened, code that is run, the network that is asked."""

    on = False

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        if self.on and (event in NEVER or (event == "open" and isinstance(args[2], int) and args[2] & WRITING)):
            raise ForbiddenError(f"{event} {args}")


@pytest.fixture(scope="module")
def watch() -> Watch:
    watch = Watch()
    sys.addaudithook(watch.hear)  # for ever, but it only listens while it is on
    return watch


@contextmanager
def nothing_happens(watch: Watch) -> Iterator[None]:
    watch.on = True
    try:
        yield
    finally:
        watch.on = False


@pytest.fixture(scope="module")
def bundle() -> bytes:
    small = relisted(files_of(bundle_of([exported()], [ENGLISH])) | {"report.html": b"", "README.md": b"Hello"})
    read_bundle(small)  # what is loaded at the first use is loaded now
    return small


def outcome(content: bytes) -> list[bytes]:
    return [packed for one in read_bundle(content) for packed in (pack_run(one.run), pack_data(one.data))]


def expect_the_same_or_a_refusal(content: bytes, whole: list[bytes], watch: Watch) -> None:
    with nothing_happens(watch), suppress(BundleError):
        assert outcome(content) == whole


def test_the_watch_hears_what_must_never_happen(watch: Watch, tmp_path: os.PathLike[str]) -> None:
    for forbidden in (
        lambda: os.open(os.path.join(tmp_path, "x"), os.O_CREAT),
        lambda: builtins.exec("1"),
        lambda: os.system("true"),
        lambda: os.mkdir(os.path.join(tmp_path, "y")),
    ):
        with pytest.raises(ForbiddenError), nothing_happens(watch):
            forbidden()


def test_reading_a_whole_bundle_runs_and_writes_nothing(bundle: bytes, watch: Watch) -> None:
    with nothing_happens(watch):
        assert read_bundle(bundle)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_changed_bytes_change_no_run(bundle: bytes, watch: Watch, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(bundle) - 1), min_size=1, max_size=4))
    changed = bytearray(bundle)
    for place in places:
        changed[place] ^= data.draw(st.integers(1, 255))
    expect_the_same_or_a_refusal(bytes(changed), outcome(bundle), watch)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_cut_and_lengthened_bundles_change_no_run(bundle: bytes, watch: Watch, data: st.DataObject) -> None:
    first, last = sorted(data.draw(st.integers(0, len(bundle))) for _ in range(2))
    more = data.draw(st.binary(max_size=50))
    for content in (
        bundle[:first],
        bundle[last:],
        bundle[:first] + bundle[last:],
        bundle + more,
        bundle[:first] + more,
    ):
        expect_the_same_or_a_refusal(content, outcome(bundle), watch)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_changed_files_with_right_sums_are_refused_or_mean_the_same(
    bundle: bytes, watch: Watch, data: st.DataObject
) -> None:
    """What is changed by somebody who makes the sums anew may be a run, but nothing else."""
    files = files_of(bundle)
    name = data.draw(st.sampled_from(sorted(set(files) - {"manifest.json"})))
    changed = bytearray(files[name] or b" ")
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    content = relisted(files | {name: bytes(changed)})
    with nothing_happens(watch):
        try:
            (back,) = read_bundle(content)
        except BundleError:
            return
    assert back.run.spec == exported().run.spec
    assert back.run.key == exported().run.key


def test_rebuilding_a_bundle_changes_nothing(bundle: bytes) -> None:
    assert outcome(with_run(bundle, lambda run: run)) == outcome(bundle)
