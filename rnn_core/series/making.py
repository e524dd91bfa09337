"""Making a series: from its short description, fit for an address, to its numbers. Pure."""

from rnn_core.errors import SourceError
from rnn_core.series.series import Series


def load_made(text: str) -> Series:
    """The series that `text` describes.

    Raises:
        SourceError: `bad_recipe`.
    """
    raise SourceError("bad_recipe", "This link does not say how to make a series ({text}). Make one again.", text=text)
