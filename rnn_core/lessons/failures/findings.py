"""Findings: what two curves say of a failure and its cure, also where the failure does not show. Pure."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.lessons.failures.curves import Curve
from rnn_core.words import Amount, Percent, Sentence

# What is called flat, scissors, and as good as the cure.
_FLAT, _SCISSORS, _ALIKE = 0.25, 0.25, 2.0
# A network that ends below this has learnt the most of what there is to the mean.
_LEARNT = 0.5
_CURED = 0.9


@dataclass(frozen=True)
class Seen:
    """Whether a failure `shows` in its curve, and the sentence that says how."""

    shows: bool
    sentence: Sentence


@dataclass(frozen=True)
class Misses:
    """RMSE on the test rows, in `unit`; `nan` for a network that says no numbers."""

    wrong: float
    cured: float
    naive: float
    unit: str = ""

    @property
    def better(self) -> bool:
        """Whether the cured network misses by less than the other one, by more than a hair."""
        return math.isfinite(self.cured) and not self.cured >= _CURED * self.wrong


def see(name: str, wrong: Curve, cured: Curve) -> Seen:
    """What is seen of the failure `name` in the curve of what went wrong, beside that of the cure."""
    if wrong.lost_after is not None:
        values = {"epoch": wrong.lost_after + 1}
        return Seen(
            True,
            Sentence(
                "lost", "In epoch {epoch} the loss stopped being a number: the weights grew beyond all bounds.", values
            ),
        )
    return _EYES[name](wrong, cured)


def findings(seen: Seen, misses: Misses) -> tuple[Sentence, ...]:
    """What was `seen`, whether the cure has helped on the test rows, and how far it brings one."""
    return (seen.sentence, _helped(misses), _against_naive(misses))


def _blown_up(wrong: Curve, _: Curve) -> Seen:
    values = {"last": wrong.last, "jumps": wrong.jumps, "epochs": wrong.epochs}
    if wrong.last > 1:
        return Seen(
            True,
            Sentence(
                "worse_than_nothing",
                "After {epochs} epochs the training loss is {last} times that of always saying the mean, which "
                "would have been better.",
                values,
            ),
        )
    if wrong.last > _LEARNT or wrong.jumps > wrong.epochs / 5:
        return Seen(
            True,
            Sentence(
                "restless",
                "It does not settle: after {epochs} epochs the training loss is {last} of that of always saying the "
                "mean, and the validation loss has jumped up {jumps} times.",
                values,
            ),
        )
    return Seen(
        False,
        Sentence(
            "settles",
            "This time it goes well: the training loss falls to {last} of that of always saying the mean. Turn the "
            "setting that is to blame further to see it fail.",
            values,
        ),
    )


def _out_of_reach(wrong: Curve, cured: Curve) -> Seen:
    values = {"wrong": wrong.lowest, "cured": cured.lowest}
    if not wrong.lowest <= _ALIKE * cured.lowest:
        return Seen(
            True,
            Sentence(
                "out_of_reach",
                "In one direction the validation loss never gets below {wrong} of that of always saying the mean; in "
                "two it gets down to {cured}.",
                values,
            ),
        )
    return Seen(
        False,
        Sentence(
            "within_reach",
            "Over this distance one direction does nearly as well ({wrong} of the loss of always saying the mean, with "
            "two {cured}). Let the answer lie further back to see it fail.",
            values,
        ),
    )


def _by_heart(wrong: Curve, _: Curve) -> Seen:
    values = {"epoch": wrong.best_epoch, "percent": Percent(wrong.risen), "last": wrong.last, "lowest": wrong.lowest}
    if wrong.risen > _SCISSORS and wrong.last < wrong.lowest:
        return Seen(
            True,
            Sentence(
                "scissors",
                "Validation was best in epoch {epoch}. From there on it grew worse by {percent}, while the training "
                "loss fell on to {last}: all that came later was learning by heart.",
                values,
            ),
        )
    return Seen(
        False,
        Sentence(
            "no_scissors",
            "The scissors stay shut: validation was best in epoch {epoch} and ends {percent} above that. So small a "
            "network cannot learn everything by heart.",
            values,
        ),
    )


def _flat(wrong: Curve, _: Curve) -> Seen:
    values = {"percent": Percent(wrong.moved), "epochs": wrong.epochs, "last": wrong.last}
    if wrong.moved < _FLAT:
        return Seen(
            True,
            Sentence(
                "flat",
                "In {epochs} epochs the training loss went down by {percent} only. It learns, but it would take ages.",
                values,
            ),
        )
    return Seen(
        False,
        Sentence(
            "moves",
            "Now it moves: {percent} of the training loss are gone after {epochs} epochs, and {last} of that of always "
            "saying the mean is left.",
            values,
        ),
    )


_EYES: Mapping[str, Callable[[Curve, Curve], Seen]] = MappingProxyType(
    {"rate": _blown_up, "memory": _out_of_reach, "overfitting": _by_heart, "dead": _flat, "unscaled": _blown_up}
)


def _helped(misses: Misses) -> Sentence:
    values = {"wrong": Amount(misses.wrong, misses.unit), "cured": Amount(misses.cured, misses.unit)}
    if not math.isfinite(misses.wrong):
        return Sentence(
            "cured_from_nothing",
            "The cure works: on the test rows it misses by {cured}; the other one says nothing.",
            values,
        )
    if misses.better:
        return Sentence("cured", "The cure works: on the test rows it misses by {cured} instead of {wrong}.", values)
    return Sentence(
        "not_cured",
        "With the cure it misses the test rows by {cured}, without it by {wrong}: no great difference.",
        values,
    )


def _against_naive(misses: Misses) -> Sentence:
    values = {"naive": Amount(misses.naive, misses.unit)}
    if misses.cured < misses.naive:
        return Sentence(
            "beats_naive", "The naive line misses by {naive}, so the cured one has found something.", values
        )
    return Sentence(
        "naive_stays", "The naive line misses by {naive}, which is still better: cured does not mean good.", values
    )
