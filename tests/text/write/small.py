"""A small text and small settings for tests of the character model."""

from typing import Any

import numpy as np

from rnn_core.text.passage import Passage
from rnn_core.text.write.spec import WriteSpec

_WORDS = ["the", "cat", "saw", "a", "red", "bird", "and", "ran", "away", "from", "it", "while", "rain", "fell"]

SMALL: dict[str, Any] = {"units": 6, "embedding": 4, "window": 8, "batch_size": 4, "epochs": 2, "seed": 3}


def small(**fields: Any) -> WriteSpec:
    return WriteSpec.make(**{**SMALL, **fields})


def text_of(sentences: int, seed: int = 1) -> str:
    """Lines of four words each, the same for the same seed."""
    rng = np.random.default_rng(seed)
    return "".join(" ".join(rng.choice(_WORDS, 4)) + ".\n" for _ in range(sentences))


def passage_of(text: str | None = None) -> Passage:
    return Passage("a small text", text_of(70) if text is None else text, "own", "en")
