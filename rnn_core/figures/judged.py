"""Judged: networks that were tested on the same rows, with the verdict on them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from rnn_core.figures.repeated import Repeated, gather_repeats
from rnn_core.figures.theme import Say
from rnn_core.forecast.judging import judge
from rnn_core.forecast.run import Run
from rnn_core.judge import Verdict
from rnn_core.series import Series


@dataclass(frozen=True)
class Judged:
    """`networks`: the runs of each network, one a seed; `target`: all values to predict, by date."""

    networks: tuple[Repeated, ...]
    verdict: Verdict
    target: pd.Series

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
        """One of the runs, for what all have in common: the test rows and the naive line."""
        return self.networks[0].runs[0]

    @property
    def best(self) -> Repeated:
        """The network that came closest; the first where none learnt anything."""
        return next((one for one in self.networks if one.label.name == self.verdict.best), self.networks[0])


def judge_together(runs: Sequence[Run], series: Series, say: Say = str) -> Judged:
    """The verdict on `runs` (at least one, tested on the same rows of `series`), in the words of `say`."""
    networks = tuple(gather_repeats(runs, say))
    verdict = judge({network.label.name: network.runs for network in networks})
    return Judged(networks, verdict, series.frame[series.column(runs[0].series.target)].dropna())
