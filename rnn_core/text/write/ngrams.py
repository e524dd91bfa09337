"""Ngrams: how often each symbol came after the last few, as a model to compare networks with. Pure NumPy.

Smoothed by Witten and Bell (1991, their method C), interpolated as Chen and Goodman (1999) describe. With c(h, w), how
often w came after the context h, N(h) its sum over w, T(h) how many different w came after h, and h' the context h
without its first symbol:

    p(w | h) = (c(h, w) + T(h) p(w | h')) / (N(h) + T(h))

Before the empty context all symbols are equally likely; a context that never came says what the shorter one says. Order
0 is letter frequencies, order 3 looks at three symbols.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rnn_core.text.vocabulary import PADDING, Numbers
from rnn_core.text.write.author import Probabilities

Places = npt.NDArray[np.int64]

_NOWHERE = -1


@dataclass(frozen=True)
class _Level:
    """What came after contexts of one length.

    `codes` `(n,)`, sorted, are `context * symbols + symbol` of all that came and `counts` `(n,)` how often it did; a
    context is known by the place of its code on the level below. `totals` and `kinds` `(contexts,)` are N and T.
    """

    codes: Places
    counts: Probabilities
    totals: Probabilities
    kinds: Probabilities

    def find(self, codes: Places) -> Places:
        """The places of `codes`, `_NOWHERE` where they never came."""
        places = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where(self.codes[places] == codes, places, _NOWHERE)


@dataclass(frozen=True)
class Ngrams:
    """Counts of what came after contexts of 0, 1, ... symbols; `symbols` counts all, padding among them."""

    levels: tuple[_Level, ...]
    symbols: int

    @classmethod
    def learn(cls, numbers: Numbers, order: int, symbols: int) -> "Ngrams":
        """Count all contexts of up to `order` symbols in `numbers` `(n,)`."""
        levels, contexts = [], 1
        place_before = np.zeros(len(numbers), np.int64)
        for length in range(order + 1):
            codes, places, counts = np.unique(
                place_before * symbols + numbers[length:], return_inverse=True, return_counts=True
            )
            owner = codes // symbols
            totals = np.bincount(owner, weights=counts, minlength=contexts).astype(np.float64)
            kinds = np.bincount(owner, minlength=contexts).astype(np.float64)
            levels.append(_Level(codes, counts.astype(np.float64), totals, kinds))
            # What ends one symbol earlier is the context of the next longer code.
            contexts, place_before = len(codes), places[:-1]
        return cls(tuple(levels), symbols)

    @property
    def order(self) -> int:
        """How many symbols it looks at."""
        return len(self.levels) - 1

    def shorter(self, order: int) -> "Ngrams":
        """The same that looks at `order` symbols only."""
        return replace(self, levels=self.levels[: order + 1])

    def probabilities(self, numbers: Numbers) -> npt.NDArray[np.float64]:
        """What each order from 0 said of each of `numbers` before it came, `(order + 1, n)`."""
        said = np.full(len(numbers), 1 / (self.symbols - 1))
        context, every = np.zeros(len(numbers), np.int64), []
        for level in self.levels:
            codes = np.where(context == _NOWHERE, _NOWHERE, context * self.symbols + numbers)
            places = level.find(codes)
            counts = np.where(places == _NOWHERE, 0, level.counts[places])
            said = _mixed(level, context, counts, said)
            every.append(said)
            context = np.concatenate([[_NOWHERE], places[:-1]])
        return np.stack(every)

    def bits(self, numbers: Numbers) -> tuple[float, ...]:
        """Mean bits by which each symbol of `numbers` but the first surprises each order from 0."""
        found: list[float] = -np.log2(self.probabilities(numbers)[:, 1:]).mean(axis=1)
        return tuple(float(one) for one in found)

    def read(self, numbers: Numbers) -> tuple[Probabilities, Numbers]:
        """What comes after `numbers`, and what is remembered of them: the last few."""
        kept = numbers[max(0, len(numbers) - self.order) :]
        said = np.full(self.symbols, 1 / (self.symbols - 1))
        said[PADDING] = 0
        for length, level in enumerate(self.levels[: len(kept) + 1]):
            context = self._place(kept[len(kept) - length :])
            if context == _NOWHERE:
                break
            first, last = np.searchsorted(level.codes, [context * self.symbols, (context + 1) * self.symbols])
            counts = np.zeros(self.symbols)
            counts[level.codes[first:last] % self.symbols] = level.counts[first:last]
            said = _mixed(level, np.full(self.symbols, context), counts, said)
        return said, kept

    def step(self, number: int, memory: Numbers) -> tuple[Probabilities, Numbers]:
        """Read one more symbol."""
        return self.read(np.append(memory, np.int32(number)))

    def _place(self, numbers: Numbers) -> int:
        """The context that `numbers` are; `_NOWHERE` if they never came in this order."""
        place = 0
        for level, number in zip(self.levels, numbers.tolist(), strict=False):
            place = int(level.find(np.array([place * self.symbols + number]))[0])
            if place == _NOWHERE:
                break
        return place


def _mixed(level: _Level, context: Places, counts: Probabilities, shorter: Probabilities) -> Probabilities:
    """What `level` says where `context` came, of what came `counts` times after it; else what `shorter` says."""
    kinds = np.where(context == _NOWHERE, 0, level.kinds[context])
    totals = np.where(context == _NOWHERE, 0, level.totals[context])
    mixed = (counts + kinds * shorter) / np.maximum(totals + kinds, 1)
    return np.where(totals > 0, mixed, shorter)
