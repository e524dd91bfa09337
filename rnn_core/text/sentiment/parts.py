"""Parts: which texts are learnt from, which are kept back and which are tested. Pure.

Law: this file alone says so. Texts that read the same never stand on two sides, whatever their labels are.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rnn_core.errors import SpecError
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import Way, tokens_of, way_of

Rows = npt.NDArray[np.int64]
Groups = list[list[int]]
"""Rows that read the same, together."""

FEWEST_CLASSES, MOST_CLASSES = 2, 20
FEWEST_TEXTS, FEWEST_OF_A_CLASS = 30, 5
"""What can be learnt: so many labels, and so many different texts, of all and of each label."""
# Of a label only the beginning is repeated in a sentence.
_SHOWN = 30


@dataclass(frozen=True)
class Parts:
    """Texts as `tokens`, cut at the longest that is read, their `labels` `(n,)` as numbers of `classes`, and the rows
    (as the examples count them) `learning`, `validation` and `test`.

    Rows without anything to read, `empty`, are in no part; of `shortened` texts the end is not read. `way` says what a
    token is.
    """

    way: Way
    classes: tuple[str, ...] = field(repr=False)
    tokens: tuple[tuple[str, ...], ...] = field(repr=False)
    labels: Rows
    learning: Rows
    validation: Rows
    test: Rows
    empty: int
    shortened: int

    @property
    def longest(self) -> int:
        """Tokens of the longest text, as it is read."""
        return max(map(len, self.tokens))

    def counts(self, rows: Rows) -> tuple[int, ...]:
        """How many of `rows` each class has."""
        return tuple(np.bincount(self.labels[rows], minlength=len(self.classes)).tolist())


def split(spec: SentimentSpec, examples: Examples) -> Parts:
    """The parts of `examples`: by `split_seed`, in each class by the shares of `spec`.

    Raises:
        SpecError: too few texts, or labels that cannot be learnt.
    """
    _require_classes(examples.classes)
    way = way_of(spec.by, examples)
    whole = [tokens_of(text, way) for text in examples.texts]
    tokens = tuple(tuple(one[: spec.longest]) for one in whole)
    labels = np.array([examples.classes.index(label) for label in examples.labels], np.int64)
    groups = _groups(tokens, labels, len(examples.classes))
    _require_texts([len(some) for some in groups], examples.classes)
    generator = np.random.default_rng(spec.split_seed)
    dealt = [_deal(some, spec, generator) for some in groups]
    learning, validation, test = (_rows(part) for part in zip(*dealt, strict=True))
    return Parts(
        way=way,
        classes=examples.classes,
        tokens=tokens,
        labels=labels,
        learning=learning,
        validation=validation,
        test=test,
        empty=sum(not one for one in whole),
        shortened=sum(len(one) > spec.longest for one in whole),
    )


def require_learnable(way: Way, longest: int, examples: Examples) -> None:
    """Refuse what `split` would refuse of texts read that way and so far, and look at no more of them than it takes.

    Raises:
        SpecError: too few texts, or labels that cannot be learnt.
    """
    _require_classes(examples.classes)
    seen: set[tuple[str, ...]] = set()
    counts = Counter(dict.fromkeys(examples.classes, 0))
    for text, label in zip(examples.texts, examples.labels, strict=True):
        one = tuple(tokens_of(text, way)[:longest])
        if one and one not in seen:
            seen.add(one)
            counts[label] += 1
            if len(seen) >= FEWEST_TEXTS and min(counts.values()) >= FEWEST_OF_A_CLASS:
                return
    _require_texts([counts[label] for label in examples.classes], examples.classes)


def _groups(tokens: tuple[tuple[str, ...], ...], labels: Rows, classes: int) -> list[Groups]:
    """The rows of each class, those that read the same together; where labels differ, the first one counts."""
    same: dict[tuple[str, ...], list[int]] = {}
    for row, one in enumerate(tokens):
        if one:
            same.setdefault(one, []).append(row)
    found: list[Groups] = [[] for _ in range(classes)]
    for rows in same.values():
        found[int(labels[rows[0]])].append(rows)
    return found


def _deal(groups: Groups, spec: SentimentSpec, generator: np.random.Generator) -> tuple[Groups, Groups, Groups]:
    """Groups to learn from, to keep back and to test: at least one each, where the part is wanted."""
    order = [groups[place] for place in generator.permutation(len(groups))]
    tested = max(1, round(spec.test_share * len(order)))
    kept_back = max(1, round(spec.validation_share * len(order))) if spec.validation_share > 0 else 0
    return order[tested + kept_back :], order[tested : tested + kept_back], order[:tested]


def _rows(of_classes: tuple[Groups, ...]) -> Rows:
    return np.array(sorted(row for groups in of_classes for rows in groups for row in rows), np.int64)


def _require_classes(classes: tuple[str, ...]) -> None:
    if len(classes) < FEWEST_CLASSES:
        raise SpecError(
            "too_few_labels",
            "To learn to judge, a network needs texts with at least two different labels. We got {count}. "
            "Choose another column of labels, or add texts with other labels.",
            count=len(classes),
        )
    if len(classes) > MOST_CLASSES:
        raise SpecError(
            "too_many_labels",
            "A network can learn to tell at most {most} labels apart here. We got {count}, which looks like numbers or "
            "names rather than labels. Choose another column of labels, or merge some.",
            most=MOST_CLASSES,
            count=len(classes),
        )


def _require_texts(counts: Sequence[int], classes: tuple[str, ...]) -> None:
    """So many different texts of each class must be enough."""
    count, label = min(zip(counts, classes, strict=True))
    if count < FEWEST_OF_A_CLASS:
        raise SpecError(
            "too_few_of_a_label",
            "Each label needs at least {fewest} different texts, so that some can be learnt from and others tested. "
            "The label {label} has {count}. Add texts with this label, or leave it out.",
            fewest=FEWEST_OF_A_CLASS,
            label=label if len(label) <= _SHOWN else label[: _SHOWN - 1] + "…",
            count=count,
        )
    total = sum(counts)
    if total < FEWEST_TEXTS:
        raise SpecError(
            "too_few_texts",
            "A network needs at least {fewest} different texts to learn from and to be tested. We got {count}. "
            "Add more texts.",
            fewest=FEWEST_TEXTS,
            count=total,
        )
