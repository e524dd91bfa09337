"""Same rows: which runs were tested on the same rows of the same series, so that scores compare them. Pure."""

from collections.abc import Sequence

from rnn_core.forecast.run import Run


def rows_tested(run: Run) -> tuple[object, ...]:
    """What two runs must have in common to be compared."""
    return run.series.fingerprint, run.series.target, run.dates[0], run.dates[-1], len(run.dates)


def places_by_test(runs: Sequence[Run]) -> list[tuple[int, ...]]:
    """The places in `runs` of those that were tested alike, in the order in which each test first appears."""
    places: dict[tuple[object, ...], list[int]] = {}
    for place, run in enumerate(runs):
        places.setdefault(rows_tested(run), []).append(place)
    return [tuple(found) for found in places.values()]
