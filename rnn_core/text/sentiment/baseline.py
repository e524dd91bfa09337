"""Baseline: what a simpler judge said of the test texts, as a value. Pure."""

from dataclasses import dataclass

from rnn_core.text.sentiment.comparison import Comparison
from rnn_core.text.sentiment.scores import Probabilities, Scores


@dataclass(frozen=True)
class Baseline:
    """A simple judge: `probabilities` `(tests, classes)` of the test texts, and how the network compares with it."""

    name: str
    title: str
    probabilities: Probabilities
    scores: Scores
    comparison: Comparison
