"""Names and looks of judges of texts, no two of which are the same."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pages.ui.language import _
from pages.ui.text.naming import names_of
from rnn_core.figures.theme import Look, cell_look
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.findings import COUNTED, MAJORITY
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.words import N_


@dataclass(frozen=True)
class Named:
    """What one network is called, without marks, and how its lines look."""

    name: str
    look: Look


# For places that are too narrow for what a simple judge does.
_JUDGES = {MAJORITY: N_("Most frequent label"), COUNTED: N_("Counted words")}


def judge_name(baseline: Baseline) -> str:
    """What a simple judge is called in short, in the visitor's language."""
    return _(_JUDGES.get(baseline.name, baseline.title))


def named(specs: Sequence[SentimentSpec]) -> list[Named]:
    """One for each of `specs`, in order."""
    return [Named(name, look) for name, look in zip(names_of(specs), _looks(specs), strict=True)]


def _looks(specs: Sequence[SentimentSpec]) -> Iterator[Look]:
    seen: Counter[tuple[str, bool]] = Counter()
    for spec in specs:
        drawn_as = (spec.cell, spec.bidirectional)
        yield cell_look(spec.cell, bidirectional=spec.bidirectional, repeat=seen[drawn_as])
        seen[drawn_as] += 1
