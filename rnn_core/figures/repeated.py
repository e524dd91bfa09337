"""Networks that were trained from several seeds: their runs gathered, each with one name and one look. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from rnn_core.figures.names import Label, group_all
from rnn_core.figures.theme import Say
from rnn_core.forecast.run import Run
from rnn_core.judge import Repeats, repeats


@dataclass(frozen=True)
class Repeated:
    """The runs of one network, one a seed: `repeats` scores them, `middle` is the one that stands for all."""

    label: Label
    runs: tuple[Run, ...]
    repeats: Repeats

    @property
    def middle(self) -> Run:
        """The run that stands for all."""
        return self.runs[self.repeats.middle]


def gather_repeats(runs: Sequence[Run], say: Say = str) -> list[Repeated]:
    """`runs` (on the same test rows) by what differs beside the seed, in the order in which each first appears."""
    return [_of(group.label, tuple(runs[place] for place in group.places)) for group in group_all(runs, say)]


def _of(label: Label, runs: tuple[Run, ...]) -> Repeated:
    first = runs[0]
    predictions = [run.predicted for run in runs]
    scored = repeats(label.name, first.actual, predictions, naive=first.naive, train_mean=first.train_mean)
    return Repeated(label, runs, scored)
