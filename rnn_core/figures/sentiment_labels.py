"""Labels of texts in charts: how each is drawn, and how much of a long one is shown. Pure."""

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


def short_label(label: str, most: int = 18) -> str:
    """A label of a person's file, at most `most` letters of it, for plotly.js.

    >>> short_label("a < b"), short_label("complaint about the delivery")
    ('a &lt; b', 'complaint about t…')
    """
    return plain(label if len(label) <= most else label[: most - 1].rstrip() + "…")
