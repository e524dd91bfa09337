"""Rivals of a network: simple forecasts of the same test rows, the linear model among them. Made once for all seeds."""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from rnn_core.forecast.baselines import baselines
from rnn_core.forecast.linear import ridge_forecast
from rnn_core.forecast.run import Baseline
from rnn_core.forecast.scaling import Scaled, by_own_size, known_before
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Floats, Parts
from rnn_core.forecast.windows import windows
from rnn_core.series import Series
from rnn_core.series.frequency import Frequency

# What of a spec decides only about the network, never about the rows and what is read and asked of them.
_NETWORK_ONLY = frozenset(
    {"cell", "units", "layers", "bidirectional", "attention", "dropout", "recurrent_dropout", "l2", "epochs"}
    | {"batch_size", "optimizer", "learning_rate", "loss", "schedule", "clip_norm", "patience", "seed"}
)
# Windows that are scaled one by one are copied: this many at most.
_MOST_COPIED = 100_000


def rivals_of(spec: ForecastSpec, series: Series, parts: Parts, scaled: Scaled) -> tuple[Baseline, ...]:
    """The baselines for `spec` on `series`; several networks on the same data share them."""
    data = f"{spec.model_dump_json(exclude=set(_NETWORK_ONLY))} {series.fingerprint}"
    made: tuple[Baseline, ...] = _made(_Question(data, parts, scaled, series.frequency))
    return made


@dataclass(frozen=True)
class _Question:
    """`data` names everything that decides the answer."""

    data: str
    parts: Parts = field(compare=False)
    scaled: Scaled = field(compare=False)
    frequency: Frequency = field(compare=False)


@lru_cache(maxsize=1)
def _made(question: _Question) -> tuple[Baseline, ...]:
    return baselines(question.parts, question.frequency, lambda: _linear(question.parts, question.scaled))


def _linear(parts: Parts, scaled: Scaled) -> Floats:
    """What ridge regression on the very windows that the network learnt from says of the test rows."""
    first = parts.train.start
    learnt = windows(scaled.inputs, parts.window)[first : first + parts.fit_windows]
    asked = scaled.target[first + parts.window : first + parts.window + parts.fit_windows, 0]
    test = windows(scaled.inputs, parts.window)[parts.test.start - parts.window : parts.test.stop - parts.window]
    if scaled.by_window:
        learnt, asked, test = by_own_size(learnt[-_MOST_COPIED:]), asked[-_MOST_COPIED:], by_own_size(test)
    said = ridge_forecast(learnt, asked, test)
    rows = np.arange(parts.test.start, parts.test.stop)
    chosen = np.isin(rows, parts.test_rows)
    known = known_before(parts, rows[chosen], own_size=scaled.terms.by_window)
    # The way back is made for all steps ahead, of which only the first is wanted.
    return scaled.terms.in_unit(np.repeat(said[chosen][:, None], parts.horizon, axis=1), known)[:, 0]
