"""Exported: one run with all that belongs to it, as it leaves the house and comes back. Pure."""

from dataclasses import dataclass

from rnn_core.forecast.run import Run
from rnn_core.series import Series


@dataclass(frozen=True)
class Exported:
    """A run with a result, the series that it was trained on, and a person's own words about it."""

    run: Run
    series: Series
    title: str = ""
    note: str = ""
