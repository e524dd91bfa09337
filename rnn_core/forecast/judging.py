"""Several runs on the same test rows, judged together. Pure: no Keras."""

from collections.abc import Mapping, Sequence

from rnn_core.forecast.run import Baseline, Run
from rnn_core.judge import Band, BandWay, Calibration, Lag, Verdict, band, lag, verdict

LINEAR = "ridge"


def judge(groups: Mapping[str, Sequence[Run]]) -> Verdict:
    """The verdict on `groups` of runs, by name; all runs share their test rows.

    A linear model is only spoken of where all of them read the same.
    """
    first = next(iter(groups.values()))[0]
    linear = baseline(first, LINEAR) if len({run.spec.data for runs in groups.values() for run in runs}) == 1 else None
    return verdict(
        first.actual,
        first.naive,
        {name: [run.predicted for run in runs] for name, runs in groups.items()},
        first.series.unit,
        linear=linear.predicted if linear else None,
        train_mean=first.train_mean,
    )


def baseline(run: Run, name: str) -> Baseline | None:
    """The baseline called `name` of the rows that `run` was tested on."""
    return next((one for one in run.baselines if one.name == name), None)


def band_of(run: Run, *, level: float, way: BandWay) -> Band:
    """The band at `level` round what `run` predicted of its test rows, learnt from the rows that were kept back."""
    before = Calibration(run.kept_back.actual, run.kept_back.predicted, run.kept_back.spread)
    return band(run.predicted, run.actual, run.spread, level=level, way=way, before=before)


def naive_band(run: Run, *, level: float, way: BandWay) -> Band:
    """The same band round the naive line, to compare its width with."""
    before = Calibration(run.kept_back.actual, run.kept_back.naive, run.kept_back.spread)
    return band(run.naive, run.actual, run.spread, level=level, way=way, before=before)


def lag_of(run: Run) -> Lag | None:
    """How late the predictions of `run` come."""
    return lag(run.actual, run.predicted)
