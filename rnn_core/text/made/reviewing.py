"""Making labelled reviews from templates: classes in fixed shares, in an order of chance, no text twice."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rnn_core.text.made.grammar import Rules, Teller

Review = tuple[str, str]

# So many that a model which only counts words is right in about nine of ten cases.
TURNED = 0.25


@dataclass(frozen=True)
class Kind:
    """What is labelled `label`, `share` of all reviews: said `plain`, or `turned` so that order decides."""

    label: str
    share: float
    plain: tuple[str, ...]
    turned: tuple[str, ...]


def reviews(
    kinds: Sequence[Kind], rules: Sequence[Rules], finish: Callable[[str], str], *, seed: int, rows: int
) -> list[Review]:
    """`rows` pairs of text and label; each speaks by one of `rules` and is ended by `finish`."""
    rng = random.Random(seed)
    made: dict[str, str] = {}
    for kind in kinds:
        goal = len(made) + round(kind.share * rows)
        while len(made) < goal:
            made.setdefault(_review(kind, rules, finish, rng), kind.label)
    pairs = list(made.items())
    rng.shuffle(pairs)
    return pairs


def _review(kind: Kind, rules: Sequence[Rules], finish: Callable[[str], str], rng: random.Random) -> str:
    templates = kind.turned if rng.random() < TURNED else kind.plain
    return finish(Teller(rng.choice(rules), rng).tell(rng.choice(templates)))
