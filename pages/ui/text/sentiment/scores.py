"""All scores of the networks and of the simple judges side by side, and which network is better than those."""

import math

import pandas as pd
import streamlit as st

from pages.ui.language import _, number, plain
from pages.ui.learn.notice import notice
from pages.ui.text.sentiment.looked import Looked
from pages.ui.text.sentiment.names import judge_name
from rnn_core.text.sentiment.comparison import Answer, Comparison
from rnn_core.text.sentiment.findings import among, chance_words
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.scores import Scores
from rnn_core.words import N_

_UNBROKEN = "{:.1f}\N{WORD JOINER}–\N{WORD JOINER}{:.1f}\N{NO-BREAK SPACE}%"
_ANSWERS: dict[Answer, str] = {
    "better": N_("yes ({chance})"),
    "not": N_("no, worse ({chance})"),
    "cannot_tell": N_("cannot be told ({chance})"),
}


def show(looked: Looked) -> None:
    """A table of scores, a table of comparisons, and what the scores mean."""
    scored = {plain(one.name): run.scores for one, run in zip(looked.names, looked.runs, strict=True)}
    scored |= {_(one.title): one.scores for one in looked.runs[0].baselines}
    # Two narrow tables: a phone would cut one wide one off.
    st.table(pd.DataFrame({name: _row(scores) for name, scores in scored.items()}).T)
    tried = len(looked.runs)
    better = {plain(one.name): _better(run, tried) for one, run in zip(looked.names, looked.runs, strict=True)}
    st.table(pd.DataFrame(better).T)
    with st.expander(_("What these scores mean")):
        _explain()


def _row(scores: Scores) -> dict[str, str]:
    low, high = scores.interval
    known = math.isfinite(low)
    return {
        _("Accuracy"): _percent(scores.accuracy),
        _("95 % interval"): _UNBROKEN.format(100 * low, 100 * high) if known else "–",
        _("Macro F1"): number(scores.macro_f1),
        _("Calibration error"): _percent(scores.calibration_error),
    }


def _percent(share: float) -> str:
    return f"{100 * share:.1f}\N{NO-BREAK SPACE}%" if math.isfinite(share) else "–"


def _better(run: Judged, tried: int) -> dict[str, str]:
    return {
        _("Better than: {judge}?", judge=judge_name(one)): "–" if run.lost else _answer(among(one.comparison, tried))
        for one in run.baselines
    }


def _answer(comparison: Comparison) -> str:
    return _(_ANSWERS[comparison.answer], chance=chance_words(comparison))


def _explain() -> None:
    notice(
        _(
            "A score alone says nothing: where nine of ten texts are praise, always saying “praise” is right for 90 %. "
            "So the simple judges stand in the same table."
        ),
        _(
            "**Accuracy** is how many test texts of a hundred are judged rightly; on other texts of the kind it would "
            "most likely lie in the **interval** (Wilson 1927)."
        ),
        _("**Macro F1** gives each label the same weight, however rare it is; 1 is perfect."),
        _(
            "**Calibration error** is how far the probabilities that are said lie from how often they come true "
            "(Guo et al. 2017); 0 is perfect."
        ),
        _(
            "**p** is how often a gap like this comes by chance between judges who are equally good (McNemar 1947, "
            "exact), times the number of networks that were tried. Below 0.05 we call it real."
        ),
    )
