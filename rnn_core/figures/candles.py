"""Candles: opening, high, low and closing prices, several rows to a candle where there are many. Pure."""

import numpy as np
import pandas as pd

MOST = 600  # candles that can be told apart in one chart
ROLES = ("open", "high", "low", "close")


def gather_candles(prices: pd.DataFrame, most: int = MOST) -> tuple[pd.DataFrame, int]:
    """At most `most` candles of `prices` (columns `ROLES`, rows by date), and how many rows each holds.

    A candle of several rows stands at its first date: first open, highest high, lowest low, last close.
    """
    rows = -(-len(prices) // most)
    if rows <= 1:
        return prices, 1
    number = np.arange(len(prices)) // rows
    candles = prices.groupby(number).agg({"open": "first", "high": "max", "low": "min", "close": "last"})
    return candles.set_axis(prices.index[::rows], axis=0), rows
