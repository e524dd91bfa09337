"""Replay: how the prediction of the test rows took shape, epoch by epoch, with a Play button and a slider. Pure.

The browser has all frames at once, so playing asks nothing of the server.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, Say, Theme, real_look
from rnn_core.forecast.run import FRAME_ROWS, Run
from rnn_core.forecast.windows import thin

HEIGHT = 500
_PAUSE = 120  # milliseconds a frame
Curve = npt.NDArray[np.float32]


def replay_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The predictions of `runs` (on the same test rows, at least one with frames) after each epoch that was kept.

    It opens with the last one. A run that kept none after some epoch stays as it was then.
    """
    first = runs[0]
    rows = thin(first.test_windows, FRAME_ROWS)
    x, actual = date_texts(first.dates)[rows], first.actual[rows]
    figure = blank(theme, height=HEIGHT, revision=f"replay {first.series.fingerprint} {x[:1]}")
    hover = f"%{{y:{hover_format(actual)}}} {plain(first.series.unit)}"
    _add(figure, x, actual, Label(say("real values"), real_look(theme)), hover)
    epochs = replayed_epochs(runs)
    for run, label in zip(runs, label_all(runs, say), strict=True):
        _add(figure, x, _curve(run, epochs[-1], len(rows)), label, hover)
    lines = list(range(1, len(runs) + 1))
    figure.frames = [_frame(runs, epoch, lines, len(rows)) for epoch in epochs]
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x),
        yaxis=axis(theme, titled(first.series.target, first.series.unit), range=_range(runs)),
        sliders=[_slider(epochs, max(len(run.history) for run in runs), theme, say)],
        updatemenus=[_buttons(theme, say)],
    )
    return figure


def replayed_epochs(runs: Sequence[Run]) -> list[int]:
    """The epochs after which any of `runs` kept its prediction, in order."""
    return sorted({frame.epoch for run in runs for frame in run.frames})


def _curve(run: Run, epoch: int, rows: int) -> Curve:
    """What `run` predicted after `epoch` or, where that was not kept, after the latest epoch before it."""
    earlier = [frame.curve for frame in run.frames if frame.epoch <= epoch]
    # Seven digits are more than can be seen, and half the weight.
    return earlier[-1].astype(np.float32) if earlier else np.full(rows, np.nan, np.float32)


def _frame(runs: Sequence[Run], epoch: int, lines: list[int], rows: int) -> go.Frame:
    curves = [{"type": "scatter", "y": _curve(run, epoch, rows)} for run in runs]
    return go.Frame(name=str(epoch), data=curves, traces=lines)


def _add(figure: go.Figure, x: npt.NDArray[np.str_], y: npt.NDArray[Any], label: Label, hover: str) -> None:
    told = {"name": label.name, "uid": label.name, "hovertemplate": hover}
    figure.add_scatter(x=x, y=y, **told, **label.look.drawn())


def _range(runs: Sequence[Run]) -> list[float]:
    """What the real values and the last predictions need; a wild first epoch may leave it."""
    lasts = [run.frames[-1].curve for run in runs if run.frames]
    values = np.concatenate([runs[0].actual, *lasts])
    known = values[np.isfinite(values)]
    room = 0.1 * (float(np.ptp(known)) or 1.0)
    return [float(known.min()) - room, float(known.max()) + room]


def _slider(epochs: list[int], planned: int, theme: Theme, say: Say) -> dict[str, Any]:
    before, after = say("Epoch {epoch} of {all}").split("{epoch}")
    steps = [{"label": str(epoch), "method": "animate", "args": [[str(epoch)], _motion(0)]} for epoch in epochs]
    told = {"prefix": before, "suffix": after.format(all=planned), "font": {"size": 15, "color": theme.ink}}
    return {
        "active": len(epochs) - 1,
        "steps": steps,
        "currentvalue": told | {"xanchor": "right"},
        "bgcolor": theme.grid,
        "activebgcolor": theme.muted,
        "bordercolor": theme.muted,
        "tickcolor": theme.muted,
        "pad": {"t": 52, "b": 4},
        "transition": {"duration": 0},
    }


def _buttons(theme: Theme, say: Say) -> dict[str, Any]:
    play = {"label": "▶ " + say("Play"), "method": "animate", "args": [None, _motion(_PAUSE) | {"fromcurrent": True}]}
    pause = {"label": say("Pause"), "method": "animate", "args": [[None], _motion(0)]}
    return {
        "type": "buttons",
        "direction": "left",
        "showactive": False,
        "buttons": [play, pause],
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": 36},
        "bgcolor": theme.paper,
        "bordercolor": theme.muted,
        "font": {"color": theme.ink},
    }


def _motion(pause: int) -> dict[str, Any]:
    return {"mode": "immediate", "frame": {"duration": pause, "redraw": False}, "transition": {"duration": 0}}
