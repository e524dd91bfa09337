"""Writing: a network learns which character comes next, and writes a text character by character."""

from collections.abc import Callable
from typing import Any

from rnn_core.learning.events import ignore, never
from rnn_core.text.passage import Passage
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.generating import Drawn, sample, write
from rnn_core.text.write.model import Writer
from rnn_core.text.write.parts import characters_needed
from rnn_core.text.write.result import Written
from rnn_core.text.write.spec import WriteSpec

__all__ = ["Drawn", "Manner", "WriteSpec", "Writer", "Written", "characters_needed", "sample", "train", "write"]


def train(
    spec: WriteSpec,
    passage: Passage,
    on_event: Callable[[Any], None] = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Written:
    """Train the network of `spec` on `passage` in this process; see `rnn_core.text.write.training.train`."""
    # Loads TensorFlow, which a program that only reads specs and results must not pay for.
    from rnn_core.text.write import training  # noqa: PLC0415

    return training.train(spec, passage, on_event, should_stop=should_stop)
