"""Looked: all that a look inside a run finds, as plain arrays that may be kept. Pure: no Keras."""

from dataclasses import dataclass

from rnn_core.forecast.inside.inside import Inside
from rnn_core.forecast.inside.tracking import Tracking, tracking
from rnn_core.forecast.run import Floats, Run
from rnn_core.forecast.scaling import SCALERS
from rnn_core.series import Series


@dataclass(frozen=True)
class Looked:
    """What went on in a network over `tracking.activity.places`, of `of_rows` test rows.

    `pull` `(k, window, features)` is how far each prediction moves, in the series' unit, with one more of each of the
    `features`; `fixed` says that the last value, or the window's own mean and spread, were held fixed meanwhile.
    """

    tracking: Tracking
    pull: Floats
    features: tuple[str, ...]
    of_rows: int
    fixed: bool


def look_inside(run: Run, series: Series) -> Looked:
    """Look inside `run`, which was trained on `series`.

    Raises:
        RecordError: nobody can, see `Inside.of`.
        SpecError: the settings of the run do not fit the series.
    """
    inside = Inside.of(run, series)
    found = tracking(inside)
    return Looked(
        tracking=found,
        pull=inside.pull(found.activity.places),
        features=inside.parts.columns[1:],
        of_rows=len(inside.rows),
        fixed=run.spec.predict != "price" or SCALERS[run.spec.scaling].by_window,
    )
