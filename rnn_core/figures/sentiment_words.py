"""What a judge thinks after each word: the probability of each label, had the text ended there. Pure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import plain
from rnn_core.figures.sentiment_labels import label_look, short_labels
from rnn_core.figures.theme import LIGHT, Look, Say, Theme
from rnn_core.text.sentiment.model import Reading
from rnn_core.words import N_, Sentence

HEIGHT, _LINE = 340, 19  # pixels
# More lines than these cannot be followed with the eye; of many labels those are left out that are never as likely.
MOST_LINES, ALL_OF, _LEAST = 5, 6, 0.15
_LONGEST_WORD = 14
_TOLD_IN_WORDS = 12
_NOBODY_SEES = "\N{ZERO WIDTH SPACE}"
_SPACE = "␣"


def words_figure(reading: Reading, classes: Sequence[str], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The probability of each of `classes` over the words of `reading`; of many classes those that matter here."""
    x, shown, names = words_of(reading), followed(reading), short_labels(classes, 24)
    # On a phone each name in the legend takes a line of its own.
    figure = blank(theme, height=HEIGHT + _LINE * max(0, len(shown) - 3), revision="sentiment words")
    for place in shown:
        _add(figure, x, reading.after[:, place], names[place], f"label {place}", label_look(place))
    if len(shown) < len(classes):
        rest = 1 - reading.after[:, shown].sum(axis=1)
        _add(figure, x, rest, say("all other labels"), "rest", Look(theme.muted, "dot", width=1.5))
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        # Words like "2020" stay words.
        xaxis=axis(theme, "", type="category", showgrid=False, fixedrange=True),
        yaxis=axis(theme, say("probability"), range=[0, 1.03], tickformat=".0%", fixedrange=True),
    )
    return figure


def words_alt(reading: Reading, classes: Sequence[str]) -> Sentence:
    """The chart in words: the likeliest label after each of the first words, and in the end."""
    ways = [_told(word, row, classes) for word, row in zip(reading.tokens, reading.after, strict=True)]
    return Sentence(
        "alt_sentiment_words",
        N_("The likeliest label after each word. {ways}. In the end: {end}."),
        {"ways": "; ".join(ways[:_TOLD_IN_WORDS]), "end": _likeliest(reading.after[-1], classes)},
    )


def followed(reading: Reading) -> list[int]:
    """The places of the labels that are drawn: those that come closest to being said after any word."""
    largest = reading.after.max(axis=0)
    if len(largest) <= ALL_OF:
        return list(range(len(largest)))
    order = np.argsort(-largest, kind="stable")[:MOST_LINES].tolist()
    said = int(reading.probabilities.argmax())
    return sorted({said, *(place for place in order if largest[place] >= _LEAST)})


def words_of(reading: Reading) -> list[str]:
    """The words as marks of an axis, no two of which are the same to it.

    >>> none = np.zeros(0)
    >>> [len(word) for word in words_of(Reading(("so", "so", " "), (True,) * 3, none, none, None))]
    [2, 3, 1]
    """
    seen: dict[str, int] = {}
    found = []
    for token in reading.tokens:
        word = _SPACE if token.isspace() else token
        word = plain(word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 1] + "…")
        found.append(word + _NOBODY_SEES * seen.get(word, 0))
        seen[word] = seen.get(word, 0) + 1
    return found


def _add(figure: go.Figure, x: list[str], shares: np.ndarray, name: str, uid: str, look: Look) -> None:
    drawn = look.drawn()
    figure.add_scatter(x=x, y=np.round(shares, 4), name=name, uid=uid, hovertemplate="%{y:.0%}", **drawn)


def _told(word: str, row: np.ndarray, classes: Sequence[str]) -> str:
    return f"{word}: {_likeliest(row, classes)}"


def _likeliest(row: np.ndarray, classes: Sequence[str]) -> str:
    place = int(row.argmax())
    return f"{classes[place]} {row[place]:.0%}"
