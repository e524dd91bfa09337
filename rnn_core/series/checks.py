"""What is odd about a series and worth a word before a network learns from it. Pure: nothing is changed or left out."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnn_core.series.frequency import Frequency, frequency_of
from rnn_core.words import N_, Sentence

Floats = npt.NDArray[np.float64]

PRICES = ("open", "high", "low", "close")
# The longest step in days that is still usual; holidays of ten days occur in Asia.
_USUAL_STEP = {
    Frequency.INTRADAY: 5.0,
    Frequency.DAILY: 12.0,
    Frequency.WEEKLY: 24.0,
    Frequency.MONTHLY: 65.0,
    Frequency.QUARTERLY: 200.0,
    Frequency.YEARLY: 800.0,
}
# Old shares for new ones, as companies usually exchange them.
_SPLITS = (2.0, 3.0, 4.0, 5.0, 7.0, 10.0, 20.0, 50.0, 100.0)
_SPLIT_FIT = 0.03  # the price moves a little on the day of a split too
_MOSTLY = 0.8
_RARE_STEP = 8.0  # times the usual size of a step
_STILL_ROWS = 10
_ROUNDING = 1e-3  # a thousandth of the price: vendors round, and take prices from several places


def check(frame: pd.DataFrame, roles: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Sentences about `frame` (rows by ascending date), whose columns play `roles`; each has a stable code."""
    prices = {role: frame[roles[role]].to_numpy("float64") for role in PRICES if role in roles}
    close = prices.get("close")
    with np.errstate(over="ignore", invalid="ignore"):  # prices near the largest number there is
        found = [*_signs(prices), _outside(prices), *_gaps(pd.DatetimeIndex(frame.index))]
        if close is not None:
            found += [_split(prices, frame.index), _still(close, frame.index), _two_closes(frame, roles)]
    return tuple(sentence for sentence in found if sentence is not None)


def _signs(prices: Mapping[str, Floats]) -> list[Sentence]:
    zero = sum(int((values == 0).sum()) for values in prices.values())
    below = sum(int((values < 0).sum()) for values in prices.values())
    said = []
    if zero:
        template = N_(
            "Prices that are zero: {count}. Programs write that for days without trade; a network takes it for a crash."
        )
        said.append(Sentence("zero_prices", template, {"count": zero}))
    if below:
        said.append(Sentence("negative_prices", "Prices below zero: {count}.", {"count": below}))
    return said


def _outside(prices: Mapping[str, Floats]) -> Sentence | None:
    if not {"close", "high", "low"} <= prices.keys():
        return None
    close, high, low = prices["close"], prices["high"], prices["low"]
    room = _ROUNDING * np.abs(close)
    count = int(((close > high + room) | (close < low - room)).sum())
    template = N_(
        "Rows whose closing price lies outside the day's low and high: {count}. "
        "Where there are many, columns are mixed up."
    )
    return Sentence("close_outside_range", template, {"count": count}) if count else None


def _gaps(dates: pd.DatetimeIndex) -> list[Sentence]:
    limit = _USUAL_STEP.get(frequency_of(dates))
    if limit is None:
        return []
    stamps = dates.to_numpy("datetime64[s]")
    steps = np.diff(stamps.astype("int64")) / 86_400
    count = int((steps > limit).sum())
    if not count:
        return []
    longest = int(np.argmax(steps))
    template = N_("{count} gaps are longer than usual, the longest from {first} to {last}.")
    if count == 1:
        template = N_("One gap is longer than usual: from {first} to {last}.")
    days = {"first": _day(dates, longest), "last": _day(dates, longest + 1)}
    return [Sentence("gaps", template, {"count": count, **days})]


def _split(prices: Mapping[str, Floats], index: pd.Index) -> Sentence | None:
    """A step by nearly a usual ratio, far from usual steps, and overnight where opening prices tell.

    A crash of the same size happens during the day: the opening price then lies near the last close.
    """
    close = prices["close"]
    if len(close) < 3 or not bool((close > 0).all()):
        return None  # a factor has no meaning where a price is missing, zero or negative
    steps = np.diff(np.log(close))
    rare = np.abs(steps) > max(_RARE_STEP * float(np.median(np.abs(steps))), np.log(_SPLITS[0]) - _SPLIT_FIT)
    fitting = [i for i in map(int, np.flatnonzero(rare)) if _is_ratio(steps[i]) and _is_overnight(prices, i)]
    if not fitting:
        return None
    biggest = max(fitting, key=lambda i: abs(steps[i]))
    template = N_("The closing price changes by a factor of {factor} on {day}: a split of the share, or a real jump.")
    factor = float(np.exp(steps[biggest]))
    return Sentence("split_like_jump", template, {"factor": factor, "day": _day(index, int(biggest + 1))})


def _is_ratio(step: float) -> bool:
    return bool(np.min(np.abs(abs(step) - np.log(_SPLITS))) < _SPLIT_FIT)


def _is_overnight(prices: Mapping[str, Floats], row: int) -> bool:
    """Whether most of the step from `row` to the next one lies between close and open; True where no open tells."""
    close, opened = prices["close"], prices.get("open")
    if opened is None or not opened[row + 1] > 0:
        return True
    return bool(abs(np.log(opened[row + 1] / close[row])) > _MOSTLY * abs(np.log(close[row + 1] / close[row])))


def _still(close: Floats, index: pd.Index) -> Sentence | None:
    same = np.concatenate(([False], close[1:] == close[:-1], [False]))
    edges = np.flatnonzero(np.diff(same.astype("int8")))
    starts, ends = edges[::2], edges[1::2]  # runs of rows that repeat the one before them
    lengths = ends - starts + 1
    if not len(lengths) or lengths.max() < _STILL_ROWS:
        return None
    longest = int(np.argmax(lengths))
    template = N_("The closing price stays the same for {count} rows in a row, from {day} on.")
    return Sentence(
        "constant_stretch", template, {"count": int(lengths[longest]), "day": _day(index, int(starts[longest]))}
    )


def _two_closes(frame: pd.DataFrame, roles: Mapping[str, str]) -> Sentence | None:
    if "adjusted close" not in roles:
        return None
    plain, adjusted = frame[roles["close"]], frame[roles["adjusted close"]]
    if np.allclose(plain, adjusted, equal_nan=True):
        return None
    template = N_(
        "The file has closing prices ({close}) and prices adjusted for dividends and splits ({adjusted}). "
        "Choose one and do not mix them."
    )
    names = {"close": roles["close"], "adjusted": roles["adjusted close"]}
    return Sentence("adjusted_and_unadjusted", template, names)


def _day(index: pd.Index, row: int) -> date:
    return pd.DatetimeIndex(index)[row].date()
