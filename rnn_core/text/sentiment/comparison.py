"""Comparison: is the network more often right than a rival on the same texts, or is it luck? Pure."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from rnn_core.text.mcnemar import LIKELY_REAL, exact_mcnemar
from rnn_core.text.sentiment.scores import Labels, Probabilities

Answer = Literal["better", "not", "cannot_tell"]


@dataclass(frozen=True)
class Comparison:
    """`only_network` texts were judged rightly by the network alone, `only_rival` by the rival alone.

    `gap` is the accuracy of the network less that of the rival (positive: the network is better), `chance` the p value
    of a gap like this between equals.
    """

    only_network: int
    only_rival: int
    gap: float
    chance: float

    @property
    def answer(self) -> Answer:
        """Whether the network is better than the rival; "not": the rival is, and that is hardly luck."""
        if self.chance >= LIKELY_REAL:
            return "cannot_tell"
        return "better" if self.gap > 0 else "not"


def compare(labels: Labels, network: Probabilities, rival: Probabilities) -> Comparison:
    """Compare what both said of texts with `labels` `(n,)`; a network without numbers is never right."""
    mine, theirs = (_right(labels, one) for one in (network, rival))
    only_network, only_rival = int(np.sum(mine & ~theirs)), int(np.sum(theirs & ~mine))
    gap = (only_network - only_rival) / len(labels)
    return Comparison(only_network, only_rival, gap, exact_mcnemar(only_network, only_rival))


def _right(labels: Labels, probabilities: Probabilities) -> npt.NDArray[np.bool_]:
    lost = np.isnan(probabilities).any(axis=1)
    said = np.where(lost, -1, np.nan_to_num(probabilities).argmax(axis=1))
    found: npt.NDArray[np.bool_] = said == labels
    return found
