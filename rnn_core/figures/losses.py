"""Loss curves: how the error on the scaled training part fell, epoch by epoch. Pure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, explain
from rnn_core.figures.names import Label, Trained, label_all
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.forecast.run import Run

HEIGHT = 300


def loss_figure(trained: Sequence[Trained], *, log: bool = False, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Training loss of each of `trained` (a Run or a Learner), and its validation loss, dotted, where there is one.

    A star marks the epoch whose weights a Run has, where that is not its last one.
    """
    figure = blank(theme, height=HEIGHT, revision=f"losses, log {log}")
    restored = []
    for one, label in zip(trained, label_all(trained, say), strict=True):
        _add_lines(figure, one, label, say)
        if isinstance(one, Run) and 0 < one.best_epoch < len(one.history):
            restored.append((one, label))
    _mark_best(figure, restored, theme, say)
    last = max((one.spec.epochs for one in trained), default=1)
    # The whole way is shown from the start, so that the lines grow and the axis stands still.
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=axis(theme, say("epoch"), range=[0.5, last + 0.5], showgrid=False, tickformat="d"),
        yaxis=axis(theme, say("loss (scaled values)"), type="log" if log else "linear", **_decades(log)),
    )
    return figure


def _add_lines(figure: go.Figure, one: Trained, label: Label, say: Say) -> None:
    epochs = np.array([done.epoch for done in one.history], np.int32)
    losses = np.array([done.loss for done in one.history], np.float64)
    checks = np.array([_number(done.validation_loss) for done in one.history], np.float64)
    together = {"legendgroup": label.name}
    figure.add_scatter(x=epochs, y=losses, **together, **_told(label.name), **label.look.drawn())
    if np.isfinite(checks).any() or one.spec.validation_share > 0:
        name = say("{line}, validation").format(line=label.name)
        figure.add_scatter(x=epochs, y=checks, **_told(name), **label.look.validation().drawn())


def _mark_best(figure: go.Figure, restored: Sequence[tuple[Run, Label]], theme: Theme, say: Say) -> None:
    words = say("best epoch")
    star = {"symbol": "star", "size": 14, "color": theme.paper, "line": {"color": theme.ink, "width": 1}}
    for run, label in restored:
        best = run.history[run.best_epoch - 1]
        figure.add_scatter(
            x=[best.epoch],
            y=[best.loss if best.validation_loss is None else best.validation_loss],
            mode="markers",
            marker=star | {"color": label.look.colour},
            cliponaxis=False,
            legendgroup=label.name,
            showlegend=False,
            **_told(f"{label.name}, {words}"),
        )
    if restored:
        explain(figure, words, star)


def _told(name: str) -> dict[str, str]:
    return {"name": name, "uid": name, "hovertemplate": "%{y:.3~g}"}


def _decades(log: bool) -> dict[str, object]:
    # With a format of its own plotly.js writes every tick out, also those between decades: 1, 2 and 5 do not touch.
    return {"tickformat": "~g", "dtick": "D2"} if log else {"rangemode": "tozero", "tickformat": "~g"}


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
