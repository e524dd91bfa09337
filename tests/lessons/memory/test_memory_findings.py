"""What is said of gradients and of clipping follows from the numbers alone."""

import itertools

import numpy as np
import pytest

from rnn_core.cells import CELLS
from rnn_core.lessons.memory.clipping import descend
from rnn_core.lessons.memory.clipping_findings import gradient_at_start, slope_again, with_clipping, without_clipping
from rnn_core.lessons.memory.fading import EXPLODED, VANISHED, Fading, fade
from rnn_core.lessons.memory.findings import findings, reach, reasons
from rnn_core.lessons.memory.magnitudes import magnitude
from rnn_core.lessons.memory.network import Setup


def fading(factor: float, steps: int = 31) -> Fading:
    sizes = factor ** np.arange(float(steps))
    setup = Setup("SimpleRNN", steps=steps)
    return Fading(setup, sizes, np.full(steps, 0.8), np.zeros(steps), 1.0)


@pytest.mark.parametrize(("factor", "code"), [(0.5, "vanishes"), (0.95, "stays"), (1.05, "stays"), (1.5, "explodes")])
def test_what_became_of_a_gradient_is_told_by_what_is_left(factor: float, code: str) -> None:
    (found,) = findings([fading(factor)])
    assert found.code == code


def test_what_vanishes_is_told_with_its_factor_its_reach_and_what_is_left() -> None:
    half = fading(0.5)
    assert reach(half) == 7  # 0.5^7 = 0.0078
    said = str(findings([half])[0]).replace("\N{NO-BREAK SPACE}", " ")
    assert "multiplies it by about 0.500" in said
    assert "after 7 steps less than a hundredth is left, after 30 steps 9.31 × 10⁻¹⁰" in said


def test_each_cell_has_its_own_reason() -> None:
    said = reasons([fade(Setup(cell, bias=2.0)) for cell in CELLS])
    assert {one.code for one in said} == {"why_lstm_shut", "why_gru", "why_simple"}
    told = " ".join(map(str, said)).replace("\N{NO-BREAK SPACE}", " ")
    assert "the forget gate is open by 88 %" in told
    assert "keeps 88 % of each state" in told
    assert "never above 1. So no step can hand on more than 1.00" in told


def test_the_road_is_told_apart_from_all_ways_together() -> None:
    by_bias = {bias: str(reasons([fade(Setup("LSTM", bias=bias, scale=2.0, seed=3))])[0]) for bias in (2.0, 5.0)}
    assert "which leaves 6.63 × 10⁻⁴ over 59 steps" in by_bias[2.0].replace("\N{NO-BREAK SPACE}", " ")
    assert "0.686 is left on it over 59 steps" in by_bias[5.0]
    assert "By all ways together, those through U among them, the gradient at c is 135 times" in by_bias[5.0]


@pytest.mark.parametrize("seed", [3, 6, 13])
@pytest.mark.parametrize("steps", [5, 60, 200])
def test_no_two_sentences_contradict_each_other_wherever_the_sliders_stand(steps: int, seed: int) -> None:
    for cell, scale, bias in itertools.product(("LSTM", "GRU"), (0.1, 0.5, 1.0, 1.5, 2.0), (0.0, 1.0, 2.0, 3.0, 5.0)):
        sent = fade(Setup(cell, steps, scale, bias, seed=seed))
        ((became,), (why,)) = findings([sent]), reasons([sent])
        size, told = sent.sizes[-1], str(why)
        assert became.code == ("vanishes" if size < VANISHED else "explodes" if size > EXPLODED else "stays")
        assert not ("hands on little" in told and became.code != "vanishes")
        assert not ("hands on little, but" in told and sent.road[-1] < VANISHED)
        assert sent.road[-1] <= 1
        assert magnitude(sent.road[-1]) in told
        together = sent.sizes if sent.kept is None else sent.kept
        assert f" is {magnitude(together[-1])} times what it was." in told


def test_the_bound_of_the_sigmoid_is_said() -> None:
    (said,) = reasons([fade(Setup("SimpleRNN", activation="sigmoid"))])
    assert "never above 0.25. So no step can hand on more than 0.250." in str(said)
    assert "9.54 × 10⁻⁷" in str(slope_again("sigmoid", 0.0)).replace("\N{NO-BREAK SPACE}", " ")


def test_the_cliff_is_told_step_by_step() -> None:
    free, held = (descend(1.3, 12, rate=0.02, limit=limit) for limit in (None, 1.0))
    assert "w to the power of 11 is in it" in str(gradient_at_start(free, 12))
    assert "step 1 throws w from 1.30 to −96.8" in str(without_clipping(free, 12))
    assert "Clipped at 1.00, 17 of 40 gradients are cut; w is at 0.944" in str(with_clipping(held, 12, 1.0))
    assert with_clipping(descend(1.5, 30, rate=0.05, limit=1000.0), 30, 1000.0).code == "limit_too_wide"
    assert without_clipping(descend(0.7, 12, rate=0.02, limit=None), 12).code == "came_through"
