"""Job: a spec and its series, all that a worker needs. Pure: same job, same result, on any worker."""

from dataclasses import dataclass
from functools import cached_property

from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series


@dataclass(frozen=True)
class Job:
    """One training of a forecast."""

    spec: ForecastSpec
    series: Series

    @cached_property
    def key(self) -> str:
        """The name of the run that comes of it."""
        return self.spec.key(self.series)

    @property
    def data(self) -> Series:
        """What lasts beside the spec."""
        return self.series

    @property
    def material(self) -> tuple[ForecastSpec, Series]:
        """What its trainer is given."""
        return self.spec, self.series

    @property
    def nbytes(self) -> int:
        """About how much memory the data hold."""
        rows, columns = self.series.frame.shape
        # Eight bytes a value and a date; pandas would count them a hundred times slower.
        return 8 * rows * (columns + 1)
