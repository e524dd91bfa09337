"""SequenceShape: how many go in and how many come out, in words. Plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SequenceShape:
    """One of the five shapes; all words are marked for translation, `formula` is LaTeX of the tiny network.

    `uses` are what it is really used for, `example` says what the tiny network does, `notice` what to look for.
    """

    name: str
    title: str
    uses: str
    example: str
    formula: str
    notice: str
