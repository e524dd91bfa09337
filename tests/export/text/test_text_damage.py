"""However a bundle of runs with text is damaged, it gives the same runs or a refusal, and nothing is run or written."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rnn_core.errors import BundleError
from rnn_core.export import bundle_of, read_bundle
from rnn_core.text.corpora import load_passage
from rnn_core.text.write.spec import WriteSpec
from tests.export.bundle_runs import ENGLISH
from tests.export.tampering import files_of, relisted
from tests.export.test_bundle_damage import Watch, expect_the_same_or_a_refusal, nothing_happens, outcome, watch
from tests.export.text.text_runs import KINDS, text_run, written

__all__ = ["watch"]

RARELY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def bundles() -> dict[str, bytes]:
    found = {kind: bundle_of([text_run(kind)], [ENGLISH]) for kind in KINDS}
    for content in [*found.values()] * 2:
        read_bundle(content)  # what is loaded or made for our own types at the first uses is there now
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_reading_a_whole_bundle_runs_and_writes_nothing(kind: str, bundles: dict[str, bytes], watch: Watch) -> None:
    with nothing_happens(watch):
        assert read_bundle(bundles[kind])


@pytest.mark.usefixtures("bundles")
def test_holding_a_text_against_ours_writes_nothing(watch: Watch) -> None:
    content = bundle_of([written(WriteSpec(units=4, embedding=2), load_passage("tales_en"))], [ENGLISH])
    with nothing_happens(watch):
        assert read_bundle(content)


@RARELY
@given(data=st.data())
def test_changed_bytes_change_no_run(bundles: dict[str, bytes], watch: Watch, data: st.DataObject) -> None:
    bundle = bundles[data.draw(st.sampled_from(KINDS))]
    changed = bytearray(bundle)
    for place in data.draw(st.lists(st.integers(0, len(bundle) - 1), min_size=1, max_size=4)):
        changed[place] ^= data.draw(st.integers(1, 255))
    expect_the_same_or_a_refusal(bytes(changed), outcome(bundle), watch)


@RARELY
@given(data=st.data())
def test_changed_files_with_right_sums_are_refused_or_mean_the_same(
    bundles: dict[str, bytes], watch: Watch, data: st.DataObject
) -> None:
    """What is changed by somebody who makes the sums anew may be a run, but of the same settings and data."""
    kind = data.draw(st.sampled_from(KINDS))
    files = files_of(bundles[kind])
    name = data.draw(st.sampled_from(sorted(set(files) - {"manifest.json"})))
    changed = bytearray(files[name])
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    content = relisted(files | {name: bytes(changed)})
    with nothing_happens(watch):
        try:
            (back,) = read_bundle(content)
        except BundleError:
            return
    one = text_run(kind)
    assert (back.run.spec, back.run.key) == (one.run.spec, one.run.key)
    assert back.data.fingerprint == one.data.fingerprint if kind != "rewrite" else back.data == one.data
