"""Signs: letters by number, whole batches of texts at once. Pure NumPy.

Number 0 is never a letter. In a question it is padding, which is not read; beside an answer it is the border: what
stands before its first letter, and what a network writes to say that it has finished.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rnn_core.errors import SpecError

Numbers = npt.NDArray[np.int32]

BORDER = 0


@dataclass(frozen=True)
class Signs:
    """`letters[i]` has the number `i + 1`."""

    letters: str

    def __len__(self) -> int:
        return len(self.letters) + 1

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {letter: number for number, letter in enumerate(self.letters, start=1)}

    def encode(self, texts: Sequence[str]) -> Numbers:
        """The numbers of `texts` of one letter at least, `(n, longest)`, 0 after the end of each.

        Raises:
            SpecError: a letter is none of these.

        >>> Signs("ab").encode(["ab", "b"]).tolist()
        [[1, 2], [2, 0]]
        """
        numbers = np.zeros((len(texts), max(map(len, texts), default=0)), np.int32)
        for row, text in zip(numbers, texts, strict=True):
            row[: len(text)] = [self._number(letter) for letter in text]
        return numbers

    def decode(self, numbers: Iterable[int]) -> str:
        """The letters up to the first border.

        >>> Signs("ab").decode([2, 1, 0, 1])
        'ba'
        """
        found = []
        for number in numbers:
            if number == BORDER:
                break
            found.append(self.letters[number - 1])
        return "".join(found)

    def _number(self, letter: str) -> int:
        if letter not in self._numbers:
            raise SpecError(
                "rewrite_letter",
                "The network reads only letters that it has learnt from: {letters}. We got “{letter}”. Leave it out.",
                letters=self.letters,
                letter=letter,
            )
        return self._numbers[letter]


def lengths(texts: Sequence[str]) -> Numbers:
    """How many letters each of `texts` has, `(n,)`."""
    return np.array([len(text) for text in texts], np.int32)
