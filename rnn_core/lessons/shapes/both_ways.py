"""A two-directional network that tags each day of a window with the next day's value: perfect inside, empty at the end.

Pure NumPy. Nothing is learnt: the weights are set by hand so that the backward half remembers what it read just before.
"""

from dataclasses import dataclass

import numpy as np

from rnn_core.judge import rmse
from rnn_core.lessons.shapes.network import Floats, Network, passed

VALUES: tuple[float, ...] = (3.0, 5.0, 4.0, 6.0, 2.0, 7.0, 5.0, 8.0)
SHORTEST, LONGEST = 3, len(VALUES) - 1


@dataclass(frozen=True)
class BothWays:
    """What the two halves hold at each day of the window, and what each kind of network says of the day after.

    `days` and `tomorrow` are `(days,)`: the values and what followed them. `forward` is `(days, 1)`: today; `backward`
    `(days, 2)`: today, and the day after as far as it was read. `two_ways` and `one_way` are what is said, `(days,)`.
    """

    days: Floats
    tomorrow: Floats
    forward: Floats
    backward: Floats
    two_ways: Floats
    one_way: Floats

    def error_inside(self, said: Floats) -> float:
        """The RMSE of `said` on all days whose next day lies in the window as well."""
        return rmse(self.tomorrow[:-1], said[:-1])

    def error_at_end(self, said: Floats) -> float:
        """How far `said` is off at the last day, whose next day is what a forecast is for."""
        return float(abs(said[-1] - self.tomorrow[-1]))


def forward_half() -> Network:
    """h' = x: it holds today, the best that it can say of tomorrow."""
    return Network(np.array([1.0]), np.zeros((1, 1)), np.zeros(1), np.array([1.0]))


def backward_half() -> Network:
    """The state is (today, what was read before today); read from the end, that is tomorrow."""
    return Network(np.array([1.0, 0.0]), np.array([[0.0, 1.0], [0.0, 0.0]]), np.zeros(2), np.array([0.0, 1.0]))


def both_ways(length: int) -> BothWays:
    """The first `length` days of VALUES as the window."""
    days = np.array(VALUES[:length])
    one, other = forward_half(), backward_half()
    forward = passed(one, days.tolist())
    backward = passed(other, days[::-1].tolist())[::-1]
    said = np.array([other.answer(h) for h in backward])
    naive = np.array([one.answer(h) for h in forward])
    return BothWays(days, np.array(VALUES[1 : length + 1]), forward, backward, said, naive)
