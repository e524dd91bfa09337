"""Tiny networks with weights set by hand, one for each shape but the one with two networks. Pure NumPy."""

from collections.abc import Sequence

import numpy as np

from rnn_core.lessons.shapes.network import Floats, Network, Running, Step, passed
from rnn_core.lessons.shapes.sentiment import Word

# How much of a mood is left after each further word.
KEPT = 0.9
WAVE_STEPS = 7


def thermometer() -> Network:
    """One to one: y = 1.8 x + 32; the loop is there, with a weight of zero."""
    return Network(np.array([1.8]), np.zeros((1, 1)), np.array([32.0]), np.array([1.0]))


def pendulum(period: float) -> Network:
    """One to many: U turns a state of two numbers, so that after `period` steps it is back where it was."""
    angle = 2 * np.pi / period
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return Network(np.array([1.0, 0.0]), turn, np.zeros(2), np.array([1.0, 0.0]))


def mood() -> Network:
    """Many to one: h' = tanh(x + 0.9 h), so that a late word counts more than an early one."""
    return Network(np.array([1.0]), np.array([[KEPT]]), np.zeros(1), np.array([1.0]), activation="tanh")


def change() -> Network:
    """Many to many: the state is (today, yesterday), and what is said is their difference."""
    return Network(np.array([1.0, 0.0]), np.array([[0.0, 1.0], [0.0, 0.0]]), np.zeros(2), np.array([1.0, -1.0]))


def one_to_one(celsius: float) -> Running:
    """Degrees Celsius in, degrees Fahrenheit out."""
    return Running("one_to_one", _every_step(thermometer(), [celsius]))


def one_to_many(height: float, period: float) -> Running:
    """One number in, a wave of that `height` out; `period` is in steps."""
    network = pendulum(period)
    states = passed(network, [height, *[0.0] * (WAVE_STEPS - 1)])
    reads = [height, *[None] * (WAVE_STEPS - 1)]
    steps = (Step(x, _plain(h), network.answer(h)) for x, h in zip(reads, states, strict=True))
    return Running("one_to_many", tuple(steps))


def many_to_one(words: Sequence[Word]) -> Running:
    """The words of a sentence in, one number for its mood out: from -1 (bad) to 1 (good)."""
    network = mood()
    states = passed(network, [word.value for word in words])
    steps = [Step(word.value, _plain(h), None, word.text) for word, h in zip(words, states, strict=True)]
    end = steps[-1]
    return Running("many_to_one", (*steps[:-1], Step(end.reads, end.state, network.answer(states[-1]), end.label)))


def many_to_many(values: Sequence[float]) -> Running:
    """Values in, at each step the change since the step before out; before the first one the state is zero."""
    return Running("many_to_many", _every_step(change(), values))


def _every_step(network: Network, inputs: Sequence[float]) -> tuple[Step, ...]:
    states = passed(network, inputs)
    return tuple(Step(x, _plain(h), network.answer(h)) for x, h in zip(inputs, states, strict=True))


def _plain(state: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in state)
