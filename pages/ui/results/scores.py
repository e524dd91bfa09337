"""All scores of the networks, the naive line and the simple forecasts, side by side; each with its words and source."""

import math

import pandas as pd
import streamlit as st

from pages.ui.language import _, listed, number, plain, shown, tell
from pages.ui.results.result import Result
from rnn_core.figures.repeated import Repeated
from rnn_core.forecast.baselines import BASELINES
from rnn_core.forecast.in_common import common_baselines, common_naive, differing_baselines
from rnn_core.forecast.run import Run
from rnn_core.judge import SCORES, HitRate, Scores, ScoreWords
from rnn_core.series.safe_csv import safe_csv
from rnn_core.words import Percent

# Squared errors say nothing that their root does not, and fill a column.
_ORDER = ("rmse", "theils_u", "mae", "mape", "r2", "mase", "direction")
_COLUMNS = {name: SCORES[name] for name in _ORDER}
_IN_THE_FIRST = 4


def show(result: Result) -> None:
    """The table, what could not be made, what the scores mean, and the predictions to download."""
    scored = {network.label.name: network.middle.scores for network in result.networks}
    scored[_("Naive line")] = common_naive(result.runs)
    simple = common_baselines(result.runs)
    scored |= {_(one.title): one.scores for one in simple if one.scores}
    rows = pd.DataFrame({name: _row(scores, result.unit) for name, scores in scored.items()}).T
    # Two narrow tables: a phone would cut one wide one off.
    st.table(rows.iloc[:, :_IN_THE_FIRST])
    st.table(rows.iloc[:, _IN_THE_FIRST:])
    if any(len(network.runs) > 1 for network in result.networks):
        st.caption(_("Of several seeds, the middle one by RMSE stands for all."))
    for one in simple:
        if one.problem is not None:
            st.warning(f"{_(one.title)}: {tell(one.problem)}", icon=":material/warning:")
    if differing := differing_baselines(result.runs):
        names = listed(_(title) for title in differing)
        st.caption(
            _("Left out, as the networks were trained in different ways and each has its own: {names}.", names=names)
        )
    with st.expander(_("What these scores and lines mean")):
        st.markdown("\n".join(_meanings(result)))
    st.download_button(
        _("Download the predictions (CSV)"),
        data=lambda: safe_csv(_predictions(result), index=False).encode(),
        file_name="predictions.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(scores: Scores, unit: str) -> dict[str, str]:
    cells = {_title(words, unit): _cell(getattr(scores, name), words) for name, words in _COLUMNS.items()}
    base = shown(Percent(scores.direction.base)) if scores.direction else "–"
    return cells | {_("Always one way"): base}


def _title(words: ScoreWords, unit: str) -> str:
    return f"{_(words.title)} ({plain(unit)})" if words.unit == "series" and unit else _(words.title)


def _cell(value: float | HitRate | None, words: ScoreWords) -> str:
    match value:
        case None:
            return "–"
        case HitRate():
            return _direction(value)
        case float() if words.unit == "percent" and math.isfinite(value):
            return f"{number(100 * value)}\N{NO-BREAK SPACE}%"
    return number(value)


def _direction(hits: HitRate) -> str:
    return f"{shown(Percent(hits.rate))} ({100 * hits.low:.0f}–{100 * hits.high:.0f})"


def _meanings(result: Result) -> list[str]:
    scores = [f"- **{_(words.title)}**: {_(words.help)} ({plain(words.source)})" for words in _COLUMNS.values()]
    made = {one.name for one in common_baselines(result.runs)}
    lines = [
        f"- **{_(words.title)}**: {_(words.help)} ({plain(words.source)})"
        for name, words in BASELINES.items()
        if name in made
    ]
    return [*scores, *lines]


def _predictions(result: Result) -> pd.DataFrame:
    first = result.first
    columns = {"date": first.dates, "actual": first.actual, "naive": first.naive}
    columns |= {one.name: one.predicted for one in common_baselines(result.runs) if one.predicted is not None}
    runs = {name: run.predicted for network in result.networks for name, run in _named(network)}
    return pd.DataFrame({**columns, **runs})


def _named(network: Repeated) -> list[tuple[str, Run]]:
    name = network.label.name
    if len(network.runs) == 1:
        return [(name, network.runs[0])]
    return [(_("{name}, seed {seed}", name=name, seed=str(run.spec.seed)), run) for run in network.runs]
