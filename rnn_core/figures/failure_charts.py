"""The curves of a failure and of its cure in one chart, and what they say in words. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import NONE, short
from rnn_core.figures.theme import LIGHT, PART_COLOURS, Look, Say, Theme
from rnn_core.lessons.failures import Curve
from rnn_core.words import N_, Sentence

HEIGHT = 360
# Beyond this many times the loss of the mean nothing is told apart.
_HIGHEST, _LOWEST = 1e12, 1e-12

_FEW_DECADES = 1e3

LOOKS = (Look(PART_COLOURS["test"], symbol="x"), Look(PART_COLOURS["training"], symbol="circle"))
"""What went wrong, and what is cured."""


@dataclass(frozen=True)
class Line:
    """One training: its `name` in the visitor's language, its curve so far, None before its first epoch is done."""

    name: str
    curve: Curve | None = None


def failure_figure(
    lines: Sequence[Line], epochs: int, *, revision: str = "failure", theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """Losses of what went wrong and of what is cured, in this order, over all `epochs` to come."""
    figure = blank(theme, height=HEIGHT, revision=revision)
    for line, look in zip(lines, LOOKS, strict=True):
        if line.curve is not None:
            _add(figure, line.name, line.curve, look, say)
    figure.add_scatter(
        x=[0.5, epochs + 0.5],
        y=[1, 1],
        mode="lines",
        line={"color": theme.muted, "dash": "longdash", "width": 1.5},
        hoverinfo="skip",
        name=say("always saying the mean"),
        uid="mean",
    )
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("epoch"), range=[0.5, epochs + 0.5], showgrid=False, tickformat="d"),
        yaxis=axis(theme, say("loss (1: that of the mean)"), type="log", tickformat="~g", dtick=_ticks(figure)),
    )
    return figure


def _ticks(figure: go.Figure) -> str | int:
    """Where the log axis has numbers: at 1, 2 and 5 over few decades, else at each decade, so that none touch."""
    heights = np.concatenate([np.asarray(line.y, "float64") for line in figure.data])
    known = heights[np.isfinite(heights)]
    return "D2" if known.max() < _FEW_DECADES * known.min() else max(1, round(np.log10(known.max() / known.min()) / 6))


def failure_alt(lines: Sequence[Line]) -> Sentence:
    """The chart in words: where each training began and where it is."""
    said = "; ".join(f"{line.name} {_way(line.curve)}" for line in lines)
    return Sentence(
        "alt_failure",
        N_(
            "Loss curves, as parts of the loss of always saying the mean, training and in brackets validation: {lines}."
        ),
        {"lines": said},
    )


def _add(figure: go.Figure, name: str, curve: Curve, look: Look, say: Say) -> None:
    epochs = np.arange(1, curve.epochs + 1)
    kept = say("{line}, validation").format(line=name)
    for text, losses, drawn in ((name, curve.training, look), (kept, curve.validation, look.validation())):
        shown = np.where(np.isfinite(losses), np.clip(losses, _LOWEST, _HIGHEST), np.nan)
        figure.add_scatter(x=epochs, y=shown, name=text, uid=text, hovertemplate="%{y:.3~g}", **drawn.drawn())


def _way(curve: Curve | None) -> str:
    if curve is None:
        return NONE
    training, validation = (_ends(losses[0], losses[-1]) for losses in (curve.training, curve.validation))
    return f"{training} ({validation})"


def _ends(first: float, last: float) -> str:
    return f"{short(first)} → {short(last)}"
