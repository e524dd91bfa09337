"""A person's own text: from a file or what was pasted to a Passage. Law: a value or a FileError, whatever the bytes."""

from pathlib import PurePath

from rnn_core.errors import FileError
from rnn_core.text.passage import Passage
from rnn_core.text.reading_labelled import Labelled, read_examples
from rnn_core.text.reading_tidy import MAX_BYTES, language_of, read_text, refuse_too_large, tidy
from rnn_core.words import N_

__all__ = ["FEWEST_CHARACTERS", "MAX_BYTES", "Labelled", "passage_of", "read_examples", "read_passage"]

FEWEST_CHARACTERS = 2_000
PASTED = N_("Pasted text")


def read_passage(data: bytes, name: str) -> Passage:
    """The text of a file called `name`, in whatever encoding it is.

    Raises:
        FileError: `text_too_large`, `no_text` or `text_too_small`.
    """
    return _passage(read_text(data), PurePath(name).stem or name)


def passage_of(pasted: str) -> Passage:
    """The text that somebody pasted.

    Raises:
        FileError: `text_too_large` or `text_too_small`.
    """
    refuse_too_large(len(pasted.encode("utf-8", "replace")))
    return _passage(tidy(pasted), PASTED)


def _passage(text: str, name: str) -> Passage:
    if len(text) < FEWEST_CHARACTERS:
        raise FileError(
            "text_too_small",
            "A network needs at least {fewest} characters to learn to write from, and this text has {count}. "
            "Choose a longer one.",
            fewest=FEWEST_CHARACTERS,
            count=len(text),
        )
    return Passage(name, text, "own", language_of(text))
