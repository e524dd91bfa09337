"""Result: what there is to show of ended trainings on the same test rows, judged and in the visitor's language."""

from dataclasses import dataclass, replace

import pandas as pd

from pages.ui import data
from pages.ui.language import _
from rnn_core.engine import Job, Status
from rnn_core.figures.repeated import Repeated, gather_repeats
from rnn_core.forecast.judging import judge
from rnn_core.forecast.run import Run
from rnn_core.forecast.same_test import tested_on
from rnn_core.judge import Verdict


@dataclass(frozen=True)
class Result:
    """`networks`: the runs of each network, one a seed; `target`: all values to predict by date; `job`: the first."""

    networks: tuple[Repeated, ...]
    verdict: Verdict
    target: pd.Series
    job: Job

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
        """One of the runs, for what all have in common: the test rows, the naive line, the baselines."""
        return self.networks[0].runs[0]

    @property
    def unit(self) -> str:
        """The unit of the series."""
        return self.first.series.unit

    @property
    def best(self) -> Repeated:
        """The network that came closest; the first where none learnt anything."""
        return next((one for one in self.networks if one.label.name == self.verdict.best), self.networks[0])


def result_of(statuses: list[Status]) -> tuple[Result | None, int]:
    """The result of the trainings that gave one, and how many of them were tested on other data than the first."""
    # What was stopped before its first epoch ended has learnt nothing that could be judged.
    learnt = [status for status in statuses if status.run is not None and status.run.history]
    runs = [_in_my_language(status.run) for status in learnt]
    alike = [run for run in runs if tested_on(run) == tested_on(runs[0])]
    if not alike:
        return None, 0
    networks = tuple(gather_repeats(alike, _))
    job = learnt[0].job
    target = job.series.frame[job.series.column(job.spec.target)].dropna()
    verdict = judge({network.label.name: network.runs for network in networks})
    return Result(networks, verdict, target, job), len(runs) - len(alike)


def _in_my_language(run: Run) -> Run:
    facts = run.series
    name, unit = (data.ours(text, facts.receipt) for text in (facts.name, facts.unit))
    return replace(run, series=replace(facts, name=name, unit=unit))
