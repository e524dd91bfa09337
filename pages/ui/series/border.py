"""The border between training and test part: where it stands, and which settings a move of it means. Pure.

Parts begin and end with whole days, so the border stands between two days that both have rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series

Days = npt.NDArray[np.datetime64]

_A_DAY = 86_400_000  # milliseconds


@dataclass(frozen=True)
class Border:
    """The test part begins with `days[number]`; `days` are the different days of the rows in use, ascending."""

    days: Days
    number: int

    @property
    def day(self) -> date:
        """The first day of the test part."""
        return _day(self.days[self.number])

    @property
    def step(self) -> int:
        """The usual distance of two days of the series, in milliseconds."""
        return int(np.median(np.diff(self.days).astype("int64"))) * _A_DAY

    def moment(self, number: int) -> int:
        """The beginning of the day `number`, in milliseconds since 1970."""
        return int(self.days[number].astype("int64")) * _A_DAY

    def move(self, moved: Mapping[str, int], validation_from: date | None = None) -> dict[str, date | None]:
        """The settings after a move: to the day nearest `at` a moment, or `by` a number of days of the series.

        One day at least stays on either side. A validation part that would lie behind the border is given up.
        """
        if "by" in moved:
            wanted = self.number + int(moved["by"])
        else:
            wanted = int(np.argmin(np.abs(self.days.astype("int64") * _A_DAY - int(moved["at"]))))
        number = min(max(wanted, 1), len(self.days) - 1)
        settings: dict[str, date | None] = {
            "train_to": _day(self.days[number - 1]),
            "test_from": _day(self.days[number]),
        }
        too_late = validation_from is not None and validation_from > _day(self.days[number - 1])
        return settings | ({"validation_from": None} if too_late else {})


def find_border(series: Series, settings: Mapping[str, Any], test_begins: np.datetime64 | None) -> Border | None:
    """Where the border stands; None where there are not two days for it to stand between.

    `test_begins` is the date of the first test row, None where `settings` do not fit the series: it then stands where
    they say, so that it can be taken away from there.
    """
    days = _days_in_use(series, settings)
    if len(days) < 2:
        return None
    if test_begins is not None:
        number = int(days.searchsorted(test_begins.astype("datetime64[D]")))
    elif settings.get("test_from") is not None:
        number = int(days.searchsorted(np.datetime64(settings["test_from"])))
    elif settings.get("train_to") is not None:
        number = int(days.searchsorted(np.datetime64(settings["train_to"]), side="right"))
    else:
        number = round(len(days) * (1 - settings.get("test_share", ForecastSpec.default("test_share"))))
    return Border(days, min(max(number, 1), len(days) - 1))


def _days_in_use(series: Series, settings: Mapping[str, Any]) -> Days:
    """The different days with rows, from the first of the training part to the last of the test part."""
    days = series.dates.to_numpy().astype("datetime64[D]")
    days = days[np.diff(days, prepend=days[0] - 1).astype("int64") > 0]
    first, last = settings.get("train_from"), settings.get("test_to")
    start = 0 if first is None else int(days.searchsorted(np.datetime64(first)))
    stop = len(days) if last is None else int(days.searchsorted(np.datetime64(last), side="right"))
    return days[start:stop]


def _day(day: np.datetime64) -> date:
    found = day.astype(object)
    assert isinstance(found, date)  # years beyond 9999 are whole numbers; no series has them
    return found
