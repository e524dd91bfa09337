"""Making labelled reviews from templates: classes in fixed shares, in an order of chance, no text twice."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from rnn_core.text.made.grammar import Rules, Teller

Review = tuple[str, str]


@dataclass(frozen=True)
class Kind:
    """What is labelled `label`, `share` of all reviews: said `plain`, or `turned` so that order decides."""

    label: str
    share: float
    plain: tuple[str, ...]
    turned: tuple[str, ...]


@dataclass(frozen=True)
class Reviewer:
    """Speaks of one of `domains` at a time, turned in `turned` (0 to 1) of all cases; `finish` ends a review.

    About one turn in four leaves a model that only counts words right in nine of ten cases.
    """

    kinds: tuple[Kind, ...]
    domains: tuple[Rules, ...]
    finish: Callable[[str], str]
    turned: float

    def reviews(self, seed: int, rows: int) -> list[Review]:
        """`rows` pairs of text and label."""
        rng = random.Random(seed)
        made: dict[str, str] = {}
        for kind in self.kinds:
            goal = len(made) + round(kind.share * rows)
            while len(made) < goal:
                made.setdefault(self._one(kind, rng), kind.label)
        pairs = list(made.items())
        rng.shuffle(pairs)
        return pairs

    def _one(self, kind: Kind, rng: random.Random) -> str:
        templates = kind.turned if rng.random() < self.turned else kind.plain
        return self.finish(Teller(rng.choice(self.domains), rng).tell(rng.choice(templates)))
