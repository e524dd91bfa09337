"""Rivals of a network: simple forecasts of the same test rows, the linear model among them. Made once for all seeds."""

import numpy as np

from rnn_core.forecast.baselines import baselines
from rnn_core.forecast.linear import ridge_forecast
from rnn_core.forecast.run import Baseline
from rnn_core.forecast.scaling import Scaled, by_own_size, known_before
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Floats, Parts
from rnn_core.forecast.windows import windows
from rnn_core.series import Series

# Windows that are scaled one by one are copied: at most so many numbers of those learnt from.
_MOST_COPIED = 20_000_000


# The last answer: trainings on the same data come one after another.
_last: dict[str, tuple[Baseline, ...]] = {}


def rivals_of(spec: ForecastSpec, series: Series, parts: Parts, scaled: Scaled) -> tuple[Baseline, ...]:
    """The baselines for `spec` on `series`; several networks on the same data share them."""
    question = f"{spec.data} {series.fingerprint}"
    if question not in _last:
        _last.clear()
        _last[question] = baselines(parts, series.frequency, lambda: _linear(parts, scaled))
    return _last[question]


def _linear(parts: Parts, scaled: Scaled) -> Floats:
    """What ridge regression on the very windows that the network learnt from says of the test rows."""
    first = parts.train.start
    learnt = windows(scaled.inputs, parts.window)[first : first + parts.fit_windows]
    asked = scaled.target[first + parts.window : first + parts.window + parts.fit_windows, 0]
    test = windows(scaled.inputs, parts.window)[parts.test.start - parts.window : parts.test.stop - parts.window]
    if scaled.by_window:
        most = max(2, _MOST_COPIED // learnt[0].size)
        learnt, asked = by_own_size(learnt[-most:]), asked[-most:]
    said = ridge_forecast(learnt, asked, test, prepare=by_own_size if scaled.by_window else None)
    rows = np.arange(parts.test.start, parts.test.stop)
    chosen = np.isin(rows, parts.test_rows)
    known = known_before(parts, rows[chosen], own_size=scaled.terms.by_window)
    # The way back is made for all steps ahead, of which only the first is wanted.
    return scaled.terms.in_unit(np.repeat(said[chosen][:, None], parts.horizon, axis=1), known)[:, 0]
