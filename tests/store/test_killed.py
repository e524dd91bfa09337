"""A writer that is killed at any moment loses no finished run; see `killing.py`."""

from tests.store.killed import can_fork, seen_by


@can_fork
def test_a_killed_server_loses_nothing_that_was_finished_and_interrupts_the_rest(url: str) -> None:
    seen = seen_by("tests.store.killing", url, seed=7)
    # Every writer has finished one before it is killed, and is at two others.
    assert set(seen) <= {"finished", "failed", "interrupted"}
    assert seen["finished"] >= 30
    assert 5 <= seen["interrupted"] <= 60
