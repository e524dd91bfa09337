"""Made-up reviews for tests: two labels, told by one word among words that say nothing."""

import numpy as np

from rnn_core.text.examples import Examples

GOOD, BAD = ("good", "great", "lovely", "fine"), ("bad", "awful", "poor", "dull")
PLAIN = ("the", "film", "a", "plot", "was", "it", "very", "quite", "story", "end")
TOLD = {"nice": GOOD, "nasty": BAD}


def reviews(count: int, *, seed: int = 0, shuffled: bool = False) -> Examples:
    """So many different reviews; `shuffled` labels have nothing to do with them."""
    generator = np.random.default_rng(seed)
    found: dict[str, str] = {}
    while len(found) < count:
        label = str(generator.choice(list(TOLD)))
        words = generator.choice(PLAIN, generator.integers(3, 8))
        words[generator.integers(len(words))] = generator.choice(TOLD[label])
        found[" ".join(words)] = label
    labels = list(found.values())
    if shuffled:
        labels = list(generator.permutation(labels))
    return Examples("Made up", tuple(found), tuple(str(one) for one in labels), "own", "en")


def examples(texts: list[str], labels: list[str], language: str = "en") -> Examples:
    return Examples("Made up", tuple(texts), tuple(labels), "own", language)  # type: ignore[arg-type]
