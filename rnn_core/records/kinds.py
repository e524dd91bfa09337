"""Kinds of work whose runs last: what each is made of, and what a list of runs says of it. Pure.

A new kind is an entry in KINDS; its spec, data and result are frozen values, which `document.py` can take apart.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rnn_core.errors import RecordError
from rnn_core.forecast.run import Run
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series
from rnn_core.spec import Spec
from rnn_core.text.examples import Examples
from rnn_core.text.made_data import MadeData
from rnn_core.text.passage import Passage
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.write.result import Written
from rnn_core.text.write.spec import WriteSpec

FORECAST = "forecast"


@dataclass(frozen=True)
class Facts:
    """What is known of a run before it has begun: the name of its data, their unit and source, and what it predicts.

    `searched` are further words by which it may be found.
    """

    data: str
    unit: str = ""
    target: str = ""
    source: str = ""
    origin: str = ""
    searched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measures:
    """How a run did; `nan` where there is no such number.

    `rmse`, `mae` and `naive_rmse` are those of a forecast. `against_naive` is the error divided by that of the simplest
    method, so that below 1 something was learnt. `score` is that of work with text: bits per character, or the share
    (0 to 1) of right answers.
    """

    against_naive: float = math.nan
    rmse: float = math.nan
    mae: float = math.nan
    naive_rmse: float = math.nan
    score: float = math.nan


@dataclass(frozen=True)
class Kind:
    """One kind of work: the types of its spec, data and result, and how `Facts` and `Measures` are told from them."""

    spec: type[Spec]
    data: type[Any]
    result: type[Any]
    facts: Callable[[Any, Any], Facts]
    measures: Callable[[Any], Measures]


def kind_of(name: str) -> Kind:
    """The kind called `name`.

    Raises:
        RecordError: this RNN Lab knows none of that name.
    """
    if name not in KINDS:
        raise RecordError(
            "unknown_kind",
            "This is a run of a kind that this RNN Lab does not know ({kind}). Update RNN Lab, then open it again.",
            kind=name[:40],
        )
    return KINDS[name]


def _facts_of_forecast(spec: ForecastSpec, series: Series) -> Facts:
    target = series.column(spec.target)
    receipt = series.receipt
    return Facts(series.name, series.unit, target, receipt.source, receipt.origin, searched=spec.inputs)


def _measures_of_forecast(run: Run) -> Measures:
    rmse, naive = run.scores.rmse, run.naive_scores.rmse
    return Measures(rmse / naive if naive > 0 else math.nan, rmse, run.scores.mae, naive)


def _facts_of_text(spec: WriteSpec | SentimentSpec, data: Passage | Examples) -> Facts:
    return Facts(data.name, origin=data.origin, searched=(spec.kind,))


def _facts_of_task(spec: RewriteSpec, _data: MadeData) -> Facts:
    return Facts(spec.what.title, target=spec.task, origin="built_in", searched=(spec.kind,))


def _measures_of_writing(run: Written) -> Measures:
    """Bits per held-out character, against those of the best table of counts."""
    best = min((one.bits for one in run.baselines), default=math.nan)
    return Measures(_share(run.held_out_bits, best), score=run.held_out_bits)


def _measures_of_judging(run: Judged) -> Measures:
    """The share of test texts judged wrong, against that of the best simple judge."""
    best = max((one.scores.accuracy for one in run.baselines), default=math.nan)
    return Measures(_share(1 - run.scores.accuracy, 1 - best), score=run.scores.accuracy)


def _measures_of_rewriting(run: Rewritten) -> Measures:
    """The share of questions answered wrong, against always saying the one answer that fits best."""
    return Measures(_share(1 - run.greedy.exact, 1 - run.usual.exact), score=run.greedy.exact)


def _share(error: float, simple: float) -> float:
    return error / simple if simple > 0 else math.nan


KINDS = {
    FORECAST: Kind(ForecastSpec, Series, Run, _facts_of_forecast, _measures_of_forecast),
    "write": Kind(WriteSpec, Passage, Written, _facts_of_text, _measures_of_writing),
    "sentiment": Kind(SentimentSpec, Examples, Judged, _facts_of_text, _measures_of_judging),
    "rewrite": Kind(RewriteSpec, MadeData, Rewritten, _facts_of_task, _measures_of_rewriting),
}
