"""Tracking: the hidden units that go along best with the trend, the level and more, drawn over them. Pure."""

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank, date_axis
from rnn_core.figures.numbers import date_texts, plain, short
from rnn_core.figures.theme import LIGHT, Look, Say, Theme, cell_look, real_look
from rnn_core.figures.thin import Floats
from rnn_core.forecast.inside import THINGS, Tracked, Tracking
from rnn_core.forecast.run import Run

_MARGINS, _PANEL = 90, 130
_GAP = 0.16


def drawn_of(tracking: Tracking) -> tuple[Tracked, ...]:
    """The best unit of each thing that is a number, which can be drawn as a line; the strongest first."""
    return tuple(one for one in tracking.best() if one.thing in tracking.values)


def tracking_figure(run: Run, tracking: Tracking, *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """One panel a thing: the thing and the unit that goes along with it best, each with mean 0 and spread 1.

    A unit that goes against its thing is drawn upside down, so that one sees how well the two lines fit.
    """
    best, x = drawn_of(tracking), date_texts(tracking.activity.dates)
    figure = blank(theme, height=_MARGINS + _PANEL * len(best), revision=f"inside tracking {run.key}")
    own, real = cell_look(run.spec.cell), real_look(theme)
    # A panel's lines lie close together, so that markers would hide one of them.
    unit_look = Look(own.colour, "dot", width=1.8)
    for number, one in enumerate(best):
        turned = -1 if one.strength < 0 else 1
        lines = {
            "thing": (say("what may be tracked"), real, _standard(tracking.values[one.thing])),
            "unit": (say("the unit"), unit_look, turned * _standard(tracking.activity.hidden[:, one.unit])),
        }
        for uid, (name, look, y) in lines.items():
            told = {"name": name, "uid": f"{uid} {number}", "legendgroup": uid, "showlegend": not number}
            place = {"x": x, "y": y.astype("float32"), "yaxis": f"y{number + 1}" if number else "y"}
            figure.add_scatter(**place, **told, hovertemplate="%{y:.2f}", **look.drawn())
        _title(figure, one, number, len(best), say)
        figure.layout[f"yaxis{number + 1}" if number else "yaxis"] = _axis(theme, number, len(best))
    lowest = {"anchor": f"y{len(best)}" if len(best) > 1 else "y"}
    figure.update_layout(showlegend=True, xaxis=date_axis(theme, x) | lowest)
    return figure


def _title(figure: go.Figure, one: Tracked, number: int, count: int, say: Say) -> None:
    words = say("{thing}, unit {unit}: {strength}")
    if one.strength < 0:
        words = say("{thing}, unit {unit} upside down: {strength}")
    _, top = _span(number, count)
    text = words.format(thing=say(THINGS[one.thing]), unit=one.unit + 1, strength=short(one.strength))
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": top, "xanchor": "left", "yanchor": "bottom"}
    # The longest must fit a phone.
    figure.add_annotation(text=plain(text), showarrow=False, font={"size": 12}, **place)


def _axis(theme: Theme, number: int, count: int) -> dict[str, object]:
    return axis(theme, "", domain=_span(number, count), showticklabels=False, showgrid=False, fixedrange=True)


def _span(number: int, count: int) -> tuple[float, float]:
    """Where panel `number` of `count` lies, counted from the top, with room for its title above."""
    each = 1 / count
    top = 1 - number * each - _GAP * each
    return max(0.0, 1 - (number + 1) * each), top


def _standard(values: Floats) -> Floats:
    spread = float(values.std())
    standard: Floats = (values - values.mean()) / (spread if spread > 0 else 1.0)
    return standard
