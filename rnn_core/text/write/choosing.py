"""How the next symbol is drawn from what an author says of it: temperature, top-k, top-p. Pure functions.

They are taken in this order, as is usual: the temperature bends the probabilities, then the unlikely are left out.
"""

from typing import Annotated

import numpy as np
import numpy.typing as npt
from annotated_types import Ge, Le

from rnn_core.spec import Spec
from rnn_core.text.vocabulary import PADDING, UNKNOWN
from rnn_core.text.write.author import Probabilities


class Manner(Spec):
    """How bold a text is written.

    `temperature` 0 takes the likeliest symbol always, 1 leaves probabilities as they are, more evens them out. `top_k`
    lets only so many symbols have a chance (0: all), `top_p` only the likeliest that together hold such a share.
    """

    temperature: Annotated[float, Ge(0.0), Le(2.0)] = 0.7
    top_k: Annotated[int, Ge(0), Le(100)] = 0
    top_p: Annotated[float, Ge(0.05), Le(1.0)] = 1.0


def chances(probabilities: Probabilities, manner: Manner) -> Probabilities:
    """The chance of each symbol to be drawn; padding and the unknown have none."""
    bent = with_temperature(known_only(probabilities), manner.temperature)
    return within_share(most_likely(bent, manner.top_k), manner.top_p)


def known_only(probabilities: Probabilities) -> Probabilities:
    """The same without padding and the unknown, which stand for no symbol that could be written."""
    known = probabilities.copy()
    known[[PADDING, UNKNOWN]] = 0
    if not known.any():
        # An author who is sure of the unknown alone says nothing of the others.
        known[UNKNOWN + 1 :] = 1
    return _whole(known)


def with_temperature(probabilities: Probabilities, temperature: float) -> Probabilities:
    """Each to the power of one over `temperature`, made to sum to 1 again; at 0 the likeliest alone, the first if tied.

    >>> with_temperature(np.array([0.2, 0.8]), 0.5).round(3).tolist()
    [0.059, 0.941]
    """
    best = np.argmax(probabilities)
    if temperature == 0:
        return _only(probabilities, np.array([best]))
    # Of shares of the likeliest, so that small temperatures do not end in nothing but zeros.
    return _whole((probabilities / probabilities[best]) ** (1 / temperature))


def most_likely(probabilities: Probabilities, count: int) -> Probabilities:
    """The `count` likeliest alone (Fan, Lewis and Dauphin 2018); 0 leaves all.

    >>> most_likely(np.array([0.1, 0.6, 0.3]), 2).round(3).tolist()
    [0.0, 0.667, 0.333]
    """
    if not 0 < count < len(probabilities):
        return probabilities
    return _only(probabilities, np.argsort(-probabilities, kind="stable")[:count])


def within_share(probabilities: Probabilities, share: float) -> Probabilities:
    """The fewest that together hold at least `share`: the nucleus (Holtzman et al. 2020); 1 leaves all.

    >>> within_share(np.array([0.1, 0.6, 0.3]), 0.6).tolist()
    [0.0, 1.0, 0.0]
    """
    if share >= 1:
        return probabilities
    order = np.argsort(-probabilities, kind="stable")
    held_before = np.concatenate([[0.0], np.cumsum(probabilities[order])[:-1]])
    return _only(probabilities, order[held_before < share])


def draw(chances: Probabilities, rng: np.random.Generator) -> int:
    """The number of one symbol; what has no chance is never drawn."""
    reached = np.cumsum(chances)
    place = int(np.searchsorted(reached, rng.random() * reached[-1], side="right"))
    return min(place, int(np.flatnonzero(chances)[-1]))


def _only(probabilities: Probabilities, kept: npt.NDArray[np.int64]) -> Probabilities:
    rest = np.zeros_like(probabilities)
    rest[kept] = probabilities[kept]
    return _whole(rest)


def _whole(parts: Probabilities) -> Probabilities:
    whole: Probabilities = parts / parts.sum()
    return whole
