"""A server or its engine that is killed at any moment loses nothing that it said was finished; see `killing.py`."""

from tests.store.conftest import postgres, url  # noqa: F401 - fixtures
from tests.store.killed import can_fork, seen_by


@can_fork
def test_what_was_said_to_be_finished_is_and_the_rest_starts_again(url: str) -> None:  # noqa: F811
    seen = seen_by("tests.engine.killing", url, seed=5)
    assert seen["finished"] >= 30
    assert seen["interrupted"] >= 10
    assert seen["started again"] >= 10
