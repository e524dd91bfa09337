"""What counting letters and short contexts foresees of the same held-out characters. Pure NumPy."""

from dataclasses import dataclass

from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.generating import sample
from rnn_core.text.write.ngrams import Ngrams
from rnn_core.text.write.parts import Parts
from rnn_core.text.write.result import Counted

# The context, in characters, of the table that a network is compared with, and the longest that is scored.
COMPARED_ORDER, LONGEST_ORDER = 3, 5


@dataclass(frozen=True)
class Counting:
    """The score of each order from 0, and a text that the table of `COMPARED_ORDER` wrote."""

    scores: tuple[Counted, ...]
    sample: str


def count(parts: Parts, *, length: int, manner: Manner, seed: int) -> Counting:
    """Count in what a network learns from, score by what is held out, and write `length` characters."""
    table = Ngrams.learn(parts.learnt, LONGEST_ORDER, len(parts.vocabulary))
    scores = tuple(Counted(order, bits) for order, bits in enumerate(table.bits(parts.held_out)))
    text = sample(table.shorter(COMPARED_ORDER), parts.vocabulary, length, manner=manner, seed=seed)
    return Counting(scores, text)
