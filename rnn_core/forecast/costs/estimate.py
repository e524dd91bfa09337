"""How long trainings will take, before they start. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rnn_core.forecast.costs.experience import Experience, inexperienced
from rnn_core.forecast.costs.work import work_ahead
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts


def estimate_seconds(spec: ForecastSpec, parts: Parts, experience: Experience | None = None) -> float:
    """Seconds until training `spec` on `parts` has its result, on one core, as `experience` has it.

    With early stopping it is the most that it takes.
    """
    return estimate_each([spec], parts, experience)[0]


def estimate_each(
    specs: Sequence[ForecastSpec], parts: Parts, experience: Experience | None = None, *, workers: int = 1
) -> list[float]:
    """The same for each of `specs`, begun in their order on so many `workers`, each of which compiles for itself."""
    known, begun = experience or inexperienced(), Counter[str]()
    found = []
    for spec in specs:
        work = work_ahead(spec, parts)
        found.append(known.seconds(work))
        begun[work.shape] += 1
        if begun[work.shape] >= workers:
            known = replace(known, warm=known.warm | {work.shape})
    return found


def together_seconds(each: Sequence[float], workers: int) -> float:
    """Seconds until trainings of `each` so many seconds are done, begun in their order on so many `workers`.

    >>> together_seconds([3, 3, 3], 2)
    6.0
    """
    busy = [0.0] * workers
    for seconds in each:
        first_free = busy.index(min(busy))
        busy[first_free] += seconds
    return max(busy)
