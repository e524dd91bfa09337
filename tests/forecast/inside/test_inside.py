"""A finished run goes over its test rows again: it says what it said, and its derivatives are those of Keras."""

from dataclasses import replace
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rnn_core.errors import RecordError
from rnn_core.forecast.inside import Inside
from rnn_core.forecast.inside.network import network_of
from rnn_core.forecast.network import build_network
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.scaling import known_before
from tests.forecast.forecast_series import wave
from tests.forecast.inside.trained import SERIES, SPECS, spec_of, trained
from tests.made_up_runs import made_up_run


def all_places(inside: Inside) -> Any:
    return np.arange(len(inside.rows))


@pytest.mark.parametrize("name", SPECS)
def test_weights_lead_to_the_predictions_of_the_run(name: str) -> None:
    inside = Inside.of(trained(name), SERIES)
    assert inside.predict(all_places(inside)) == pytest.approx(trained(name).predicted, rel=1e-5)


def test_every_form_of_the_target_is_tried() -> None:
    assert {spec_of(name).predict for name in SPECS} == set(PREDICTS)


def in_double_precision(name: str, windows: Any) -> tuple[Any, Any, Any, Any]:
    """What the network of a run says of `windows`, and its derivatives: Keras' and ours."""
    spec, weights = spec_of(name), [array.astype("float64") for array in trained(name).weights]
    kept = keras.config.floatx()
    keras.config.set_floatx("float64")
    # Else the policy that was asked for first, in single precision, would go on.
    keras.config.set_dtype_policy("float64")
    try:
        network = build_network(spec, windows.shape[2])
        network.set_weights(weights)
        inputs = tf.constant(windows)
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            said = network(inputs, training=False)
            first = tf.reduce_sum(said[:, 0])
        slopes = tape.gradient(first, inputs).numpy()
    finally:
        keras.config.set_floatx(kept)
        keras.config.set_dtype_policy(kept)
    ours = network_of(spec, windows.shape[2], weights)
    walked = ours.forward(windows)
    towards = np.zeros_like(walked.output)
    towards[:, 0] = 1
    return said.numpy(), slopes, walked.output, ours.backward(walked, towards)


@pytest.mark.parametrize("name", SPECS)
def test_the_way_back_agrees_with_automatic_differentiation(name: str) -> None:
    inside = Inside.of(trained(name), SERIES)
    said, slopes, our_words, ours = in_double_precision(name, inside.windows([0, 4, 9]).astype("float64"))
    assert our_words == pytest.approx(said, rel=1e-9)
    assert np.abs(ours - slopes).max() < 1e-9 * np.abs(slopes).max()


@pytest.mark.parametrize("name", SPECS)
def test_saliency_is_how_far_a_prediction_moves_with_an_input(name: str) -> None:
    """Held against a look with more digits: the saliency itself counts in single precision."""
    inside = Inside.of(trained(name), SERIES)
    places = [2, 7]
    _, slopes, _, _ = in_double_precision(name, inside.windows(places).astype("float64"))
    exact = network_of(spec_of(name), slopes.shape[2], [one.astype("float64") for one in trained(name).weights])
    nudged = exact.forward(inside.windows(places).astype("float64")).output
    rates = [_in_unit(inside, places, nudged + step) for step in (1e-4, -1e-4)]
    rate = (rates[0] - rates[1]) / 2e-4
    expected = slopes * rate[:, None, None]
    assert np.abs(inside.saliency(places) - expected).max() < 1e-5 * np.abs(expected).max()


def _in_unit(inside: Inside, places: list[int], said: Any) -> Any:
    terms = inside.scaled.terms
    return terms.in_unit(said, known_before(inside.parts, inside.rows[places], own_size=terms.by_window))[:, 0]


def test_windows_hold_what_was_known_before_each_test_row() -> None:
    inside = Inside.of(trained("an LSTM"), SERIES)
    row = int(inside.rows[3])
    assert inside.windows([3]).shape == (1, 8, 1)
    assert inside.window_values(3).tolist() == SERIES.frame["value"].to_numpy()[row - 8 : row].tolist()
    assert inside.window_dates(3)[-1] == inside.dates[2]


def test_a_window_by_itself_is_read_with_mean_0_and_spread_1() -> None:
    inside = Inside.of(trained("each window by itself"), SERIES)
    read = inside.read([0, 1])
    assert inside.windows([0])[0, :, 0] == pytest.approx(inside.window_values(0))
    assert (read.mean(axis=1), read.std(axis=1)) == (pytest.approx(0, abs=1e-6), pytest.approx(1))


def test_a_walk_shows_each_layer_and_direction_in_its_own_order() -> None:
    name = "two directions, three layers"
    walk = Inside.of(trained(name), SERIES).walk(5)
    assert [one["h"].shape for one in walk] == [(8, 5)] * 6
    alone = Inside.of(trained("two directions, two columns"), SERIES)
    forward, back = alone.walk(5)
    dense = alone.network.layers[-1]
    said = dense.forward(np.concatenate([forward["h"][-1], back["h"][-1]])[None]).output
    walked = alone.network.forward(alone.windows([5]))
    assert said == pytest.approx(walked.output)


def test_many_windows_go_through_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = Inside.of(trained("a GRU"), SERIES)
    whole = inside.predict(all_places(inside)), inside.saliency(all_places(inside))
    monkeypatch.setattr("rnn_core.forecast.inside.inside._MOST_NUMBERS", 600)
    pieces = inside.predict(all_places(inside)), inside.saliency(all_places(inside))
    assert pieces[0] == pytest.approx(whole[0])
    assert pieces[1] == pytest.approx(whole[1], rel=1e-4, abs=1e-6)


def test_a_large_network_is_looked_at_in_fewer_places(monkeypatch: pytest.MonkeyPatch) -> None:
    inside = Inside.of(trained("a GRU"), SERIES)
    assert len(inside.looked_at()) == len(inside.rows) == 28
    monkeypatch.setattr("rnn_core.forecast.inside.inside._LEAST_LOOKED_AT", 4)
    monkeypatch.setattr("rnn_core.forecast.inside.inside._MOST_WORK", 1)
    assert inside.looked_at().tolist() == [0, 9, 18, 27]


def code_of(run: Any, series: Any = SERIES) -> str:
    with pytest.raises(RecordError) as refused:
        Inside.of(run, series)
    return refused.value.code


def test_a_run_without_weights_cannot_be_looked_into() -> None:
    run = trained("an LSTM")
    assert code_of(replace(run, weights=())) == "no_weights"
    assert code_of(replace(run, weights=run.weights[:-1])) == "other_weights"
    assert code_of(replace(run, weights=(run.weights[0] * np.nan, *run.weights[1:]))) == "lost_weights"
    assert code_of(replace(run, history=())) == "nothing_learnt"


@pytest.mark.parametrize("name", ["an LSTM", "a change", "each window by itself"])
def test_weights_of_another_network_are_refused(name: str) -> None:
    run = trained(name)
    assert code_of(replace(run, weights=tuple(array * 1.1 for array in run.weights))) == "other_predictions"
    assert code_of(replace(run, predicted=run.naive + np.nan)) == "other_predictions"


def test_a_run_that_nobody_trained_and_another_series_are_refused() -> None:
    spec = spec_of("an LSTM")
    assert code_of(made_up_run(spec, SERIES, 1.0)) == "no_weights"
    assert code_of(trained("an LSTM"), wave(150)) == "other_test_rows"
