"""Labels of texts in charts: how each is drawn, and how much of a long one is shown. Pure."""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from rnn_core.figures.numbers import plain
from rnn_core.figures.theme import Look

# None of these is the colour of a cell.
COLOURS = ("#56B4E9", "#E69F00", "#CC79A7", "#8E6BD6", "#A1887F")
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "x", "star", "cross")
_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def label_look(place: int) -> Look:
    """The look of the label at `place`, which it keeps in every chart; 175 of them differ.

    >>> label_look(6)
    Look(colour='#E69F00', dash='dash', symbol='cross-open', width=2.0)
    """
    turn = place // len(COLOURS)
    symbol = _SYMBOLS[place % len(_SYMBOLS)] + ("-open" if turn % 2 else "")
    return Look(COLOURS[place % len(COLOURS)], _DASHES[turn % len(_DASHES)], symbol)


def short_labels(labels: Sequence[str], most: int = 18) -> list[str]:
    """Labels of a person's file, about `most` letters of each, for plotly.js; different ones stay different.

    >>> short_labels(["a < b", "problem with delivery", "problem with the price"], 12)
    ['a &lt; b', '…delivery', '…the price']
    """
    first = [_cut(one, most) for one in labels]
    alike = Counter(first)
    groups = {one: [label for label, cut in zip(labels, first, strict=True) if cut == one] for one in alike}
    second = [_cut(_ending(label, groups[cut]), most) for label, cut in zip(labels, first, strict=True)]
    again = Counter(second)
    numbered = [one if again[one] == 1 else f"{place} {one}" for place, one in enumerate(second, start=1)]
    return [plain(one) for one in numbered]


def _ending(label: str, alike: Sequence[str]) -> str:
    """`label` without the words that all of `alike` begin with, if there are others."""
    if len(alike) == 1:
        return label
    pairs = zip(*alike, strict=False)
    same = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, pairs))
    begun = same.rpartition(" ")[0] or same  # whole words, where there are spaces
    return f"…{label[len(begun) :].lstrip()}" if begun else label


def _cut(label: str, most: int) -> str:
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"
