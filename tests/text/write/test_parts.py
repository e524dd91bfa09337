"""What is learnt from and what is held out: in the order of the text, and nothing of the end reaches the beginning."""

import numpy as np
import pytest

from rnn_core.errors import SpecError
from rnn_core.text.vocabulary import UNKNOWN
from rnn_core.text.write.parts import characters_needed, cut, part, streams
from tests.text.write.small import passage_of, small, text_of


def shown(parts_numbers: np.ndarray, symbols: tuple[str, ...]) -> str:
    return "".join(symbols[number - 2] for number in parts_numbers)


def test_the_last_share_is_held_out_and_what_comes_before_is_learnt() -> None:
    passage = passage_of()
    parts = part(small(kept_back=0.25), passage)
    symbols = parts.vocabulary.symbols
    assert len(parts.held_out) == round(0.25 * len(passage.text))
    assert passage.text.endswith(shown(parts.held_out, symbols))
    assert passage.text.startswith(shown(parts.learnt, symbols))
    # Between them lies less than one character a stream.
    assert 0 <= len(passage.text) - len(parts.learnt) - len(parts.held_out) < 4


def test_the_held_out_part_decides_nothing_of_what_is_learnt() -> None:
    passage = passage_of()
    held_out = len(part(small(), passage).held_out)
    other = passage_of(passage.text[:-held_out] + "Ω" * held_out)
    mine, others = part(small(), passage), part(small(), other)
    assert mine.vocabulary == others.vocabulary
    assert np.array_equal(mine.learnt, others.learnt)
    assert (others.held_out == UNKNOWN).all()
    assert others.unknown_share == 1.0


def test_characters_that_come_once_stand_for_all_that_is_unknown() -> None:
    parts = part(small(), passage_of("Q" + text_of(70)))
    assert parts.learnt[0] == UNKNOWN
    assert (parts.learnt[1:] != UNKNOWN).all()


def test_only_the_most_frequent_characters_are_told_apart() -> None:
    parts = part(small(most_symbols=10), passage_of())
    assert len(parts.vocabulary.symbols) == 10
    assert UNKNOWN in parts.learnt


@pytest.mark.parametrize("kept_back", [0.02, 0.1, 0.33, 0.5])
@pytest.mark.parametrize("window", [4, 64])
@pytest.mark.parametrize("batch_size", [1, 32])
def test_so_many_characters_as_a_refusal_asks_for_are_enough(kept_back: float, window: int, batch_size: int) -> None:
    spec = small(kept_back=kept_back, window=window, batch_size=batch_size)
    needed = characters_needed(spec)
    found = cut(spec, needed)
    assert (found.learnt - 1) // batch_size >= window
    assert found.learnt + found.held_out <= needed
    with pytest.raises(SpecError):
        cut(spec, round(0.9 * needed) - 5)


def test_a_text_too_short_is_refused_with_what_it_needs() -> None:
    with pytest.raises(SpecError, match=r"at least 1,0[0-9]{2} characters\. This one has 5\.") as refusal:
        part(small(), passage_of("short"))
    assert refusal.value.code == "text_too_short"


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(SpecError, match="This one has 0"):
        part(small(), passage_of(""))


def test_a_text_without_any_character_that_comes_twice_is_refused() -> None:
    with pytest.raises(SpecError, match="more than once"):
        part(small(), passage_of("".join(chr(0x4E00 + n) for n in range(1200))))


def test_each_stream_begins_where_the_one_before_ends() -> None:
    numbers = np.arange(13, dtype=np.int32)
    assert streams(numbers, 3).tolist() == [[0, 1, 2, 3, 4], [4, 5, 6, 7, 8], [8, 9, 10, 11, 12]]


def test_all_that_is_learnt_is_asked_for_exactly_once_but_for_the_very_first() -> None:
    parts = part(small(), passage_of())
    assert np.array_equal(streams(parts.learnt, 4)[:, 1:].ravel(), parts.learnt[1:])
