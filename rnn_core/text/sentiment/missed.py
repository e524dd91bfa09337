"""Missed: which of the tested texts are kept, because they were judged wrongly. Pure."""

from collections.abc import Sequence

import numpy as np

from rnn_core.text.sentiment.result import LONGEST_MISSED, MOST_MISSED, Missed
from rnn_core.text.sentiment.scores import Labels, Probabilities


def missed_texts(tested: Sequence[str], labels: Labels, said: Probabilities) -> tuple[Missed, ...]:
    """The beginnings of the `tested` texts that were judged wrongly, the surest mistakes first; none of lost numbers.

    `labels` `(n,)` are the real ones, `said` `(n, classes)` the probabilities.

    >>> (one,) = missed_texts(["fine", "poor"], np.array([0, 1]), np.array([[0.9, 0.1], [0.8, 0.2]]))
    >>> one.place, one.text
    (1, 'poor')
    """
    if not np.isfinite(said).all():
        return ()
    wrong = np.flatnonzero(said.argmax(axis=1) != labels)
    surest = wrong[np.argsort(-said[wrong].max(axis=1), kind="stable")][:MOST_MISSED].tolist()
    return tuple(Missed(place, tested[place][:LONGEST_MISSED]) for place in surest)
