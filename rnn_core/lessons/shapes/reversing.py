"""Many to many of unequal length: an encoder keeps a list in its state, and a decoder says it back. Pure NumPy.

The state is a row of places. The encoder puts what it reads into the first one and pushes the rest on by one place;
what is pushed out of the last is gone. The decoder says the first one and pulls the rest back: the list comes out
reversed.
"""

from collections.abc import Sequence

import numpy as np

from rnn_core.lessons.shapes.network import Floats, Network, Running, Step, passed


def encoder(room: int) -> Network:
    """h' = W x + U h with U pushing each of `room` numbers on by one place; it says nothing."""
    return Network(_first(room), np.eye(room, k=1), np.zeros(room), np.zeros(room))


def decoder(room: int) -> Network:
    """y = h[0], and h' = U h with U pulling each number back by one place; it reads nothing."""
    return Network(np.zeros(room), np.eye(room, k=-1), np.zeros(room), _first(room))


def reversing(values: Sequence[float], *, asked: int, room: int) -> Running:
    """Read `values` with a state of `room` numbers, then say the last `asked` of them, the latest first.

    What was asked for beyond the length of `values` should be 0.
    """
    states = passed(encoder(room), values)
    read = [Step(x, tuple(h.tolist()), None) for x, h in zip(values, states, strict=True)]
    wanted = [*reversed(values), *[0.0] * asked][:asked]
    return Running("unequal", (*read, *_said(states[-1], asked)), tuple(wanted))


def _said(handed_over: Floats, asked: int) -> list[Step]:
    """The decoder's first step speaks from what the encoder hands over, each later one after a pull."""
    network = decoder(len(handed_over))
    states = np.vstack([handed_over[None], passed(network, [0.0] * (asked - 1), handed_over)])
    return [Step(None, tuple(h.tolist()), network.answer(h), decodes=True) for h in states]


def _first(room: int) -> Floats:
    return np.array([1.0] + [0.0] * (room - 1))
