"""An engine whose workers are threads, for all that needs no real training."""

import pytest

from rnn_core.engine import Engine, Patience, supervisor
from tests.engine.fake_link import ThreadLink


class NoProgram:
    """Stands in for `Program`: there is no other process."""

    pid = 1

    def __init__(self):
        self.alive = True

    def address(self, seconds, given_up):  # noqa: ARG002
        return "nowhere"

    def close(self):
        self.alive = False


@pytest.fixture
def light_engine(monkeypatch):
    """Makes engines of threads, and closes them at the end. What they started is in `programs`."""
    made, programs = [], []

    def program():
        programs.append(NoProgram())
        return programs[-1]

    monkeypatch.setattr(supervisor, "Program", program)
    monkeypatch.setattr(supervisor, "Link", lambda _address, post: ThreadLink(post))

    def make(store=None):
        made.append(Engine(Patience(pause=0.0), store))
        return made[-1]

    make.programs = programs
    yield make
    for engine in made:
        engine.close()
