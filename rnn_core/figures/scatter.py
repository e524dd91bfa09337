"""Predicted against actual: the closer to the diagonal, the better. Pure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, Say, Theme
from rnn_core.figures.thin import thin_positions
from rnn_core.forecast.run import Run

HEIGHT = 440
_MOST = 1_000  # dots of one run; the farthest off are among them


def scatter_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The predictions of `runs` (at least one, on the same test rows) against the real values."""
    first = runs[0]
    figure = blank(theme, height=HEIGHT, revision=f"scatter {first.series.fingerprint} {first.dates[:1]}")
    for run, label in zip(runs, label_all(runs, say), strict=True):
        _add_dots(figure, run, label, say)
    ends = _ends(runs)
    line = {"color": theme.muted, "width": 1.5, "dash": "dash"}
    told = {"name": say("predicted = actual"), "uid": "diagonal", "hoverinfo": "skip"}
    figure.add_scatter(x=ends, y=ends, mode="lines", line=line, **told)
    unit = first.series.unit
    figure.update_layout(
        hovermode="closest",
        showlegend=True,
        xaxis=axis(theme, titled(say("real {target}").format(target=first.series.target), unit), range=ends),
        yaxis=axis(theme, titled(say("predicted {target}").format(target=first.series.target), unit), range=ends),
    )
    return figure


def _add_dots(figure: go.Figure, run: Run, label: Label, say: Say) -> None:
    errors = run.predicted - run.actual
    kept = thin_positions(errors, most=_MOST)
    form, unit = hover_format(run.actual), plain(run.series.unit)
    error = say("error {error}").format(error=f"%{{customdata:+{form}}}")
    predicted = say("predicted {value}").format(value=f"%{{y:{form}}} {unit}")
    real = say("real {value}").format(value=f"%{{x:{form}}} {unit}")
    figure.add_scatter(
        x=run.actual[kept],
        y=run.predicted[kept],
        text=date_texts(run.dates)[kept],
        customdata=errors[kept],
        mode="markers",
        marker={"symbol": label.look.symbol, "size": 7, "color": label.look.colour, "opacity": 0.6},
        name=label.name,
        uid=label.name,
        hovertemplate=f"%{{text}}<br>{real}<br>{predicted} ({error})",
    )


def _ends(runs: Sequence[Run]) -> list[float]:
    """From the lowest to the highest of all values, with a little room: both axes alike."""
    values = np.concatenate([runs[0].actual, *(run.predicted for run in runs)])
    known = values[np.isfinite(values)]
    room = 0.05 * (float(np.ptp(known)) or 1.0)
    return [float(known.min()) - room, float(known.max()) + room]
