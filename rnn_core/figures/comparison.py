"""The comparison: real test values, the naive line and one prediction per run. Pure."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, titled
from rnn_core.figures.theme import LIGHT, NAIVE, Say, Theme, real_look
from rnn_core.figures.thin import Floats, Positions, thin_positions, thin_together
from rnn_core.forecast.run import Run

HEIGHT = 480


def comparison_figure(
    runs: Sequence[Run], *, before: pd.Series | None = None, theme: Theme = LIGHT, say: Say = str
) -> go.Figure:
    """Predictions of `runs` (at least one, on the same test rows) over the real values and the naive line.

    `before` holds the target by date: as many rows as the test has precede it, for the range slider to move to.
    """
    first = runs[0]
    kept = thin_together([first.actual, *(run.predicted for run in runs)])
    shown = f"{first.series.fingerprint} {first.series.target} {first.dates[:1]} {before is None}"
    figure = blank(theme, height=HEIGHT, revision=shown)
    _add_real(figure, first, kept, Label(say("real values"), real_look(theme)), before)
    for run, label, values in _predictions(runs, say):
        _add_prediction(figure, run, kept, label, values, say)
    if before is not None:
        _mark_start(figure, str(date_texts(first.dates)[0]), theme, say("test part"))
    x = date_texts(first.dates)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x, slider=True) | {"range": [str(x[0]), str(x[-1])] if len(x) > 1 else None},
        # By the test alone: what came before it would squeeze the curves that are to be compared.
        yaxis=axis(theme, titled(first.series.target, first.series.unit), range=_range(runs)),
    )
    return figure


def _range(runs: Sequence[Run]) -> list[float]:
    """From the lowest to the highest value of the test, with a little room."""
    values = np.concatenate([runs[0].actual, runs[0].naive, *(run.predicted for run in runs)])
    known = values[np.isfinite(values)]
    room = 0.05 * (float(np.ptp(known)) or 1.0)
    return [float(known.min()) - room, float(known.max()) + room]


def _predictions(runs: Sequence[Run], say: Say) -> list[tuple[Run, Label, Floats]]:
    named = zip(runs, label_all(runs, say), strict=True)
    naive = (runs[0], Label(say("naive line"), NAIVE), runs[0].naive)
    return [naive, *((run, label, run.predicted) for run, label in named)]


def _add_real(figure: go.Figure, run: Run, kept: Positions, label: Label, before: pd.Series | None) -> None:
    """The real values of the test, and of what came before where that is wanted, as one line."""
    earlier = before[before.index < run.dates[0]].iloc[-len(run.dates) :] if before is not None else pd.Series()
    values = earlier.to_numpy("float64")
    first = thin_positions(values)
    x = np.concatenate([earlier.index.to_numpy("datetime64[s]")[first], run.dates[kept].astype("datetime64[s]")])
    y = np.concatenate([values[first], run.actual[kept]])
    number = f"%{{y:{hover_format(run.actual)}}} {run.series.unit}"
    figure.add_scatter(x=date_texts(x), y=y, name=label.name, uid="real", hovertemplate=number, **label.look.drawn())


def _add_prediction(figure: go.Figure, run: Run, kept: Positions, label: Label, values: Floats, say: Say) -> None:
    """One predicted line; its hover shows the error too, positive where the prediction was too high."""
    form = hover_format(run.actual)
    error = say("error {error}").format(error=f"%{{customdata:+{form}}}")
    figure.add_scatter(
        x=date_texts(run.dates)[kept],
        y=values[kept],
        customdata=(values - run.actual)[kept],
        name=label.name,
        uid=label.name,
        hovertemplate=f"%{{y:{form}}} {run.series.unit} ({error})",
        **label.look.drawn(),
    )


def _mark_start(figure: go.Figure, date: str, theme: Theme, words: str) -> None:
    figure.add_vline(x=date, line={"color": theme.muted, "width": 1, "dash": "dot"})
    place = {"yref": "y domain", "y": 1, "xanchor": "left", "yanchor": "top", "showarrow": False}
    figure.add_annotation(x=date, text=words, **place)
