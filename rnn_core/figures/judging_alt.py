"""The charts that judge a forecast in one sentence each, for those who cannot see them. Pure."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from rnn_core.figures.names import label_all
from rnn_core.figures.numbers import date_texts, short
from rnn_core.figures.period_chart import Missed, missed_by_period, period_words
from rnn_core.figures.periods import periods_of, rmse_by_period
from rnn_core.figures.theme import Say
from rnn_core.figures.thin import Floats
from rnn_core.forecast.run import Run
from rnn_core.judge import Lag, Repeats
from rnn_core.series.statistics import memory
from rnn_core.words import N_, Sentence


def repeats_alt(repeats: Sequence[Repeats], naive_rmse: float, unit: str, say: Say = str) -> Sentence:
    """The dots of the seeds in words."""
    return Sentence(
        "alt_repeats",
        N_("RMSE of the run in the middle, and from the lowest to the highest: {networks}. Naive line: {naive}."),
        {"networks": "; ".join(_seeds(one, unit, say) for one in repeats), "naive": short(naive_rmse, unit)},
    )


def lag_alt(lags: Mapping[str, Lag], unit: str, say: Say = str) -> Sentence:
    """The errors of moved predictions in words."""
    words = say("{name} moved back by {rows} ({rmse}, unmoved {unmoved})")
    lines = [
        words.format(
            name=name,
            rows=found.best,
            rmse=short(float(found.rmse[found.best]), unit),
            unmoved=short(float(found.rmse[0]), unit),
        )
        for name, found in lags.items()
    ]
    return Sentence("alt_lag", N_("RMSE is smallest with {lines}."), {"lines": "; ".join(lines)})


def lag_curves_alt(run: Run, found: Lag, say: Say = str) -> Sentence:
    """The stretch with the moved prediction in words."""
    (label,) = label_all([run], say)
    values = {"target": run.series.target, "name": label.name, "rows": found.best}
    return Sentence(
        "alt_lag_curves",
        N_("The end of the test: real {target} and what {name} predicted, which fits best moved back by {rows} rows."),
        values,
    )


def residuals_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The errors over time in words."""
    words = say("{name} from {low} to {high}, {mean} on average")
    unit = runs[0].series.unit
    lines = [words.format(name=name, **_extremes(errors, unit)) for name, errors in _errors(runs, say)]
    first, end = date_texts(runs[0].dates[[0, -1]])
    return Sentence(
        "alt_residuals",
        N_("Errors (predicted minus real) from {first} to {end}: {lines}."),
        {"first": str(first), "end": str(end), "lines": "; ".join(lines)},
    )


def residual_histogram_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The outlines of the errors' sizes in words."""
    unit = runs[0].series.unit
    lines = [f"{name} {short(_spread(errors), unit)}" for name, errors in _errors(runs, say)]
    naive = short(_spread(runs[0].naive - runs[0].actual), unit)
    return Sentence(
        "alt_residual_histogram",
        N_("How often errors of each size came. Their standard deviation: {lines}; naive line {naive}."),
        {"lines": "; ".join(lines), "naive": naive},
    )


def residual_memory_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The autocorrelations of the errors in words."""
    found = [(name, memory(errors)) for name, errors in _errors(runs, say)]
    lines = [f"{name} {short(float(one.values[0]) if one.values.size else math.nan)}" for name, one in found]
    return Sentence(
        "alt_residual_memory",
        N_("Autocorrelation of the errors one row later: {lines}; chance: ±{band}."),
        {"lines": "; ".join(lines), "band": short(found[0][1].band)},
    )


def error_by_period_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The bars of the periods in words."""
    return told_by_period(missed_by_period(runs, say), say)


def told_by_period(missed: Missed, say: Say) -> Sentence:
    """The best and the worst period of each line in words."""
    periods = periods_of(missed.dates)
    lines = []
    for label, errors in missed.errors.items():
        scores = rmse_by_period(periods, errors)
        if np.isfinite(scores).any():
            ends = [(int(np.nanargmin(scores)), "low"), (int(np.nanargmax(scores)), "high")]
            told = {end: f"{short(float(scores[place]), missed.unit)} ({periods.names[place]})" for place, end in ends}
            lines.append(say("{name} from {low} to {high}").format(name=label.name, **told))
    values = {"period": period_words(periods, say), "lines": "; ".join(lines)}
    return Sentence("alt_periods", N_("RMSE by {period}: {lines}."), values)


def scatter_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The dots around the diagonal in words."""
    named = zip(label_all(runs, say), runs, strict=True)
    lines = "; ".join(f"{label.name} {short(run.scores.r2)}" for label, run in named)
    return Sentence(
        "alt_scatter",
        N_("Predicted against real {target}. Share of the ups and downs that is explained (R²): {lines}."),
        {"target": runs[0].series.target, "lines": lines},
    )


def _seeds(one: Repeats, unit: str, say: Say) -> str:
    middle, low, high = (short(value, unit) for value in (one.rmse[one.middle], one.lowest, one.highest))
    told = say("{name} {middle} ({low} to {high})").format(name=one.name, middle=middle, low=low, high=high)
    failed = len(one.rmse) - len(one.learnt)
    words = say("{count} did not learn").format(count=failed)
    return f"{told}, {words}" if failed else told


def _errors(runs: Sequence[Run], say: Say) -> list[tuple[str, Floats]]:
    """The known errors of each run, by its name."""
    named = zip(label_all(runs, say), runs, strict=True)
    pairs = [(label.name, run.predicted - run.actual) for label, run in named]
    return [(name, errors[np.isfinite(errors)]) for name, errors in pairs]


def _extremes(errors: Floats, unit: str) -> dict[str, str]:
    low, high, mean = (errors.min(), errors.max(), errors.mean()) if errors.size else (math.nan,) * 3
    return {name: short(float(value), unit) for name, value in (("low", low), ("high", high), ("mean", mean))}


def _spread(errors: Floats) -> float:
    return float(errors.std()) if errors.size else math.nan
