"""Groups of runs that were tested on the same rows, judged in one language: the sections of a report. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rnn_core.export.exported import Exported
from rnn_core.export.voice import Voice
from rnn_core.figures.judged import Judged, judge_together
from rnn_core.figures.names import label_all
from rnn_core.forecast.run import Run
from rnn_core.forecast.same_rows import places_by_test

# Their series have names and units of ours, which are said in every language.
_OURS = ("builtin:", "made:")


@dataclass(frozen=True)
class Group(Judged):
    """A section of the report; `notes` are a person's own words about runs, each under the name of its run."""

    notes: tuple[tuple[str, str], ...] = ()

    @property
    def have_equal_windows(self) -> bool:
        """Whether all runs learnt from as many windows, and kept back as many."""
        return len({(run.train_windows, len(run.kept_back.actual)) for run in self.runs}) == 1

    def best_name(self, voice: Voice) -> str:
        """What the best network's middle run is called in a chart of all middle runs."""
        return label_all(self.middles, voice.say)[self.networks.index(self.best)].name


def groups_of(runs: Sequence[Exported], voice: Voice) -> list[Group]:
    """The runs that learnt something, by the rows that they were tested on."""
    learnt = [one for one in runs if one.run.history]
    return [
        _group([learnt[place] for place in places], voice) for places in places_by_test([one.run for one in learnt])
    ]


def _group(alike: Sequence[Exported], voice: Voice) -> Group:
    runs = [_said(one.run, voice) for one in alike]
    judged = judge_together(runs, alike[0].data, voice.say)
    return Group(judged.networks, judged.verdict, judged.target, _notes(alike, runs, voice))


def _notes(alike: Sequence[Exported], runs: Sequence[Run], voice: Voice) -> tuple[tuple[str, str], ...]:
    labels = label_all(list(runs), voice.say)
    named = zip(alike, labels, strict=True)
    return tuple((_headed(one.title, label.name), one.note) for one, label in named if one.title or one.note)


def _headed(title: str, label: str) -> str:
    return f"{title} · {label}" if title else label


def _said(run: Run, voice: Voice) -> Run:
    facts = run.series
    if not facts.receipt.source.startswith(_OURS):
        return run
    return replace(run, series=replace(facts, name=voice.say(facts.name), unit=voice.say(facts.unit)))
