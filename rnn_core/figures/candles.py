"""Candles: opening, high, low and closing prices, several rows to a candle where there are many. Pure."""

import numpy as np
import pandas as pd

MOST = 120  # candles that can be told apart in one chart
ROLES = ("open", "high", "low", "close")
_GATHERED = {"open": "first", "high": "max", "low": "min", "close": "last", "volume": "sum"}


def gather_candles(prices: pd.DataFrame, most: int = MOST, *, first: int = 0) -> tuple[pd.DataFrame, int]:
    """At most `most` candles of `prices` (columns `ROLES`, perhaps `volume`; rows by date), and the rows in each.

    A candle of several rows stands at its first date: first open, highest high, lowest low, last close, all volume.
    `first` is the number of the first row in the whole series: candles then stay what they are when one pans.
    """
    rows = -(-len(prices) // most)
    if rows <= 1:
        return prices, 1
    # Where the first candle is cut off by the numbering there is one more, which one more row in each makes up for.
    rows = rows if first % rows == 0 else -(-len(prices) // (most - 1))
    number = np.arange(first, first + len(prices)) // rows
    candles = prices.groupby(number).agg({name: _GATHERED[name] for name in prices.columns})
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    return candles.set_axis(prices.index[starts], axis=0), rows


def gather_within(prices: pd.DataFrame, shown: range | None, most: int = MOST) -> tuple[pd.DataFrame, int]:
    """Candles where a person looks at the rows `shown`: these in detail, those around them coarsely.

    The number of rows is that of the candles inside.
    """
    if shown is None:
        return gather_candles(prices, most)
    inside, rows = gather_candles(prices.iloc[shown.start : shown.stop], most, first=shown.start)
    left, _ = gather_candles(prices.iloc[: shown.start], most // 4)
    right, _ = gather_candles(prices.iloc[shown.stop :], most // 4)
    return pd.concat([left, inside, right]), rows
