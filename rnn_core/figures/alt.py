"""Each chart in one sentence, for those who cannot see it. Pure."""

from collections.abc import Sequence

import numpy as np

from rnn_core.figures.live import Learner, Rows
from rnn_core.figures.names import Trained, label_all
from rnn_core.figures.numbers import NONE, date_texts, short
from rnn_core.figures.scores_chart import score_bars
from rnn_core.figures.theme import Say
from rnn_core.forecast.run import Run
from rnn_core.series import Series
from rnn_core.words import N_, Sentence


def series_alt(series: Series, column: str) -> Sentence:
    """The series chart in words."""
    values = series.frame[column].dropna().to_numpy("float64")
    low, high, last = (values.min(), values.max(), values[-1]) if values.size else (np.nan,) * 3
    return Sentence(
        "alt_series",
        N_("{column} of {series} from {first} to {end}: lowest {low}, highest {high}, last {last}."),
        {
            "column": column,
            "series": series.name,
            **_ends(series.dates.to_numpy()),
            **{name: short(value, series.unit) for name, value in (("low", low), ("high", high), ("last", last))},
        },
    )


def comparison_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The comparison chart in words."""
    return Sentence(
        "alt_comparison",
        N_("Real and predicted {target} of {series} from {first} to {end}. RMSE: {scores}."),
        {
            "target": runs[0].series.target,
            "series": runs[0].series.name,
            **_ends(runs[0].dates),
            "scores": _scores(runs, say),
        },
    )


def scores_alt(runs: Sequence[Run], say: Say = str) -> Sentence:
    """The bars in words, the best first."""
    return Sentence("alt_scores", N_("RMSE, the smallest first: {scores}."), {"scores": _scores(runs, say)})


def losses_alt(trained: Sequence[Trained], say: Say = str) -> Sentence:
    """The loss curves in words: where each began and where it is."""
    lines = "; ".join(f"{label.name} {_way(one)}" for one, label in zip(trained, label_all(trained, say), strict=True))
    return Sentence("alt_losses", N_("Training loss from the first epoch to the last: {lines}."), {"lines": lines})


def live_alt(rows: Rows, learners: Sequence[Learner], say: Say = str) -> Sentence:
    """The live chart in words."""
    return Sentence(
        "alt_live",
        N_("Real {target} from {first} to {end}, and what these predict so far: {names}."),
        {
            "target": rows.target,
            **_ends(rows.dates),
            "names": ", ".join(label.name for label in label_all(learners, say)),
        },
    )


def _scores(runs: Sequence[Run], say: Say) -> str:
    return "; ".join(f"{bar.name} {short(bar.value, runs[0].series.unit)}" for bar in score_bars(runs, say))


def _way(one: Trained) -> str:
    losses = [done.loss for done in one.history]
    return f"{short(losses[0])} → {short(losses[-1])}" if losses else NONE


def _ends(dates: np.ndarray[tuple[int], np.dtype[np.datetime64]]) -> dict[str, str]:
    if not len(dates):
        return {"first": NONE, "end": NONE}
    first, end = date_texts(dates[[0, -1]])  # not of all dates, which may be a million
    return {"first": str(first), "end": str(end)}
