"""Simulated numbers: seeded, pure functions, and `write_simulated`, which keeps the built-in ones as files in data/."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

SHARE_SEED = 136
WALK_SEED = 2
SINE_SEED = 3
# Rounding also takes away what differs between processors, which do not agree on the last digits of a sine.
DECIMALS = 4
FIRST_DAY, LATEST_DAY = pd.Timestamp("2020-01-01"), pd.Timestamp("2250-01-01")


def walk(*, rows: int, drift: float, noise: float, seed: int) -> Floats:
    """100 plus cumulated steps `(rows,)`: each the `drift` and normal noise of standard deviation `noise`."""
    steps = drift + noise * np.random.default_rng(seed).standard_normal(rows)
    return np.asarray(100 + np.cumsum(steps))


def sine(*, rows: int, period: int, amplitude: float, trend: float, noise: float, seed: int) -> Floats:
    """A wave `(rows,)` that repeats every `period` steps and rises by `trend` from its first value to its last.

    On top lies normal noise of standard deviation `noise`.
    """
    steps = np.arange(rows)
    wave = amplitude * np.sin(2 * np.pi * steps / period) + trend * steps / (rows - 1)
    return np.asarray(wave + noise * np.random.default_rng(seed).standard_normal(rows))


def echo(*, rows: int, delay: int, strength: float, seed: int) -> Floats:
    """Values `(rows,)` of standard deviation 1: each is `strength` times the one `delay` steps before it, and chance.

    A seasonal autoregression of order one (Box and Jenkins 1970, chapter 9). A forecaster that sees the echo misses by
    `sqrt(1 - strength ** 2)` on average (RMSE), one that does not by 1.
    """
    cycles = -(-rows // delay)
    chance = np.random.default_rng(seed).standard_normal((cycles, delay))
    values = chance.copy()
    for cycle in range(1, cycles):
        values[cycle] = strength * values[cycle - 1] + np.sqrt(1 - strength**2) * chance[cycle]
    return values.ravel()[:rows]


def dated(values: Floats) -> pd.DataFrame:
    """`values` as the column Value, one a day; a very long series begins early, so that its years stay believable."""
    start = min(FIRST_DAY, LATEST_DAY - pd.Timedelta(days=len(values)))
    days = pd.date_range(start, periods=len(values), freq="D", unit="us", name="date")
    return pd.DataFrame({"Value": values.round(DECIMALS)}, index=days)


def simulate_walk(seed: int = WALK_SEED) -> pd.DataFrame:
    """1,000 days of 100 plus cumulated normal steps of standard deviation 0.5: nothing in it can be predicted."""
    return dated(walk(rows=1_000, drift=0.0, noise=0.5, seed=seed))


def simulate_sine(seed: int = SINE_SEED) -> pd.DataFrame:
    """2,000 days of a sine with a period of 50 days and normal noise of standard deviation 0.1."""
    return dated(sine(rows=2_000, period=50, amplitude=1.0, trend=0.0, noise=0.1, seed=seed))


def simulate_share(seed: int = SHARE_SEED) -> pd.DataFrame:
    """Daily Open, High, Low, Close and Volume of an invented share that grows from about 4 to about 350.

    A geometric random walk whose volatility clusters, GARCH(1, 1) (Bollerslev 1986, doi:10.1016/0304-4076(86)90063-1).
    """
    days = pd.bdate_range("2006-05-25", "2021-10-11", name="date")
    rng = np.random.default_rng(seed)
    shocks, volatility = _garch(rng, len(days))
    drift = np.log(350 / 4) / len(days)
    close = 4 * np.exp(np.cumsum(drift + shocks))
    before = np.concatenate([[4.0], close[:-1]])
    open_ = before * np.exp(0.3 * volatility * rng.standard_normal(len(days)))
    high = np.maximum(open_, close) * np.exp(0.4 * volatility * np.abs(rng.standard_normal(len(days))))
    low = np.minimum(open_, close) * np.exp(-0.4 * volatility * np.abs(rng.standard_normal(len(days))))
    prices = pd.DataFrame({"Open": open_, "High": high, "Low": low, "Close": close}, index=days)
    # Lively days are traded more.
    volume = 5e6 * volatility / volatility.mean() * rng.lognormal(0.0, 0.35, len(days))
    return prices.round(DECIMALS).assign(Volume=volume.round().astype("int64"))


SIMULATED = {"share": simulate_share, "walk": simulate_walk, "sine": simulate_sine}


def write_simulated(folder: Path) -> None:
    """Write every simulated series as `folder`/NAME.csv."""
    for name, simulate in SIMULATED.items():
        simulate().to_csv(folder / f"{name}.csv", lineterminator="\n")


def _garch(rng: np.random.Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Shocks `(n,)` and the daily volatility `(n,)` behind them, 1.8 % in the long run."""
    alpha, beta, long_run = 0.08, 0.90, 0.018**2
    noise = rng.standard_normal(n)
    variance = np.empty(n)
    variance[0] = long_run
    for t in range(1, n):
        variance[t] = (1 - alpha - beta) * long_run + (alpha * noise[t - 1] ** 2 + beta) * variance[t - 1]
    return noise * np.sqrt(variance), np.sqrt(variance)
