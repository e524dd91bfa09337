"""How much of a gradient is left: against automatic differentiation of Keras' own cells, and by hand."""

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.cells.loops import LOOPS
from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.fading import EXPLODED, KEEPS, VANISHED, Fading, bound_of, fade
from rnn_core.lessons.memory.network import LENGTHS, Setup, draw_inputs, draw_weights, pass_forward

EVERY_CELL = pytest.mark.parametrize("cell", CELLS)
CASES = [
    ("SimpleRNN", "tanh"),
    ("SimpleRNN", "sigmoid"),
    ("SimpleRNN", "relu"),
    ("LSTM", "tanh"),
    ("GRU", "tanh"),
]


def random_setup(cell: str, activation: str, seed: int) -> Setup:
    chance = np.random.default_rng(seed)
    scale, bias = chance.uniform(0.3, 2.0), chance.uniform(0.0, 5.0)
    steps, units = chance.integers(5, 9), chance.integers(2, 7)
    return Setup(cell, int(steps), float(scale), float(bias), activation, int(units), seed)


def keras_jacobians(setup: Setup) -> tuple[np.ndarray, dict[str, np.ndarray], dict[str, np.ndarray]]:
    """h of all steps, and d h_T / d h_t and d c_T / d c_t by the distance, `(steps, units, units)` each."""
    import keras
    import tensorflow as tf

    options = {"activation": setup.activation} if setup.cell == "SimpleRNN" else {}
    cell = getattr(keras.layers, f"{setup.cell}Cell")(setup.units, dtype="float64", **options)
    cell.build((1, 1))
    cell.set_weights(draw_weights(setup))
    inputs = tf.constant(draw_inputs(setup)[:, None])
    states = [tf.zeros((1, setup.units), tf.float64) for _ in range(LOOPS[setup.cell].states)]
    after = []
    with tf.GradientTape(persistent=True) as tape:
        for x in inputs:
            # Each state is watched as a value of its own, so that h and c of a step are asked about apart.
            _, states = cell(x, states)
            states = [tf.identity(state) for state in (states if isinstance(states, list | tuple) else [states])]
            after.append(states)
    found = {}
    for place, name in enumerate("hc"[: len(states)]):
        rows = [tape.jacobian(states[place], one[place], experimental_use_pfor=False) for one in after[::-1]]
        found[name] = np.stack([np.asarray(row)[0, :, 0] for row in rows])
    return np.stack([np.asarray(one[0])[0] for one in after]), found.get("h"), found.get("c")


def size(jacobians: np.ndarray) -> np.ndarray:
    return np.sqrt((jacobians**2).sum(axis=(1, 2)) / jacobians.shape[1])


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("cell", "activation"), CASES)
def test_gradients_through_time_are_those_of_automatic_differentiation(cell: str, activation: str, seed: int) -> None:
    setup = random_setup(cell, activation, seed)
    hidden, of_h, of_c = keras_jacobians(setup)
    fading = fade(setup)
    np.testing.assert_allclose(pass_forward(setup).within["h"], hidden, rtol=0, atol=1e-6)
    np.testing.assert_allclose(fading.sizes, size(of_h), rtol=1e-5, atol=1e-12)
    assert (fading.kept is None) == (of_c is None)
    if of_c is not None:
        np.testing.assert_allclose(fading.kept, size(of_c), rtol=1e-5, atol=1e-12)


def test_a_simple_network_goes_forward_as_the_cell_does() -> None:
    setup = Setup("SimpleRNN", steps=20, scale=1.3)
    states = (np.zeros((1, setup.units)),)
    passed = LOOPS["SimpleRNN"].forward(draw_inputs(setup)[None], states, draw_weights(setup), None)
    np.testing.assert_allclose(pass_forward(setup).within["h"], passed.hidden[0], atol=1e-12)


def test_with_one_unit_the_gradient_is_a_product_done_by_hand() -> None:
    setup = Setup("SimpleRNN", steps=5, scale=0.7, units=1)
    h, u = pass_forward(setup).within["h"][:, 0], draw_weights(setup)[1][0, 0]
    by_hand = [1.0]
    for t in (4, 3, 2, 1):
        by_hand.append(abs(by_hand[-1] * (1 - h[t] ** 2) * u))
    np.testing.assert_allclose(fade(setup).sizes, by_hand)


@EVERY_CELL
def test_the_product_of_the_factors_is_what_arrives(cell: str) -> None:
    fading = fade(Setup(cell, bias=2.0))
    assert fading.sizes[0] == 1.0
    np.testing.assert_allclose(np.cumprod(fading.factors), fading.sizes[1:])
    assert fading.factor**fading.distance == pytest.approx(fading.sizes[-1])


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("scale", [0.1, 0.5, 1.0, 1.9])
def test_nothing_is_ever_larger_than_the_bound(activation: str, scale: float) -> None:
    setup = Setup("SimpleRNN", scale=scale, activation=activation)
    fading = fade(setup)
    assert fading.norm == pytest.approx(scale)
    assert (fading.sizes <= bound_of(setup) * (1 + 1e-9)).all()


def test_of_a_sigmoid_at_most_a_quarter_is_left_at_each_step() -> None:
    setup = Setup("SimpleRNN", steps=30, activation="sigmoid")
    np.testing.assert_allclose(bound_of(setup), 0.25 ** np.arange(30.0))


def test_a_larger_scale_makes_a_vanishing_gradient_an_exploding_one() -> None:
    sizes = [fade(Setup("SimpleRNN", scale=scale, seed=3)).sizes[-1] for scale in (0.5, 1.0, 2.0)]
    assert sizes[0] < sizes[1] < 0.01
    assert sizes[2] > 100


@pytest.mark.parametrize("cell", ["LSTM", "GRU"])
def test_an_open_gate_keeps_what_a_half_open_one_loses(cell: str) -> None:
    half, wide = (fade(Setup(cell, bias=bias, seed=3)) for bias in (0.0, 5.0))
    assert half.gate.mean() == pytest.approx(0.5, abs=0.02)
    assert wide.gate.mean() > 0.99
    assert half.sizes[-1] < 1e-6
    assert wide.sizes[-1] > 0.01


@pytest.mark.parametrize("bias", [0.0, 2.0, 5.0])
@pytest.mark.parametrize("scale", [0.1, 1.0, 2.0])
@pytest.mark.parametrize("cell", ["LSTM", "GRU"])
def test_the_direct_road_is_the_product_of_the_gate_alone_and_never_rises_above_1(cell, scale, bias) -> None:
    setup = Setup(cell, steps=60, scale=scale, bias=bias, seed=3)
    gate, road = pass_forward(setup).within[KEEPS[cell]], fade(setup).road
    for distance in range(60):
        by_hand = np.prod(gate[60 - distance :], axis=0)
        assert road[distance] == pytest.approx(np.sqrt((by_hand**2).mean()), rel=1e-9)
    assert road[0] == 1.0
    assert (np.diff(road) <= 0).all()


def test_of_an_lstm_the_direct_road_is_a_part_of_what_arrives_at_its_cell_state() -> None:
    fading = fade(Setup("LSTM", steps=60, bias=2.0, seed=3))
    assert fading.road[-1] == pytest.approx(0.00055, rel=0.01)
    assert fading.kept[-1] == pytest.approx(0.25, rel=0.01)
    assert fade(Setup("SimpleRNN")).road is None


def test_where_u_hands_on_nothing_the_direct_road_is_all_there_is() -> None:
    fading = fade(Setup("LSTM", steps=60, scale=0.0, bias=4.0))
    np.testing.assert_allclose(fading.road, fading.kept)


def test_what_the_page_says_is_to_be_noticed_is_so() -> None:
    """At the page's 60 steps, whichever random network is chosen."""
    ends = [fade(Setup("SimpleRNN", scale=2.0, seed=seed)).sizes[-1] for seed in range(1, 21)]
    assert np.mean(np.array(ends) > EXPLODED) > 0.5
    for seed in range(1, 21):
        assert fade(Setup("LSTM", bias=1.0, seed=seed)).sizes[-1] < VANISHED
        for cell in KEEPS:
            shut, wide = (fade(Setup(cell, bias=bias, seed=seed)).sizes[-1] for bias in (0.0, 5.0))
            assert shut < VANISHED < 0.1 < wide


def test_nothing_left_has_no_factor_and_breaks_nothing() -> None:
    fading = fade(Setup("SimpleRNN", steps=200, scale=0.1, activation="sigmoid"))
    assert isinstance(fading, Fading)
    assert np.isnan(fading.factors[-1])
    assert 0 < fading.factor < 0.025


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_longest_and_strongest_network_stays_a_number(activation: str) -> None:
    fading = fade(Setup("SimpleRNN", steps=LENGTHS[1], scale=2.0, activation=activation))
    assert np.isfinite(fading.sizes).all()
