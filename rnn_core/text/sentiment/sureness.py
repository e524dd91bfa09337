"""Sureness: does a judge of texts know how sure it may be? In a sentence. Pure."""

from rnn_core.text.sentiment.result import Judged
from rnn_core.words import Amount, Sentence


def sureness(run: Judged) -> Sentence:
    """Whether the network is as sure as it is right: its mean confidence against where its accuracy may lie."""
    if run.lost:
        return Sentence("sure_of_nothing", "This network says nothing, so it cannot be sure of anything.")
    confidence = float(run.probabilities.max(axis=1).mean())
    low, high = run.scores.interval
    values = {"sure": Amount(100 * confidence, "%"), "right": Amount(100 * run.scores.accuracy, "%")}
    if confidence > high:
        return Sentence("too_sure", "On average it is {sure} sure, and right in {right}: surer than it may be.", values)
    if confidence < low:
        return Sentence(
            "too_unsure", "On average it is {sure} sure, and right in {right}: it might trust itself more.", values
        )
    return Sentence("sure_as_right", "On average it is {sure} sure, and right in {right}: that fits.", values)
