"""The memory task, trained on the spot: one network, the equations of `rnn_core/cells`, Adam. NumPy alone.

Law: all cells learn by the same optimizer, in as many steps, from the same sequences.
"""

import time
from collections.abc import Callable

import numpy as np

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array, Arrays, Passed
from rnn_core.lessons.memory.recall_result import Practised, Recalled
from rnn_core.lessons.memory.recall_spec import BATCH, STEPS_A_ROUND, RecallSpec
from rnn_core.lessons.memory.recall_start import start_weights
from rnn_core.lessons.memory.recall_task import Sequences, draw

TESTS = 1000
# So often right, in so many rounds one after the other, and there is nothing left to learn.
_SOLVED, _IN_A_ROW = 0.99, 2
_LARGEST_GRADIENT = 1.0
# Adam's numbers (Kingma and Ba 2015), as Keras has them.
_MEAN, _SQUARE, _EPSILON = 0.9, 0.999, 1e-7


def train(
    spec: RecallSpec,
    on_event: Callable[[Practised], None] = lambda _: None,
    *,
    should_stop: Callable[[], bool] = lambda: False,
) -> Recalled:
    """Train one network until it has solved the task, its rounds are over, or `should_stop`; tell of each round."""
    began = time.perf_counter()
    # Three streams, so that all cells of a seed learn from the same sequences.
    weights_rng, sequences_rng, test_rng = (np.random.default_rng([spec.seed, stream]) for stream in range(3))
    learner = Learner(spec, start_weights(spec, weights_rng))
    history: list[Practised] = []
    stopped = False
    while len(history) < spec.epochs and not _is_solved(history) and not (stopped := should_stop()):
        accuracy, loss = _round(learner, spec.distance, sequences_rng)
        done = Practised(len(history) + 1, accuracy, loss, time.perf_counter() - began)
        history.append(done)
        on_event(done)
    accuracy = learner.accuracy(draw(test_rng, TESTS, spec.distance))
    seconds = time.perf_counter() - began
    return Recalled(spec, tuple(history), accuracy, seconds, _is_solved(history), stopped)


class Learner:
    """A network of one cell with one output, and how Adam has moved its `weights` so far."""

    def __init__(self, spec: RecallSpec, weights: Arrays) -> None:
        self.weights = weights
        self._spec, self._loop = spec, LOOPS[spec.cell]
        self._means = [np.zeros_like(one) for one in weights]
        self._squares = [np.zeros_like(one) for one in weights]
        self._steps = 0

    def accuracy(self, sequences: Sequences) -> float:
        """The share of `sequences` (0 to 1) whose symbol it tells."""
        return _share_right(self._answer(self._pass(sequences)), sequences)

    def learn(self, sequences: Sequences) -> tuple[float, float]:
        """One step; accuracy and loss on `sequences`, as they were before it."""
        passed = self._pass(sequences)
        answers = self._answer(passed)
        self._move(self._gradients(passed, answers, sequences))
        return _share_right(answers, sequences), _cross_entropy(answers, sequences)

    def _pass(self, sequences: Sequences) -> Passed:
        nothing = np.zeros((len(sequences.inputs), self._spec.units), np.float32)
        return self._loop.forward(sequences.inputs, (nothing,) * self._loop.states, self.weights[:3], None)

    def _answer(self, passed: Passed) -> Array:
        """How sure it is of the symbol 1, `(count, 1)`: above 0 it says 1."""
        answers: Array = passed.states[0] @ self.weights[3] + self.weights[4]
        return answers

    def _gradients(self, passed: Passed, answers: Array, sequences: Sequences) -> Arrays:
        """Of the mean cross entropy with respect to all weights."""
        hidden = passed.states[0]
        # The logistic function by tanh cannot overflow.
        d_answers = (0.5 + 0.5 * np.tanh(answers / 2) - sequences.symbols) / len(answers)
        d_states = (d_answers @ self.weights[3].T, *(np.zeros_like(hidden) for _ in passed.states[1:]))
        of_cell = self._loop.backward(None, d_states, passed.saved, self.weights[:3], None)
        return *of_cell.weights, hidden.T @ d_answers, d_answers.sum(axis=0)

    def _move(self, gradients: Arrays) -> None:
        """One step of Adam along `gradients`, together no longer than `_LARGEST_GRADIENT`."""
        self._steps += 1
        length = float(np.sqrt(sum(float(np.vdot(one, one)) for one in gradients)))
        shrink = min(1.0, _LARGEST_GRADIENT / length) if length > 0 else 1.0
        rate = self._spec.learning_rate * np.sqrt(1 - _SQUARE**self._steps) / (1 - _MEAN**self._steps)
        for weight, gradient, mean, square in zip(self.weights, gradients, self._means, self._squares, strict=True):
            clipped = gradient * np.float32(shrink)
            mean[...] += (1 - _MEAN) * (clipped - mean)
            square[...] += (1 - _SQUARE) * (clipped * clipped - square)
            weight[...] -= np.float32(rate) * mean / (np.sqrt(square) + _EPSILON)


def _round(learner: Learner, distance: int, rng: np.random.Generator) -> tuple[float, float]:
    """Accuracy and loss over `STEPS_A_ROUND` steps."""
    found = [learner.learn(draw(rng, BATCH, distance)) for _ in range(STEPS_A_ROUND)]
    accuracy, loss = np.mean(found, axis=0)
    return float(accuracy), float(loss)


def _is_solved(history: list[Practised]) -> bool:
    last = history[-_IN_A_ROW:]
    return len(last) == _IN_A_ROW and all(done.accuracy >= _SOLVED for done in last)


def _share_right(answers: Array, sequences: Sequences) -> float:
    return float(np.mean((answers > 0) == (sequences.symbols > 0)))


def _cross_entropy(answers: Array, sequences: Sequences) -> float:
    signs = 2 * sequences.symbols - 1
    return float(np.mean(np.logaddexp(0, -signs * answers)))
