"""Confusion: how many texts of each label were taken for which. Pure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import plain
from rnn_core.figures.sentiment_labels import short_labels
from rnn_core.figures.theme import LIGHT, PART_COLOURS, Say, Theme, faint
from rnn_core.words import N_, Sentence

# Numbers in more cells than these would lie on one another; pointing at a cell still tells its own.
MOST_NUMBERED = 12
_STRONGEST = 0.7
_SCALE = ((0.0, "rgba(128, 128, 128, 0)"), (1.0, faint(PART_COLOURS["test"], _STRONGEST)))

Confusion = Sequence[Sequence[int]]
"""`confusion[i][j]` counts texts of class i that were taken for class j."""


def confusion_figure(
    confusion: Confusion, classes: Sequence[str], *, theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """A row for each real label, a column for each said one; the stronger, the larger the share of the row."""
    counts = np.array(confusion)
    figure = blank(theme, height=_height(len(classes)), revision=f"confusion {len(classes)}")
    names, places = short_labels(classes), list(range(len(classes)))
    told = say("really {real}, said {said}: {count}").format(
        real="%{customdata[0]}", said="%{customdata[1]}", count="%{customdata[2]:,}"
    )
    whole = [plain(one) for one in classes]
    figure.add_heatmap(
        x=places,
        y=places,
        z=np.round(counts / np.maximum(counts.sum(axis=1, keepdims=True), 1), 4),
        zmin=0,
        zmax=1,
        colorscale=_SCALE,
        xgap=2,
        ygap=2,
        showscale=False,
        customdata=[[[real, said, int(counts[i, j])] for j, said in enumerate(whole)] for i, real in enumerate(whole)],
        hovertemplate=f"{told}<extra></extra>",
        text=counts,
        texttemplate="%{text:,}" if len(classes) <= MOST_NUMBERED else "",
        textfont={"color": theme.ink},
    )
    marks = {"tickvals": places, "ticktext": names, "fixedrange": True, "showgrid": False}
    if len(classes) > MOST_NUMBERED:
        marks["tickfont"] = {"size": 10}
    figure.update_layout(
        hovermode="closest",
        xaxis=axis(theme, say("what the network says"), **marks),
        yaxis=axis(theme, say("real label"), autorange="reversed", **marks),
    )
    return figure


def confusion_alt(confusion: Confusion, classes: Sequence[str]) -> Sentence:
    """The map in words: how many are right, and which two labels are confused most."""
    counts = np.array(confusion)
    right, wrong = int(np.trace(counts)), counts - np.diag(np.diag(counts))
    real, said = np.unravel_index(int(wrong.argmax()), wrong.shape)
    values = {"right": right, "count": int(counts.sum())}
    if not wrong.any():
        return Sentence(
            "alt_confusion_none", N_("{right} of {count} texts got their real label: none was missed."), values
        )
    return Sentence(
        "alt_confusion",
        N_("{right} of {count} texts got their real label. Confused most: {real}, taken for {said} {times} times."),
        values | {"real": classes[int(real)], "said": classes[int(said)], "times": int(wrong.max())},
    )


def _height(classes: int) -> int:
    return 130 + (56 if classes <= 5 else 40 if classes <= MOST_NUMBERED else 18) * classes
