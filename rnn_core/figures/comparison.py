"""The comparison: real test values, the naive line and other simple forecasts, and one prediction per run. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import date_texts, hover_format, plain, titled
from rnn_core.figures.ribbons import reach_texts, ribbon
from rnn_core.figures.theme import BASELINE_LOOKS, LIGHT, NAIVE, Say, Theme, real_look
from rnn_core.figures.thin import Floats, Positions, thin_positions, thin_together
from rnn_core.forecast.run import Baseline, Run
from rnn_core.judge import Band

HEIGHT = 480
_LEGEND_ROOM = 40  # more, for the names of the baselines


@dataclass(frozen=True)
class _Line:
    label: Label
    values: Floats
    band: Band | None = None
    visible: object = True


def comparison_figure(
    runs: Sequence[Run],
    *,
    bands: Mapping[str, Band] | None = None,
    baselines: Sequence[Baseline] = (),
    before: pd.Series | None = None,
    theme: Theme = LIGHT,
    say: Say = str,
) -> go.Figure:
    """Predictions of `runs` (at least one, on the same test rows) over the real values and the naive line.

    `bands` lie as ribbons under the lines of the same name; `baselines` wait in the legend. `before`
    holds the target by date: as many rows as the test has precede it, for the range slider to move to.
    """
    first = runs[0]
    kept = thin_together([first.actual, *(run.predicted for run in runs)])
    shown = f"{first.series.fingerprint} {first.series.target} {first.dates[:1]} {before is None}"
    figure = blank(theme, height=HEIGHT + (_LEGEND_ROOM if baselines else 0), revision=shown)
    lines = _lines(runs, bands or {}, baselines, say)
    _add_ribbons(figure, first, kept, lines)
    _add_real(figure, first, kept, Label(say("real values"), real_look(theme)), before)
    for line in lines:
        _add_prediction(figure, first, kept, line, say)
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


def _lines(runs: Sequence[Run], bands: Mapping[str, Band], baselines: Sequence[Baseline], say: Say) -> list[_Line]:
    named = zip(runs, label_all(runs, say), strict=True)
    naive = _Line(Label(say("naive line"), NAIVE), runs[0].naive)
    networks = [_Line(label, run.predicted, bands.get(label.name)) for run, label in named]
    simple = [
        _Line(
            Label(say(one.title), BASELINE_LOOKS[one.name]),
            one.predicted,
            visible="legendonly",  # a click in the legend shows it; all at once would hide the networks
        )
        for one in baselines
        if one.predicted is not None
    ]
    return [naive, *networks, *simple]


def _add_ribbons(figure: go.Figure, run: Run, kept: Positions, lines: Sequence[_Line]) -> None:
    for line in lines:
        if line.band is not None:
            low, high = line.band.low[kept], line.band.high[kept]
            figure.add_scatter(**ribbon(date_texts(run.dates)[kept], low, high, line.label))


def _add_real(figure: go.Figure, run: Run, kept: Positions, label: Label, before: pd.Series | None) -> None:
    """The real values of the test, and of what came before where that is wanted, as one line."""
    earlier = before[before.index < run.dates[0]].iloc[-len(run.dates) :] if before is not None else pd.Series()
    values = earlier.to_numpy("float64")
    first = thin_positions(values)
    x = np.concatenate([earlier.index.to_numpy("datetime64[s]")[first], run.dates[kept].astype("datetime64[s]")])
    y = np.concatenate([values[first], run.actual[kept]])
    number = f"%{{y:{hover_format(run.actual)}}} {plain(run.series.unit)}"
    figure.add_scatter(x=date_texts(x), y=y, name=label.name, uid="real", hovertemplate=number, **label.look.drawn())


def _add_prediction(figure: go.Figure, run: Run, kept: Positions, line: _Line, say: Say) -> None:
    """One predicted line; its hover shows the error too, positive where the prediction was too high."""
    form, band = hover_format(run.actual), line.band
    error = say("error {error}").format(error=f"%{{customdata:+{form}}}")
    name = line.label.name
    figure.add_scatter(
        x=date_texts(run.dates)[kept],
        y=line.values[kept],
        customdata=(line.values - run.actual)[kept],
        text=None if band is None else reach_texts(band.low[kept], band.high[kept]),
        name=name,
        uid=name,
        legendgroup=name,
        visible=line.visible,
        hovertemplate=f"%{{y:{form}}}{'' if band is None else '%{text}'} {plain(run.series.unit)} ({error})",
        **line.label.look.drawn(),
    )


def _mark_start(figure: go.Figure, date: str, theme: Theme, words: str) -> None:
    figure.add_vline(x=date, line={"color": theme.muted, "width": 1, "dash": "dot"})
    place = {"yref": "y domain", "y": 1, "xanchor": "left", "yanchor": "top", "showarrow": False}
    figure.add_annotation(x=date, text=words, **place)
