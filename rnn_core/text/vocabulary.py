"""Vocabulary: the symbols (letters or words) that a network knows, by number. Pure.

Number 0 is padding, which is never read; number 1 stands for every symbol that was not in what was learnt from.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int32]

PADDING, UNKNOWN = 0, 1
FIRST = 2


@dataclass(frozen=True)
class Vocabulary:
    """`symbols[i]` has the number `i + FIRST`."""

    symbols: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, symbols: Iterable[str], *, most: int, least_often: int = 1) -> "Vocabulary":
        """The `most` frequent of `symbols` that come at least `least_often` times, the most frequent first."""
        counted = Counter(symbols)
        ordered = sorted(counted, key=lambda one: (-counted[one], one))
        return cls(tuple(one for one in ordered if counted[one] >= least_often)[:most])

    def __len__(self) -> int:
        return len(self.symbols) + FIRST

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {symbol: number for number, symbol in enumerate(self.symbols, start=FIRST)}

    def encode(self, symbols: Sequence[str]) -> Numbers:
        """The numbers of `symbols`, `(n,)`.

        >>> Vocabulary(("a", "b")).encode("abc").tolist()
        [2, 3, 1]
        """
        return np.array([self._numbers.get(one, UNKNOWN) for one in symbols], np.int32)

    def decode(self, numbers: Iterable[int]) -> list[str]:
        """The symbols of `numbers`; padding is left out, and the unknown is shown as a white square."""
        return [self.symbol(number) for number in numbers if number != PADDING]

    def symbol(self, number: int) -> str:
        """One symbol.

        >>> Vocabulary(("a", "b")).symbol(3)
        'b'
        """
        return self.symbols[number - FIRST] if number >= FIRST else "□"
