"""What of a text is learnt from and what is held out, as numbers, in the order of the text. Pure.

Law: which characters are known is decided by the part that is learnt from alone; the end of the text only scores.
"""

from dataclasses import dataclass

import numpy as np

from rnn_core.errors import SpecError
from rnn_core.text.passage import Passage
from rnn_core.text.vocabulary import UNKNOWN, Numbers, Vocabulary
from rnn_core.text.write.spec import WriteSpec

# What comes once only is learnt as the unknown, so that the network knows how likely a new character is.
_LEAST_OFTEN = 2
# Fewer characters would say little about what was learnt.
LEAST_HELD_OUT = 100


@dataclass(frozen=True)
class Parts:
    """The numbers of the characters that are learnt from and, right after them in the text, of those `held_out`."""

    vocabulary: Vocabulary
    learnt: Numbers
    held_out: Numbers

    @property
    def unknown_share(self) -> float:
        """Which share (0 to 1) of the held-out characters is not known."""
        return float((self.held_out == UNKNOWN).mean())


@dataclass(frozen=True)
class Cut:
    """How many characters are learnt from, and how many at the end of the text are held out."""

    learnt: int
    held_out: int


def cut(spec: WriteSpec, characters: int) -> Cut:
    """Cut a text of so many `characters`; a few between the parts fill no stream and are used by nobody.

    Raises:
        SpecError: the text is too short for these settings.
    """
    held_out = round(spec.kept_back * characters)
    steps = max(0, characters - held_out - 1) // spec.batch_size
    if steps < spec.window or held_out < LEAST_HELD_OUT:
        raise SpecError(
            "text_too_short",
            "To be read in {streams} places at once, in windows of {window} characters and with a part held out, a "
            "text needs at least {needed} characters. This one has {characters}. Take a longer text, a smaller batch "
            "or a shorter window.",
            streams=spec.batch_size,
            window=spec.window,
            needed=characters_needed(spec),
            characters=characters,
        )
    return Cut(steps * spec.batch_size + 1, held_out)


def characters_needed(spec: WriteSpec) -> int:
    """The shortest text, in characters, that `spec` can learn from: a whole window for each stream."""
    # Rounding may ask for one or two more than the shares say.
    learning = (spec.batch_size * spec.window + 2) / (1 - spec.kept_back)
    return int(max(learning, LEAST_HELD_OUT / spec.kept_back)) + 2


def part(spec: WriteSpec, passage: Passage) -> Parts:
    """Cut the text and number its characters.

    Raises:
        SpecError: the text is too short, or no character of it comes twice.
    """
    text = passage.text
    found = cut(spec, len(text))
    vocabulary = Vocabulary.of(text[: found.learnt], most=spec.most_symbols, least_often=_LEAST_OFTEN)
    if not vocabulary.symbols:
        raise SpecError(
            "no_character_twice",
            "A text to learn from must use its characters more than once. In this one no character comes twice. "
            "Take another text.",
        )
    return Parts(
        vocabulary=vocabulary,
        learnt=vocabulary.encode(text[: found.learnt]),
        held_out=vocabulary.encode(text[len(text) - found.held_out :]),
    )


def streams(numbers: Numbers, count: int) -> Numbers:
    """`count` stretches of the text, each where the one before ends: `(count, steps + 1)`.

    Of each, all but the last number are read and all but the first are asked for; so the last of one is the first of
    the next.

    >>> streams(Vocabulary(("a", "b", "c", "d", "e")).encode("abcde"), 2).tolist()
    [[2, 3, 4], [4, 5, 6]]
    """
    steps = (len(numbers) - 1) // count
    begins = np.arange(count)[:, None] * steps
    rows: Numbers = numbers[begins + np.arange(steps + 1)]
    return rows
