"""Job: a spec and its series, all that a worker needs. Pure: same job, same result, on any worker."""

from dataclasses import dataclass
from functools import cached_property

from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series


@dataclass(frozen=True)
class Job:
    """One training to do."""

    spec: ForecastSpec
    series: Series

    @cached_property
    def key(self) -> str:
        """The name of the run that comes of it."""
        return self.spec.key(self.series)
