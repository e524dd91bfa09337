"""Groups of runs that were tested on the same rows, judged in one language: the sections of a report. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from rnn_core.export.exported import Exported
from rnn_core.export.voice import Voice
from rnn_core.figures.names import label_all
from rnn_core.figures.repeated import Repeated, gather_repeats
from rnn_core.forecast.judging import judge
from rnn_core.forecast.run import Run
from rnn_core.judge import Verdict

# Their series have names and units of ours, which are said in every language.
_OURS = ("builtin:", "made:")


@dataclass(frozen=True)
class Group:
    """`networks`: the runs of each network, one a seed; `target`: all values to predict, by date.

    `notes` are a person's own words about runs, each under the name of its run.
    """

    networks: tuple[Repeated, ...]
    verdict: Verdict
    target: pd.Series
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def middles(self) -> list[Run]:
        """Of each network the run that stands for all its seeds."""
        return [network.middle for network in self.networks]

    @property
    def runs(self) -> list[Run]:
        """All runs."""
        return [run for network in self.networks for run in network.runs]

    @property
    def first(self) -> Run:
        """One of the runs, for what all have in common."""
        return self.networks[0].runs[0]

    @property
    def have_equal_windows(self) -> bool:
        """Whether all runs learnt from as many windows, and kept back as many."""
        return len({(run.train_windows, len(run.kept_back.actual)) for run in self.runs}) == 1

    @property
    def best(self) -> Repeated:
        """The network that came closest; the first where none learnt anything."""
        return next((one for one in self.networks if one.label.name == self.verdict.best), self.networks[0])

    def best_name(self, voice: Voice) -> str:
        """What the best network's middle run is called in a chart of all middle runs."""
        return label_all(self.middles, voice.say)[self.networks.index(self.best)].name


def groups_of(runs: Sequence[Exported], voice: Voice) -> list[Group]:
    """The runs that learnt something, by the rows that they were tested on."""
    found: dict[tuple[object, ...], list[Exported]] = {}
    for one in runs:
        if one.run.history:
            found.setdefault(_test(one.run), []).append(one)
    return [_group(alike, voice) for alike in found.values()]


def _group(alike: Sequence[Exported], voice: Voice) -> Group:
    runs = [_said(one.run, voice) for one in alike]
    networks = tuple(gather_repeats(runs, voice.say))
    target = alike[0].series.frame[alike[0].run.series.target].dropna()
    return Group(
        networks, judge({network.label.name: network.runs for network in networks}), target, _notes(alike, runs, voice)
    )


def _notes(alike: Sequence[Exported], runs: Sequence[Run], voice: Voice) -> tuple[tuple[str, str], ...]:
    labels = label_all(list(runs), voice.say)
    named = zip(alike, labels, strict=True)
    return tuple((_headed(one.title, label.name), one.note) for one, label in named if one.title or one.note)


def _headed(title: str, label: str) -> str:
    return f"{title} · {label}" if title else label


def _test(run: Run) -> tuple[object, ...]:
    """What two runs must have in common to be compared."""
    return run.series.fingerprint, run.series.target, run.dates[0], run.dates[-1], len(run.dates)


def _said(run: Run, voice: Voice) -> Run:
    facts = run.series
    if not facts.receipt.source.startswith(_OURS):
        return run
    return replace(run, series=replace(facts, name=voice.say(facts.name), unit=voice.say(facts.unit)))
