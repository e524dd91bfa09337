"""Training one network, and testing it on the rows that come after. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np
import tensorflow as tf

from rnn_core.cells import Choice, choose_layers
from rnn_core.forecast.ahead import Forecaster, look_ahead
from rnn_core.forecast.callbacks import best_epoch, callbacks_of
from rnn_core.forecast.feed import Rows, feeds_of, windows_before
from rnn_core.forecast.learner import Learner
from rnn_core.forecast.learners import learner_for
from rnn_core.forecast.network import build_network, describe_network
from rnn_core.forecast.rivals import rivals_of
from rnn_core.forecast.run import FRAME_ROWS, Floats, Forecasts, Run, SeriesFacts
from rnn_core.forecast.scaling import Scaled, known_before, scale
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts, split
from rnn_core.forecast.watch import CurveWatch
from rnn_core.forecast.windows import thin
from rnn_core.judge import score
from rnn_core.judge.spread import spread
from rnn_core.learning.events import OnEvent, StageBegan, ignore, never
from rnn_core.learning.fitting import fit
from rnn_core.learning.model_file import model_file
from rnn_core.learning.seeds import seeded
from rnn_core.learning.versions import versions
from rnn_core.series import Series

# Windows are copied out of the series this many at a time.
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
    batches = -(-parts.fit_windows // spec.batch_size)
    choice = _choose(spec)
    learner = learner_for(spec, parts.inputs.shape[1], batches=batches, choice=choice)
    with seeded(spec.seed):
        network = build_network(spec, parts.inputs.shape[1], batches=batches)
        trained = _Trained(parts, scale(parts, spec), learner)
        learner.begin(network, None if spec.schedule == "cosine" else spec.learning_rate)
        shown = parts.test_rows[thin(parts.test_windows, FRAME_ROWS)]
        watch = CurveWatch(
            epochs=spec.epochs,
            batches=batches,
            on_event=on_event,
            should_stop=should_stop,
            draw=lambda: tuple(trained.predict(shown).tolist()),
        )
        best = _fit(spec, trained, watch, on_event)
    on_event(StageBegan("predicting"))
    # What is kept is a network of Keras' own layers, whichever did the work.
    network.set_weights(learner.network.get_weights())
    return _run(spec, series, _Result(trained, network, choice), watch, best)


def _choose(spec: ForecastSpec) -> Choice:
    gpu = bool(tf.config.list_physical_devices("GPU"))
    return choose_layers(spec.cell, units=spec.units, window=spec.window, batch_size=spec.batch_size, gpu=gpu)


@dataclass(frozen=True)
class _Trained:
    parts: Parts
    scaled: Scaled
    learner: Learner

    def predict(self, rows: Rows) -> Floats:
        """One-step predictions of `rows`, in the series' unit."""
        known = known_before(self.parts, rows, own_size=self.scaled.terms.by_window)
        chunks = np.split(rows, range(_ROWS_AT_A_TIME, len(rows), _ROWS_AT_A_TIME))
        said = [self.learner.say(windows_before(self.parts, self.scaled, chunk)) for chunk in chunks]
        return self.scaled.terms.in_unit(np.concatenate(said), known)[:, 0]


@dataclass(frozen=True)
class _Result:
    """What training left: who learnt, the same as a `network` of Keras' own layers, and the `choice` of layers."""

    trained: _Trained
    network: keras.Model
    choice: Choice


def _fit(spec: ForecastSpec, trained: _Trained, watch: CurveWatch, on_event: OnEvent) -> int:
    """Train; the epoch (counted from 1) whose weights the network has in the end."""
    feed, kept_back = feeds_of(spec, trained.parts, trained.scaled)
    on_event(StageBegan("training"))
    more = callbacks_of(spec)
    fit(trained.learner, feed, kept_back=kept_back, epochs=spec.epochs, callbacks=[watch, *more])
    return best_epoch(more, len(watch.history))


def _run(spec: ForecastSpec, series: Series, result: _Result, watch: CurveWatch, best: int) -> Run:
    trained, seconds = result.trained, watch.seconds
    parts, lost = trained.parts, watch.lost(best)
    test, kept_back = (_forecasts(trained, rows, lost=lost) for rows in (parts.test_rows, parts.validation_rows))
    rivals = rivals_of(spec, series, parts, trained.scaled)
    forecaster = Forecaster(parts, trained.scaled, trained.learner.say, series.frequency)
    return Run(
        key=spec.key(series),
        spec=spec,
        series=_facts(series, parts),
        layers=describe_network(result.network),
        history=tuple(watch.history),
        dates=test.dates,
        actual=test.actual,
        predicted=test.predicted,
        naive=test.naive,
        spread=test.spread,
        scores=score(test.actual, test.predicted, test.naive, train_step=parts.train_step),
        naive_scores=score(test.actual, test.naive, test.naive, train_step=parts.train_step),
        train_mean=parts.train_mean,
        train_step=parts.train_step,
        kept_back=kept_back,
        baselines=rivals,
        frames=tuple(watch.frames),
        # Who presses Stop does not want to wait for more.
        ahead=() if lost or watch.stopped else look_ahead(forecaster),
        train_windows=parts.train_windows,
        test_windows=parts.test_windows,
        best_epoch=best,
        seconds=seconds,
        stopped=watch.stopped,
        weights=tuple(result.network.get_weights()),
        versions=versions(),
        layer_choice=result.choice,
        model_file=model_file(result.network),
    )


def _forecasts(trained: _Trained, rows: Rows, *, lost: bool) -> Forecasts:
    parts = trained.parts
    nothing = np.full(len(rows), np.nan)
    return Forecasts(
        dates=parts.dates[rows].to_numpy("datetime64[s]"),
        actual=parts.target[rows],
        predicted=nothing if lost or not len(rows) else trained.predict(rows),
        naive=parts.target[rows - 1],
        spread=spread(parts.target)[rows],
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
