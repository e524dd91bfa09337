"""When a forecast missed much: RMSE by periods of the calendar, as groups of bars. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.names import Label, label_all
from rnn_core.figures.numbers import hover_format, plain, titled
from rnn_core.figures.outlook import Outlook
from rnn_core.figures.periods import Periods, periods_of, rmse_by_period
from rnn_core.figures.theme import LIGHT, NAIVE, Look, Say, Theme
from rnn_core.figures.thin import Floats
from rnn_core.forecast.run import Run

HEIGHT = 380


@dataclass(frozen=True)
class Missed:
    """Errors of several lines by date, `(n,)` or `(n, steps)` each, whose RMSE by period is to be shown."""

    dates: npt.NDArray[np.datetime64]
    errors: Mapping[Label, Floats]
    unit: str


def missed_by_period(runs: Sequence[Run], say: Say = str) -> Missed:
    """The one-step errors of `runs` (at least one, on the same test rows) and of the naive line."""
    first = runs[0]
    errors = {label: run.predicted - run.actual for label, run in zip(label_all(runs, say), runs, strict=True)}
    errors[Label(say("naive line"), NAIVE)] = first.naive - first.actual
    return Missed(first.dates, errors, first.series.unit)


def missed_by_origin(outlooks: Sequence[Outlook], unit: str, say: Say = str) -> Missed:
    """The errors of all steps of `outlooks` (at least one, from the same origins), by the date of the origin."""
    # As far ahead as all of them see: errors of other steps would not compare.
    steps = min(len(one.ahead.dates) for one in outlooks)
    found = [(one.label, one.ahead.first(steps)) for one in outlooks]
    first = found[0][1]
    errors = {label: ahead.forecast - ahead.actual for label, ahead in found}
    errors[Label(say("naive line"), NAIVE)] = first.naive[:, None] - first.actual
    return Missed(first.origins, errors, unit)


def error_by_period_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """RMSE of `runs` (at least one, on the same test rows) and of the naive line, by month or what else fits."""
    return _figure(missed_by_period(runs, say), theme, say)


def period_figure(outlooks: Sequence[Outlook], unit: str, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """RMSE over all steps of the forecasts that began in each period; `outlooks` (at least one) share their origins."""
    return _figure(missed_by_origin(outlooks, unit, say), theme, say)


def period_words(periods: Periods, say: Say) -> str:
    """What one of the `periods` is called."""
    names = {
        "hour": say("hour"),
        "day": say("day"),
        "week": say("week from this day"),
        "month": say("month"),
        "quarter": say("quarter"),
        "year": say("year"),
        "decade": say("decade"),
    }
    return names[periods.unit]


def _figure(missed: Missed, theme: Theme, say: Say) -> go.Figure:
    periods = periods_of(missed.dates)
    figure = blank(theme, height=HEIGHT, revision=f"periods {periods.unit} {periods.names[:1]}")
    for number, (label, errors) in enumerate(missed.errors.items()):
        heights = rmse_by_period(periods, errors)
        hover = f"%{{y:{hover_format(heights)}}} {plain(missed.unit)}"
        # A name may have spaces, and with those the browser would not find the hatching that belongs to it.
        told = {"name": label.name, "uid": f"bars{number}", "hovertemplate": hover}
        figure.add_bar(x=periods.names, y=heights, marker=_marker(label.look, theme), **told)
    figure.update_layout(
        hovermode="x unified",
        showlegend=True,
        barmode="group",
        bargap=0.25,
        xaxis=axis(theme, period_words(periods, say), type="category", showgrid=False, fixedrange=True),
        yaxis=axis(theme, titled("RMSE", missed.unit), rangemode="tozero", fixedrange=True),
    )
    return figure


def _marker(look: Look, theme: Theme) -> dict[str, object]:
    """Hatched where the line is dashed."""
    pattern = {"shape": "/" if look.dash != "solid" else "", "size": 5, "bgcolor": look.colour, "fgcolor": theme.paper}
    return {"color": look.colour, "pattern": pattern | {"solidity": 0.25}}
