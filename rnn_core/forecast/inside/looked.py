"""Looked: all that a look inside a run finds, as plain arrays that may be kept. Pure: no Keras."""

from dataclasses import dataclass

import numpy as np

from rnn_core.forecast.inside.activity import activity_of, at_last_step
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
    places, steps, moved = inside.looked_at(), [], []
    # The way back begins where the way there has ended: windows go through once for all that is looked at.
    for some, walked in inside.walks(places):
        steps.append(at_last_step(inside, walked))
        moved.append(inside.moved(some, walked))
    return Looked(
        tracking=tracking(inside, activity_of(inside, places, steps)),
        pull=np.concatenate(moved) * inside.stretch(),
        features=inside.parts.columns[1:],
        of_rows=len(inside.rows),
        fixed=run.spec.predict != "price" or SCALERS[run.spec.scaling].by_window,
    )
