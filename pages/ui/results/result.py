"""Result: what there is to show of ended trainings on the same test rows, judged and in the visitor's language."""

from dataclasses import dataclass

from pages.ui import data
from pages.ui.language import _
from rnn_core.engine import Job, Status
from rnn_core.figures.judged import Judged, judge_together
from rnn_core.forecast.same_rows import rows_tested


@dataclass(frozen=True)
class Result(Judged):
    """The networks on display, and the `job` of the first."""

    job: Job

    @property
    def unit(self) -> str:
        """The unit of the series."""
        return self.first.series.unit


def result_of(statuses: list[Status]) -> tuple[Result | None, int]:
    """The result of the trainings that gave one, and how many of them were tested on other data than the first."""
    # What was stopped before its first epoch ended has learnt nothing that could be judged.
    learnt = [status for status in statuses if status.run is not None and status.run.history]
    runs = [data.run_in_my_language(status.run) for status in learnt if status.run is not None]
    alike = [run for run in runs if rows_tested(run) == rows_tested(runs[0])]
    if not alike:
        return None, 0
    job = learnt[0].job
    judged = judge_together(alike, job.series, _)
    return Result(judged.networks, judged.verdict, judged.target, job), len(runs) - len(alike)
