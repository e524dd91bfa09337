"""Residuals: what the forecasts missed by, over time, how often by how much, and whether misses remember. Pure.

An error is predicted minus actual, so positive means: the forecast was too high.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.memory_chart import Panel, memory_panels
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.theme import LIGHT, NAIVE, Say, Theme
from rnn_core.figures.thin import thin_together
from rnn_core.forecast.run import Run
from rnn_core.series.statistics import bin_edges, counts_of, memory

HEIGHT = 360
_LAGS = 20


def residuals_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """The errors of `runs` (at least one, on the same test rows) over time, zero in the middle."""
    first = runs[0]
    errors = [(label, run.predicted - run.actual) for label, run in zip(label_all(runs, say), runs, strict=True)]
    kept = thin_together([missed for _label, missed in errors])
    x = date_texts(first.dates)
    figure = blank(theme, height=HEIGHT, revision=f"residuals {first.series.fingerprint} {x[:1]}")
    for label, missed in errors:
        hover = f"%{{y:+{hover_format(missed)}}} {plain(first.series.unit)}"
        told = {"name": label.name, "uid": label.name, "hovertemplate": hover}
        figure.add_scatter(x=x[kept], y=missed[kept], **told, **replace(label.look, width=1.2).drawn())
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=date_axis(theme, x),
        yaxis=axis(theme, _error_title(first, say)) | _zero_line(theme),
    )
    return figure


def residual_histogram(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """How often `runs` (at least one, on the same test rows) and the naive line missed by how much, as outlines."""
    first = runs[0]
    lines = [(Label(say("naive line"), NAIVE), first.naive - first.actual)]
    lines += [(label, run.predicted - run.actual) for label, run in zip(label_all(runs, say), runs, strict=True)]
    known = [(label, missed[np.isfinite(missed)]) for label, missed in lines]
    edges = bin_edges(np.concatenate([missed for _label, missed in known]))
    figure = blank(theme, height=HEIGHT, revision="residual histogram")
    for label, missed in known:
        counts = counts_of(missed, edges).astype(np.int32)
        told = {"name": label.name, "uid": label.name, "hovertemplate": "%{y:,}"}
        figure.add_scatter(x=(edges[:-1] + edges[1:]) / 2, y=counts, **told, **_stepped(label))
    figure.add_vline(x=0, line={"color": theme.muted, "width": 1}, layer="below")
    across = axis(theme, _error_title(first, say), showgrid=False, hoverformat="+" + hover_format(edges))
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        xaxis=across,
        yaxis=axis(theme, say("rows"), rangemode="tozero", fixedrange=True),
    )
    return figure


def residual_memory(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """How much the errors of each of `runs` resemble themselves some rows later, one above the other."""
    labelled = zip(label_all(runs, say), runs, strict=True)
    panels = [
        Panel(label.name, memory(run.predicted - run.actual, _LAGS), label.look.colour) for label, run in labelled
    ]
    return memory_panels(panels, revision="residual memory", theme=theme, say=say)


def _error_title(run: Run, say: Say) -> str:
    return titled(say("error, above 0: too high"), run.series.unit)


def _zero_line(theme: Theme) -> dict[str, object]:
    return {"zeroline": True, "zerolinecolor": theme.ink, "zerolinewidth": 1}


def _stepped(label: Label) -> dict[str, object]:
    """The look of `label` as the outline of bars, its markers few."""
    drawn = label.look.drawn()
    return drawn | {"line": drawn["line"] | {"shape": "hvh"}}
