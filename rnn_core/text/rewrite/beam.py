"""Beam search: the likeliest answers that a network knows, looked for along several at once. Pure NumPy.

The probability of an answer is that of all its letters and of ending there, and nothing else: longer answers get no
bonus and no letter is forgiven. Each letter makes an answer less likely, so a search is over as soon as no answer under
way is likelier than the best one that has ended. With one hypothesis it writes the likeliest letter each time: greedy.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rnn_core.cells.through_time import Array, Arrays
from rnn_core.text.rewrite.signs import BORDER, Numbers

NextLetters = Callable[[Arrays, Numbers], tuple[Array, Arrays]]
"""From states, arrays with a row a hypothesis, and the letters last written: log probabilities `(n, signs)`, states."""


@dataclass(frozen=True)
class Hypothesis:
    """An answer by numbers of letters, without its end, and the logarithm of its probability.

    One that has not `ended` was cut off: as it stands, its end is not in its probability.
    """

    letters: tuple[int, ...]
    log_probability: float
    ended: bool


def beam_search(step: NextLetters, begin: Arrays, *, width: int, most: int) -> list[Hypothesis]:
    """The answers found along `width` hypotheses, of `most` letters at most: those that ended, the likeliest first.

    `begin` are the first states, one row. If none ended, those that were cut off.
    """
    ended: list[Hypothesis] = []
    open_: list[Hypothesis] = [Hypothesis((), 0.0, False)]
    states = begin
    for written in range(most + 1):
        last = np.array([one.letters[-1] if one.letters else BORDER for one in open_], np.int32)
        log_probabilities, states = step(states, last)
        best = _best(open_, log_probabilities, width)
        ended += [_after(open_[row], sign, value) for row, sign, value in best if sign == BORDER]
        going = [(row, sign, value) for row, sign, value in best if sign != BORDER]
        # An answer of `most` letters needs one more step to end; those that go on then are cut off before it.
        if not going or written == most:
            break
        open_ = [_after(open_[row], sign, value) for row, sign, value in going]
        if _is_over(ended, open_):
            break
        states = tuple(one[[row for row, _, _ in going]] for one in states)
    return sorted(ended or open_, key=lambda one: -one.log_probability)


def _best(open_: list[Hypothesis], log_probabilities: Array, width: int) -> list[tuple[int, int, float]]:
    """The `width` likeliest of all next steps: the row that it goes on from, the sign, the logarithm in all."""
    before = np.array([one.log_probability for one in open_])[:, None]
    total = (before + log_probabilities).ravel()
    # A stable order, so that of two that are equally likely the same is taken as by `argmax`.
    order = np.argsort(-total, kind="stable")[:width]
    signs = log_probabilities.shape[1]
    return [(int(place) // signs, int(place) % signs, float(total[place])) for place in order]


def _after(one: Hypothesis, sign: int, log_probability: float) -> Hypothesis:
    letters = one.letters if sign == BORDER else (*one.letters, sign)
    return Hypothesis(letters, log_probability, sign == BORDER)


def _is_over(ended: list[Hypothesis], open_: list[Hypothesis]) -> bool:
    likeliest = max((one.log_probability for one in ended), default=-np.inf)
    return likeliest >= max(one.log_probability for one in open_)
