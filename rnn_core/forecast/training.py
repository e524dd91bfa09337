"""Training one network, and testing it on the rows that come after. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np

from rnn_core.forecast.events import OnEvent, StageBegan, ignore, never
from rnn_core.forecast.feed import Rows, test_windows, training_batches
from rnn_core.forecast.network import build_network, describe_network
from rnn_core.forecast.run import Floats, Run, Scores, SeriesFacts
from rnn_core.forecast.scaling import Scaled, scale
from rnn_core.forecast.seeds import seeded
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts, split
from rnn_core.forecast.versions import versions
from rnn_core.forecast.watch import Watch
from rnn_core.forecast.windows import thin
from rnn_core.judge import mae, mse, rmse
from rnn_core.series import Series

# Test windows are copied out of the series this many at a time.
_ROWS_AT_A_TIME = 512


def train(
    spec: ForecastSpec,
    series: Series,
    on_event: OnEvent = ignore,
    *,
    should_stop: Callable[[], bool] = never,
) -> Run:
    """Train the network of `spec` on `series` and predict its test part one step ahead.

    Deterministic: the same spec and series give the same numbers in every process of one thread.
    `should_stop` is asked several times a second; once it says yes, the run ends with what has been learnt so far.

    Raises:
        SpecError: the spec does not fit the series.
    """
    on_event(StageBegan("preparing"))
    parts = split(spec, series)
    with seeded(spec.seed):
        trained = _Trained(parts, scale(parts, spec.scaling), build_network(spec, parts.inputs.shape[1]))
        watch = Watch(
            batches=-(-parts.fit_windows // spec.batch_size),
            on_event=on_event,
            should_stop=should_stop,
            draw=lambda: tuple(trained.predict(thin(parts.test_windows)).tolist()),
        )
        _fit(spec, trained, watch, on_event)
    on_event(StageBegan("predicting"))
    return _run(spec, series, trained, watch)


@dataclass(frozen=True)
class _Trained:
    parts: Parts
    scaled: Scaled
    network: keras.Model

    def predict(self, rows: Rows) -> Floats:
        """Predictions of the test rows numbered `rows`, in the series' unit."""
        chunks = np.split(rows, range(_ROWS_AT_A_TIME, len(rows), _ROWS_AT_A_TIME))
        windows = (test_windows(self.parts, self.scaled, chunk) for chunk in chunks)
        return self.scaled.to_unit(np.concatenate([self.network.predict_on_batch(batch) for batch in windows]))


def _fit(spec: ForecastSpec, trained: _Trained, watch: Watch, on_event: OnEvent) -> None:
    batches, validation = training_batches(spec, trained.parts, trained.scaled)
    on_event(StageBegan("training"))
    # The batches come shuffled; Keras would say so if it were asked to.
    trained.network.fit(
        batches, epochs=spec.epochs, validation_data=validation, shuffle=False, verbose=0, callbacks=[watch]
    )


def _run(spec: ForecastSpec, series: Series, trained: _Trained, watch: Watch) -> Run:
    parts, seconds = trained.parts, watch.seconds
    test = parts.test_rows
    actual, naive = parts.target[test], parts.target[test - 1]
    predicted = trained.predict(np.arange(len(test)))
    if watch.lost:
        predicted = np.full(len(test), np.nan)
    return Run(
        key=spec.key(series),
        spec=spec,
        series=_facts(series, parts),
        layers=describe_network(trained.network),
        history=tuple(watch.history),
        dates=parts.dates[test].to_numpy("datetime64[s]"),
        actual=actual,
        predicted=predicted,
        naive=naive,
        scores=_scores(actual, predicted),
        naive_scores=_scores(actual, naive),
        train_windows=parts.train_windows,
        test_windows=parts.test_windows,
        seconds=seconds,
        stopped=watch.stopped,
        weights=tuple(trained.network.get_weights()),
        versions=versions(),
    )


def _facts(series: Series, parts: Parts) -> SeriesFacts:
    return SeriesFacts(
        name=series.name,
        unit=series.unit,
        target=parts.columns[0],
        rows=len(series.frame),
        fingerprint=series.fingerprint,
        receipt=series.receipt,
    )


def _scores(actual: Floats, predicted: Floats) -> Scores:
    return Scores(rmse=rmse(actual, predicted), mse=mse(actual, predicted), mae=mae(actual, predicted))
