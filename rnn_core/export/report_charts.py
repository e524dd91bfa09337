"""The charts of a report: Plotly figures as JSON, each with its title and a sentence that says it. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import plotly.graph_objects as go
from plotly.io import to_json

from rnn_core.export.groups import Group
from rnn_core.export.voice import Voice
from rnn_core.figures.ahead_alt import ahead_alt
from rnn_core.figures.ahead_chart import ahead_figure
from rnn_core.figures.alt import comparison_alt, losses_alt, scores_alt
from rnn_core.figures.comparison import comparison_figure
from rnn_core.figures.judging_alt import residuals_alt
from rnn_core.figures.losses import loss_figure
from rnn_core.figures.outlook import Outlook, outlooks_of
from rnn_core.figures.residuals import residuals_figure
from rnn_core.figures.scores_chart import scores_figure
from rnn_core.forecast.in_common import common_baselines
from rnn_core.forecast.judging import band_of, naive_band
from rnn_core.judge import Band, horizon_band
from rnn_core.words import Amount, Percent, Sentence

_LEVEL = 0.9
_STEPS, _RECENT = 20, 80


@dataclass(frozen=True)
class Chart:
    """One chart: `figure` is JSON for plotly.js, `words` say it to those who cannot see it, `note` says more."""

    title: str
    figure: str
    words: str
    note: str = ""


def charts_of(group: Group, voice: Voice) -> tuple[Chart, ...]:
    """All charts of a group, in the order in which they are read."""
    return tuple(chart for draw in _CHARTS for chart in draw(group, voice))


def _scores(group: Group, voice: Voice) -> Iterator[Chart]:
    common = common_baselines(group.runs)
    runs = [replace(run, baselines=common) for run in group.runs]
    figure = scores_figure(runs, say=voice.say)
    yield _chart(voice.say("RMSE"), figure, voice.tell(scores_alt(runs, voice.say)))


def _comparison(group: Group, voice: Voice) -> Iterator[Chart]:
    best = group.best.middle
    band = band_of(best, level=_LEVEL, way="adaptive")
    figure = comparison_figure(
        group.middles,
        bands={group.best_name(voice): band} if band.rows else {},
        baselines=common_baselines(group.runs),
        before=group.target,
        say=voice.say,
    )
    words = voice.tell(comparison_alt(group.middles, voice.say))
    yield _chart(voice.say("Real and predicted values"), figure, words, _told_band(group, band, voice))


def _told_band(group: Group, band: Band, voice: Voice) -> str:
    if not band.rows:
        return ""
    naive = naive_band(group.best.middle, level=_LEVEL, way="adaptive")
    unit = group.first.series.unit
    said = Sentence(
        "band_held",
        "The band around {name} should hold {level} of the real values; on {rows} test rows it held {coverage}. "
        "It is {width} wide on average; the same band around the naive line would be {naive}.",
        {
            "name": group.best.label.name,
            "level": Percent(band.level),
            "rows": band.rows,
            "coverage": Percent(band.coverage),
            "width": Amount(band.width, unit),
            "naive": Amount(naive.width, unit),
        },
    )
    return voice.tell(said)


def _losses(group: Group, voice: Voice) -> Iterator[Chart]:
    figure = loss_figure(group.middles, log=True, say=voice.say)
    yield _chart(voice.say("Training"), figure, voice.tell(losses_alt(group.middles, voice.say)))


def _errors(group: Group, voice: Voice) -> Iterator[Chart]:
    figure = residuals_figure(group.middles, say=voice.say)
    words = voice.tell(residuals_alt(group.middles, voice.say))
    yield _chart(voice.say("Errors over time"), figure, words)


def _ahead(group: Group, voice: Voice) -> Iterator[Chart]:
    outlooks = [_with_band(one) for one in outlooks_of(group.middles, voice.say)]
    if not outlooks:
        return
    known = group.target[: outlooks[0].ahead.since]
    recent = known.iloc[-_RECENT:].rename(group.first.series.target)
    unit = group.first.series.unit
    figure = ahead_figure(outlooks, recent, unit, say=voice.say)
    yield _chart(voice.say("Ahead"), figure, voice.tell(ahead_alt(outlooks, recent, unit, voice.say)))


def _with_band(one: Outlook) -> Outlook:
    ahead = one.ahead.first(_STEPS)
    return replace(one, ahead=ahead, band=horizon_band(ahead.predicted, ahead.forecast - ahead.actual, level=_LEVEL))


def _chart(title: str, figure: go.Figure, words: str, note: str = "") -> Chart:
    return Chart(title, str(to_json(figure, validate=False)), words, note)


_CHARTS: tuple[Callable[[Group, Voice], Iterator[Chart]], ...] = (_scores, _comparison, _errors, _losses, _ahead)
