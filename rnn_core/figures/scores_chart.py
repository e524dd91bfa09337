"""Scores side by side: the RMSE of networks, the naive line and other simple forecasts, smallest on top. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from rnn_core.figures.frame import axis, blank
from rnn_core.figures.numbers import plain, short, titled
from rnn_core.figures.repeated import Repeated, gather_repeats
from rnn_core.figures.theme import BASELINE_LOOKS, LIGHT, NAIVE, Look, Say, Theme
from rnn_core.forecast.run import Run


@dataclass(frozen=True)
class Bar:
    """One bar: `value` in the unit of the chart, `nan` where there is no score.

    Of a network with several seeds it is that of the run in the middle, `lowest` and `highest` are the ends of them.
    """

    name: str
    value: float
    look: Look
    seeds: int = 1
    lowest: float = math.nan
    highest: float = math.nan

    @property
    def end(self) -> float:
        """Where bar and range end on the right, 0 where there is nothing."""
        return max((value for value in (self.value, self.highest) if math.isfinite(value)), default=0.0)


def scores_figure(runs: Sequence[Run], *, theme: Theme = LIGHT, say: Say = str) -> go.Figure:
    """Horizontal bars of the RMSE of `runs` (at least one, on the same data), the naive line and the first's baselines.

    Runs that differ in nothing but the seed share a bar, with a thin line from their lowest to their highest.
    """
    bars = score_bars(runs, say)
    unit = runs[0].series.unit
    figure = blank(theme, height=90 + 44 * len(bars), revision="scores")
    for bar in bars:
        figure.add_bar(**_drawn(bar, unit, theme, say))
        # At the very end, where no thin line crosses it.
        words = {"text": plain(short(bar.value, unit)), "showarrow": False, "xanchor": "left", "xshift": 4}
        words |= {"bgcolor": theme.paper, "borderpad": 0}  # the naive line ends where the number stands
        figure.add_annotation(x=bar.end, y=bar.name, **words)
    # The room on the right is for the labels at the ends of the bars.
    width = [0, max(bar.end for bar in bars) * 1.7 or 1.0]
    figure.update_layout(
        showlegend=False,
        bargap=0.35,
        xaxis=axis(theme, titled("RMSE", unit), range=width, fixedrange=True),
        yaxis=axis(theme, "", autorange="reversed", fixedrange=True, showgrid=False, type="category"),
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
    )
    _mark_naive(figure, runs[0].naive_scores.rmse, say("tomorrow = today"))
    return figure


def score_bars(runs: Sequence[Run], say: Say = str) -> list[Bar]:
    """All bars, the smallest error first, networks without a score last."""
    bars = [_bar(one) for one in gather_repeats(runs, say)]
    bars.append(Bar(say("naive line"), runs[0].naive_scores.rmse, NAIVE))
    bars += [
        Bar(say(one.title), one.scores.rmse, BASELINE_LOOKS[one.name])
        for one in runs[0].baselines
        if one.scores is not None
    ]
    return sorted(bars, key=lambda bar: (not math.isfinite(bar.value), bar.value))


def _bar(one: Repeated) -> Bar:
    value = one.middle.scores.rmse
    if len(one.runs) == 1:
        return Bar(one.label.name, value, one.label.look)
    value = one.repeats.rmse[one.repeats.middle]  # none where the run that stands for all failed to learn
    return Bar(one.label.name, value, one.label.look, len(one.runs), one.repeats.lowest, one.repeats.highest)


def _drawn(bar: Bar, unit: str, theme: Theme, say: Say) -> dict[str, object]:
    """A two-directional cell and the simple forecasts are hatched where their lines are dashed."""
    hatch = "/" if bar.look.dash != "solid" else ""
    pattern = {"shape": hatch, "bgcolor": bar.look.colour, "fgcolor": theme.paper, "solidity": 0.2}
    return {
        "x": [bar.value if math.isfinite(bar.value) else 0.0],
        "y": [bar.name],
        "name": bar.name,
        "orientation": "h",
        "marker": {"color": bar.look.colour, "pattern": pattern},
        "text": [plain(short(bar.value, unit) + _range_words(bar, unit, say))],
        "textposition": "none",
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        **_range(bar, theme),
    }


def _range(bar: Bar, theme: Theme) -> dict[str, object]:
    """A thin line from the lowest to the highest seed."""
    if not (math.isfinite(bar.value) and math.isfinite(bar.lowest)):
        return {}
    ends = {"array": [bar.highest - bar.value], "arrayminus": [bar.value - bar.lowest]}
    return {"error_x": {"type": "data", "symmetric": False, **ends, "color": theme.ink, "thickness": 1.5, "width": 5}}


def _range_words(bar: Bar, unit: str, say: Say) -> str:
    if not math.isfinite(bar.lowest):
        return ""
    words = say("{count} seeds: {low} to {high}")
    return f" ({words.format(count=bar.seeds, low=short(bar.lowest), high=short(bar.highest, unit))})"


def _mark_naive(figure: go.Figure, rmse: float, words: str) -> None:
    """A dashed line down from the naive score, with what the naive line says."""
    if math.isfinite(rmse):
        figure.add_vline(x=rmse, line={"color": NAIVE.colour, "dash": NAIVE.dash, "width": 1}, layer="below")
        figure.add_annotation(x=rmse, y=1, yref="paper", yanchor="bottom", text=words, showarrow=False)
