"""What a person wants of a trained network: bounds and defaults, and the words of their options. Pure."""

from typing import Annotated

from annotated_types import Ge, Le

from rnn_core.spec import FieldWords, Spec
from rnn_core.text.write.choosing import Manner


class Wish(Manner):
    """A text of `length` characters that goes on from `begin`, written in this manner; from nothing, a line begins."""

    begin: str = ""
    length: Annotated[int, Ge(1), Le(10_000)] = 300


class Search(Spec):
    """How an answer is looked for: along so many hypotheses at once; 1 takes the likeliest letter each time."""

    beam: Annotated[int, Ge(1), Le(50)] = 1


WISH_WORDS = {
    "begin": FieldWords("Beginning", "The words that it goes on from."),
    "length": FieldWords("Length", "How many characters it writes."),
    "temperature": FieldWords(
        "Temperature",
        "How bold it writes: 0 takes the likeliest character always, 1 each as often as the network believes.",
    ),
    "top_k": FieldWords("Top-k", "Only so many of the likeliest characters have a chance; 0 gives all one."),
    "top_p": FieldWords("Top-p", "Only the likeliest characters that together hold such a share have a chance."),
}
SEARCH_WORDS = {
    "beam": FieldWords("Beam", "Along how many answers to --ask it searches; 1 takes the likeliest letter each time.")
}
