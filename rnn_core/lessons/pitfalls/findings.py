"""Findings: what the scores of a mistake say on this very series. Facts in, sentences out. Pure."""

import math

from rnn_core.lessons.pitfalls.demonstration import Forecast, Score
from rnn_core.words import Amount, Percent, Sentence

# Scores nearer to each other than this share, or than this part of the naive error, are called alike.
_ALIKE, _NO_DIFFERENCE = 0.02, 0.005
# A miss of less than this part of the naive error is what computers leave over of none.
_NOTHING = 1e-6


def score_of(label: str, forecast: Forecast, unit: str) -> Score:
    """The RMSE of `forecast`, beside that of the naive line on the same rows."""
    ratio = _ratio(forecast)
    values = {"ratio": ratio, "naive": Amount(forecast.naive_rmse, unit)}
    note = Sentence("against_naive", "RMSE, {ratio} × that of the naive line ({naive})", values)
    return Score(label, Amount(0.0 if ratio == 0 else forecast.rmse, unit), note)


def gain(cheated: Forecast, honest: Forecast) -> Sentence:
    """Whether the cheat pays, measured against the naive line, because the two may be tested on different rows."""
    values = {"cheated": _ratio(cheated), "honest": _ratio(honest)}
    if not _can_measure(cheated, honest):
        return Sentence(
            "no_measure",
            "The naive line never misses on these rows, so there is nothing to measure the cheat against.",
        )
    saved = _saved(*values.values())
    if saved > _ALIKE:
        return Sentence(
            "pays",
            "The cheat pays: measured against the naive line, the error shrinks by {percent} ({cheated} instead of "
            "{honest}), and none of that would be there tomorrow.",
            {**values, "percent": Percent(saved)},
        )
    if saved < -_ALIKE:
        return Sentence(
            "harms",
            "On this series the cheat even does harm: {cheated} times the error of the naive line, and {honest} "
            "without it. It is a mistake all the same, because nobody can know that beforehand.",
            values,
        )
    return Sentence(
        "gains_nothing",
        "On this series the cheat gains nothing: {cheated} times the error of the naive line, and {honest} without "
        "it. It is a mistake all the same, because nobody can know that beforehand.",
        values,
    )


def against_naive(cheated: Forecast, honest: Forecast) -> tuple[Sentence, ...]:
    """Who comes closer than “tomorrow = today”, by more than a hair; nothing where that cannot be said."""
    if not _can_measure(cheated, honest):
        return ()
    match (_is_closer(cheated), _is_closer(honest)):
        case True, False:
            said = Sentence("seems_to_win", "With the cheat it seems to beat the naive line; honestly it does not.")
        case True, True:
            said = Sentence(
                "both_win",
                "It comes closer than the naive line both ways: on these rows there is something to find, even without "
                "a cheat.",
            )
        case False, True:
            said = Sentence("honest_wins", "Honestly it comes closer than the naive line; with the cheat it does not.")
        case _:
            said = Sentence("none_wins", "Neither way does it come closer than the naive line.")
    return (said,)


def _can_measure(*forecasts: Forecast) -> bool:
    return all(math.isfinite(forecast.against_naive) for forecast in forecasts)


def _is_closer(forecast: Forecast) -> bool:
    return forecast.against_naive < 1 - _ALIKE


def _ratio(forecast: Forecast) -> float:
    return 0.0 if forecast.against_naive < _NOTHING else forecast.against_naive


def _saved(cheated: float, honest: float) -> float:
    """The share of the honest error that the cheat takes away; both are parts of the naive error."""
    if abs(honest - cheated) < _NO_DIFFERENCE:
        return 0.0
    return 1 - cheated / honest if honest > 0 else -math.inf
