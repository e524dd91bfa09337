"""An answer letter by letter: where the network looked for each, and how sure it was of it. Pure.

A row is a letter that was written, from above; a column is one that was read. The bars beside them say how sure.
"""

from typing import Any

import numpy as np
import plotly.graph_objects as go

from rnn_core.cells.through_time import Array
from rnn_core.figures.frame import axis, blank
from rnn_core.figures.theme import LIGHT, POSITIVE_COLOUR, Look, Say, Theme, faint
from rnn_core.text.rewrite.alignment import strongest
from rnn_core.text.rewrite.decoding import Answer
from rnn_core.words import N_, Sentence

_MAP, _BARS = (0.0, 0.7), (0.75, 1.0)
_ROW, _AROUND, _FEWEST_ROWS = 24, 96, 4
# Where bars end, which are 1 long at most: beyond them there is room for what they say. Beside a map they are short.
_END, _END_BESIDE = 1.3, 2.4
# As strong as the root of a share: where a look is spread over several letters, that is still seen.
_SCALE = tuple((share, faint(POSITIVE_COLOUR, round(share**0.5, 2))) for share in (0.0, 0.02, 0.1, 0.25, 0.5, 1.0))
# Up to so many letters in a row they have such a size, in pixels; those of rows have room.
_SIZES, _ROW_SIZE = ((14, 14), (24, 11), (1_000, 8)), 14


def map_figure(question: str, answer: Answer, look: Look, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The attention of `answer`, at least one letter, to `question`; without attention the bars alone."""
    height = _AROUND + _ROW * max(len(answer.text), _FEWEST_ROWS)
    figure = blank(theme, height=height, revision="rewrite map")
    figure.layout.margin.t = 4  # there is no legend
    mapped = answer.attention is not None
    if answer.attention is not None:
        figure.add_heatmap(**_heat(question, answer.text, answer.attention, say))
    figure.add_bar(**_bars(answer, look, say), xaxis="x2" if mapped else "x")
    end = _END_BESIDE if mapped else _END
    sure = axis(theme, say("sure"), range=[0, end], showticklabels=False, showgrid=False, fixedrange=True)
    read = _letters(theme, say("letters read"), question, next(size for most, size in _SIZES if len(question) <= most))
    across = {"xaxis": read | {"domain": _MAP}, "xaxis2": sure | {"domain": _BARS}} if mapped else {"xaxis": sure}
    written = _letters(theme, say("letters written"), answer.text, _ROW_SIZE)
    written |= {"range": [len(answer.text) - 0.5, -0.5]}
    figure.update_layout(showlegend=False, hovermode="closest", bargap=0.35, yaxis=written, **across)
    return figure


def map_alt(question: str, answer: Answer) -> Sentence:
    """The picture in words."""
    sure = ", ".join(f"{seen(one)} {chance:.0%}" for one, chance in zip(answer.text, answer.chances, strict=True))
    if answer.attention is None:
        return Sentence("alt_sureness", N_("How sure the network was of each letter: {sure}."), {"sure": sure})
    looked = ", ".join(
        f"{seen(one)} ← {seen(question[place])} ({place + 1})"
        for one, place in zip(answer.text, strongest(answer.attention), strict=True)
    )
    return Sentence(
        "alt_attention",
        N_("For each letter written, the letter read that it looked at most, and its place: {looked}. Sure: {sure}."),
        {"looked": looked, "sure": sure},
    )


def seen(letter: str) -> str:
    """A letter so that it can be seen.

    >>> seen("a"), seen(" ")
    ('a', '␣')
    """
    return "␣" if letter == " " else letter


def _heat(question: str, written: str, attention: Array, say: Say) -> dict[str, Any]:
    pairs = np.array([[(seen(one), seen(other)) for other in question] for one in written])
    words = {"written": "%{customdata[0]}", "read": "%{customdata[1]}", "share": "%{z:.0%}"}
    return {
        "x": np.arange(len(question)),
        "y": np.arange(len(written)),
        "z": attention,
        "zmin": 0,
        "zmax": 1,
        "colorscale": _SCALE,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "uid": "map",
        "customdata": pairs,
        "hovertemplate": say("for {written} at {read}: {share}").format(**words) + "<extra></extra>",
    }


def _bars(answer: Answer, look: Look, say: Say) -> dict[str, Any]:
    return {
        "x": answer.chances,
        "y": np.arange(len(answer.text)),
        "orientation": "h",
        "text": [f"{chance:.0%}" for chance in answer.chances],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": look.colour, "line": {"width": 0}},
        "uid": "sure",
        "hovertemplate": say("{share} sure").format(share="%{x:.1%}") + "<extra></extra>",
    }


def _letters(theme: Theme, title: str, text: str, size: int) -> dict[str, Any]:
    """An axis with a place for each letter, `size` pixels high; they never turn."""
    marks = {"tickvals": list(range(len(text))), "ticktext": [seen(one) for one in text]}
    return axis(theme, title, showgrid=False, fixedrange=True, ticks="", tickangle=0, tickfont={"size": size}, **marks)
