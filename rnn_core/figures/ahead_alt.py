"""Replay, forecasts of several steps and their backtest in one sentence each, for those who cannot see them. Pure."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from rnn_core.figures.judging_alt import told_by_period
from rnn_core.figures.names import label_all
from rnn_core.figures.numbers import NONE, date_texts, short
from rnn_core.figures.outlook import Outlook
from rnn_core.figures.period_chart import missed_by_origin
from rnn_core.figures.replay import replayed_epochs
from rnn_core.figures.theme import Say
from rnn_core.figures.thin import Floats
from rnn_core.forecast.backtest import backtest
from rnn_core.forecast.run import Run
from rnn_core.words import N_, Percent, Sentence


def replay_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The film of the training in words."""
    epochs = replayed_epochs(runs)
    return Sentence(
        "alt_replay",
        N_("Real {target} and how the prediction of {names} took shape, from epoch {first} to epoch {last}."),
        {
            "target": runs[0].series.target,
            "names": ", ".join(label.name for label in label_all(runs, say)),
            "first": epochs[0] if epochs else NONE,
            "last": epochs[-1] if epochs else NONE,
        },
    )


def ahead_alt(outlooks: Sequence[Outlook], recent: pd.Series, unit: str, say: Say = str) -> Sentence:
    """The forecast past the end in words: what each says of its last step."""
    first = outlooks[0].ahead
    end, goal = date_texts(np.concatenate([recent.index.to_numpy("datetime64[s]")[-1:], first.dates[-1:]]))
    return Sentence(
        "alt_ahead",
        N_("The last known value of {target} is {last} on {end}. Forecast for {goal}: {lines}."),
        {
            "target": str(recent.name),
            "last": short(first.last, unit),
            "end": str(end),
            "goal": str(goal),
            "lines": "; ".join(_goal(one, unit, say) for one in outlooks),
        },
    )


def backtest_alt(outlooks: Sequence[Outlook], unit: str, say: Say = str) -> Sentence:
    """The errors by steps ahead in words: at the first step and at the last."""
    scores = [backtest(one.ahead) for one in outlooks]
    lines = {one.label.name: score.rmse for one, score in zip(outlooks, scores, strict=True)}
    lines[say("naive line")] = scores[0].naive
    return Sentence(
        "alt_backtest",
        N_("RMSE from one step ahead to {steps} steps ahead: {lines}."),
        {
            "steps": len(scores[0].rmse),
            "lines": "; ".join(f"{name} {_way(values, unit)}" for name, values in lines.items()),
        },
    )


def period_alt(outlooks: Sequence[Outlook], unit: str, say: Say = str) -> Sentence:
    """The bars of the periods in which forecasts began in words."""
    return told_by_period(missed_by_origin(outlooks, unit, say), say)


def _goal(one: Outlook, unit: str, say: Say) -> str:
    told = f"{one.label.name} {short(float(one.ahead.predicted[-1]), unit)}"
    if one.band is None or not np.isfinite(one.band.low[-1]):
        return told
    words = say("{low} to {high} at {level}")
    low, high = (short(float(of[-1]), unit) for of in (one.band.low, one.band.high))
    return f"{told} ({words.format(low=low, high=high, level=Percent(one.band.level))})"


def _way(values: Floats, unit: str) -> str:
    return f"{short(float(values[0]), unit)} → {short(float(values[-1]), unit)}"
