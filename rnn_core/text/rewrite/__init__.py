"""Rewriting: an encoder reads a text, a decoder writes another one, with and without attention."""

from collections.abc import Callable
from typing import Any

from rnn_core.learning.events import ignore, never
from rnn_core.text.rewrite.decoding import Answer, answer, answers
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.tasks import TASKS

__all__ = ["TASKS", "Answer", "RewriteSpec", "Rewriter", "Rewritten", "answer", "answers", "train"]


def train(
    spec: RewriteSpec, on_event: Callable[[Any], None] = ignore, *, should_stop: Callable[[], bool] = never
) -> Rewritten:
    """Train the network of `spec` in this process; see `rnn_core.text.rewrite.training.train`."""
    # Loads TensorFlow, which a program that only reads specs and results must not pay for.
    from rnn_core.text.rewrite import training  # noqa: PLC0415

    return training.train(spec, on_event, should_stop=should_stop)
