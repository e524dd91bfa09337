"""Sentiment: a network that reads a sentence and says which of several labels it has."""

from collections.abc import Callable

from rnn_core.learning.events import OnEvent, ignore, never
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.model import Judge, Reading
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.spec import SentimentSpec

__all__ = ["Judge", "Judged", "Reading", "SentimentSpec", "train"]


def train(
    spec: SentimentSpec,
    examples: Examples,
    on_event: OnEvent = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Judged:
    """Train the judge of `spec` on `examples` in this process; see `rnn_core.text.sentiment.training.train`."""
    # Loads TensorFlow, which a program that only reads specs and results must not pay for.
    from rnn_core.text.sentiment import training  # noqa: PLC0415

    return training.train(spec, examples, on_event, should_stop=should_stop)
