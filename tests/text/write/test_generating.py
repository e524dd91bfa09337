"""Writing symbol by symbol: with what else might have come, repeatable, and by any author."""

from itertools import islice

import numpy as np
import pytest

from rnn_core.text.vocabulary import Numbers, Vocabulary
from rnn_core.text.write.author import Probabilities
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.generating import Drawn, sample, write

LETTERS = Vocabulary(("a", "b", "c", "\n"))


class InTurn:
    """An author who is nearly sure that a comes after b, b after c, c after a; it remembers all that it has read."""

    def read(self, numbers: Numbers) -> tuple[Probabilities, list[int]]:
        said = np.full(len(LETTERS), 0.01)
        said[{3: 2, 4: 3, 2: 4}.get(int(numbers[-1]), 2)] = 1
        return said / said.sum(), numbers.tolist()

    def step(self, number: int, memory: list[int]) -> tuple[Probabilities, list[int]]:
        return self.read(np.array([*memory, number], np.int32))


class Lost(InTurn):
    """An author whose third word is no number any more."""

    def read(self, numbers: Numbers) -> tuple[Probabilities, list[int]]:
        said, memory = super().read(numbers)
        return said * (np.nan if len(numbers) > 2 else 1), memory


def written(count: int, *, begin: str = "b", temperature: float = 0.0, seed: int = 1) -> list[Drawn]:
    return list(islice(write(InTurn(), LETTERS, begin, Manner(temperature=temperature), seed), count))


def test_it_goes_on_from_where_the_text_ends() -> None:
    assert "".join(one.symbol for one in written(6)) == "acbacb"
    assert "".join(one.symbol for one in written(3, begin="ba")) == "cba"


def test_the_same_seed_writes_the_same_and_another_one_does_not() -> None:
    texts = [[one.symbol for one in written(60, temperature=2.0, seed=seed)] for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]


def test_each_symbol_is_told_with_what_else_might_have_come() -> None:
    first = written(1, temperature=1.0)[0]
    told = [one.symbol for one in first.likeliest]
    assert told[0] == "a"
    assert sorted(told) == sorted(LETTERS.symbols)
    # What the author says counts padding and the unknown; what is drawn from does not.
    assert first.likeliest[0].probability == pytest.approx(1 / 1.05)
    assert first.likeliest[0].chance == pytest.approx(1 / 1.03)
    assert first.came in first.likeliest


def test_what_came_need_not_be_likely() -> None:
    rare = [one for one in written(400, temperature=2.0) if one.symbol != one.likeliest[0].symbol]
    assert rare
    assert all(one.came.chance < one.likeliest[0].chance for one in rare)


def test_an_empty_beginning_is_a_new_line() -> None:
    assert written(1, begin="")[0].symbol == "a"
    assert sample(InTurn(), LETTERS, 4, manner=Manner(temperature=0.0), seed=1) == "acba"


def test_where_no_line_ever_ends_it_begins_after_the_most_frequent_symbol() -> None:
    letters = Vocabulary(("a", "b", "c", "d"))
    assert sample(InTurn(), letters, 2, manner=Manner(temperature=0.0), seed=1) == "cb"


def test_a_beginning_of_unknown_symbols_is_read_all_the_same() -> None:
    assert len(written(5, begin="Ω")) == 5


def test_nothing_is_written_where_numbers_are_none() -> None:
    assert "".join(one.symbol for one in write(Lost(), LETTERS, "b", Manner(temperature=0.0), 1)) == "ac"
