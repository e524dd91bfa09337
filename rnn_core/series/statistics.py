"""What the numbers of a series say before anything is trained: spread, gaps, changes, shift, memory. Pure."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.series.series import Series

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]

MOST_BINS = 80
# How far out "far out" is, in standard deviations.
FAR_OUT = 3.0


@dataclass(frozen=True)
class Summary:
    """One column in nine numbers, in its own unit; `nan` where a column has no number."""

    column: str
    count: int
    missing: int
    mean: float
    spread: float
    lowest: float
    lower_quarter: float
    middle: float
    upper_quarter: float
    highest: float


@dataclass(frozen=True)
class Gaps:
    """Where values are missing: `shares` `(columns, bins)` from 0 to 1, the bins of equal length by row number.

    `starts` is the first date of each bin, `counts` the missing values of each column in all.
    """

    columns: tuple[str, ...]
    counts: Counts
    starts: npt.NDArray[np.datetime64]
    shares: Floats


@dataclass(frozen=True)
class Changes:
    """Changes from one row to the next: in percent (`relative`), else in the unit of the column."""

    values: Floats
    relative: bool

    @property
    def far_out(self) -> float:
        """The share of changes more than `FAR_OUT` standard deviations from their mean; 0.0027 if they were normal."""
        off = np.abs(self.values - self.values.mean())
        return float((off > FAR_OUT * self.values.std()).mean())


@dataclass(frozen=True)
class Shift:
    """How the test values lie to what the network learns from: the shares above its highest and below its lowest."""

    above: float
    below: float
    lowest: float
    highest: float


@dataclass(frozen=True)
class Memory:
    """Autocorrelations at the lags 1, 2, ..., `(lags,)`; chance alone stays within plus and minus `band`."""

    values: Floats
    band: float


def summarize(series: Series) -> list[Summary]:
    """Each column of `series` in nine numbers."""
    return [_summary(name, series.frame[name].to_numpy("float64")) for name in series.columns]


def find_gaps(series: Series, bins: int = 200) -> Gaps:
    """The columns of `series` that miss values, those with the most first, and where."""
    missing = series.frame.isna().to_numpy()  # (rows, columns)
    counts = missing.sum(axis=0)
    order = [int(number) for number in np.argsort(-counts, kind="stable") if counts[number]]
    starts = np.unique(np.linspace(0, len(missing), min(bins, len(missing)), endpoint=False).astype(np.intp))
    sums = np.add.reduceat(missing[:, order], starts, axis=0, dtype=np.int64)  # (bins, columns)
    lengths = np.diff(starts, append=len(missing))
    return Gaps(
        columns=tuple(series.columns[number] for number in order),
        counts=counts[order],
        starts=series.dates.to_numpy()[starts],
        shares=(sums / lengths[:, None]).T,
    )


def changes(values: Floats) -> Changes:
    """Changes of `values`, shape `(n,)`, between neighbours that are both known.

    In percent as 100 log(x[t] / x[t - 1]), the logarithmic return, which is the same up as down (Campbell, Lo and
    MacKinlay 1997, "The Econometrics of Financial Markets", section 1.4); where a value is not above zero it has no
    logarithm, and the plain difference is taken.

    >>> changes(np.array([1.0, 1.0, 2.0])).values.round(1).tolist(), changes(np.array([0.0, 3.0])).values.tolist()
    ([0.0, 69.3], [3.0])
    """
    known = values[np.isfinite(values)]
    relative = bool(known.size) and bool((known > 0).all())
    steps = np.diff(100 * np.log(values) if relative else values)
    return Changes(steps[np.isfinite(steps)], relative)


def shift(train: Floats, test: Floats) -> Shift:
    """How the values `test` lie to the range of the values `train`; both without missing values and not empty.

    >>> shift(np.array([1.0, 3.0]), np.array([0.0, 2.0, 4.0, 5.0])).above
    0.5
    """
    lowest, highest = float(train.min()), float(train.max())
    return Shift(float((test > highest).mean()), float((test < lowest).mean()), lowest, highest)


def memory(values: Floats, lags: int = 40) -> Memory:
    """How much `values`, shape `(n,)`, resemble themselves some rows later, missing ones left out.

    Autocorrelation as in Box and Jenkins (1976), "Time Series Analysis", section 2.1; without any memory, 95 of 100
    lie within 1.96 / sqrt(n) of zero (Bartlett 1946). Empty where nothing changes, or with fewer than 4 values.
    """
    known = values[np.isfinite(values)]
    if known.size < 4 or np.ptp(known) == 0:
        return Memory(np.empty(0), float("nan"))
    # statsmodels takes a good second to load and is only needed here.
    from statsmodels.tsa.stattools import acf  # noqa: PLC0415

    found = acf(known, nlags=min(lags, known.size // 2), fft=True)
    return Memory(np.asarray(found, "float64")[1:], 1.96 / float(np.sqrt(known.size)))


def bin_edges(values: Floats) -> Floats:
    """Edges of bins for a histogram of `values`, ascending: Freedman and Diaconis' width, 10 to `MOST_BINS` of them.

    The width 2 IQR / n^(1/3) is from Freedman and Diaconis (1981), "On the histogram as a density estimator".
    """
    low, high = float(values.min()), float(values.max())
    if not np.isfinite(high - low):  # values near the largest number there is: one bin for all
        return np.array([low, high])
    quarters = np.percentile(values, [25, 75])
    width = 2 * float(quarters[1] - quarters[0]) / len(values) ** (1 / 3)
    # The spread of nearly constant values may lie below what a number can tell apart.
    bins = int(np.clip((high - low) / width, 10, MOST_BINS)) if width > (high - low) / 1e9 else MOST_BINS
    return np.linspace(low, high, bins + 1) if high > low else np.array([low - 0.5, low + 0.5])


def counts_of(values: Floats, edges: Floats) -> Counts:
    """How many of `values` lie in each bin between `edges`, `(bins,)`."""
    return np.histogram(values, edges)[0].astype(np.int64)


def normal_counts(values: Floats, edges: Floats) -> Floats:
    """What a normal distribution with the mean and spread of `values` would put between `edges`, `(bins,)`.

    The density in the middle of each bin times its width and the number of values; all zero where nothing varies.
    """
    spread = float(values.std())
    if spread == 0:
        return np.zeros(len(edges) - 1)
    middle = (edges[:-1] + edges[1:]) / 2
    density = np.exp(-0.5 * ((middle - values.mean()) / spread) ** 2) / (spread * np.sqrt(2 * np.pi))
    return np.asarray(density * np.diff(edges) * len(values), "float64")


def _summary(name: str, values: Floats) -> Summary:
    known = values[np.isfinite(values)]
    missing = len(values) - len(known)
    if not known.size:
        return Summary(name, 0, missing, *[float("nan")] * 7)
    quarters = [float(one) for one in np.percentile(known, [0, 25, 50, 75, 100])]
    # With one value alone the spread (of a sample, as pandas has it) does not exist.
    spread = float(pd.Series(known).std())
    return Summary(name, len(known), missing, float(known.mean()), spread, *quarters)
