"""The simulated series: seeded, pure functions, and `write_simulated`, which keeps them as the files in data/."""

from pathlib import Path

import numpy as np
import pandas as pd

SHARE_SEED = 136
WALK_SEED = 2
SINE_SEED = 3
PRICE_DECIMALS = 4


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
    return prices.round(PRICE_DECIMALS).assign(Volume=volume.round().astype("int64"))


def simulate_walk(seed: int = WALK_SEED) -> pd.DataFrame:
    """1,000 days of 100 plus cumulated normal steps of standard deviation 0.5: nothing in it can be predicted."""
    steps = np.random.default_rng(seed).normal(0.0, 0.5, 1_000)
    return pd.DataFrame({"Value": (100 + np.cumsum(steps)).round(PRICE_DECIMALS)}, index=_daily(1_000))


def simulate_sine(seed: int = SINE_SEED) -> pd.DataFrame:
    """2,000 days of a sine with a period of 50 days and normal noise of standard deviation 0.1."""
    noise = np.random.default_rng(seed).normal(0.0, 0.1, 2_000)
    wave = np.sin(2 * np.pi * np.arange(2_000) / 50)
    return pd.DataFrame({"Value": (wave + noise).round(PRICE_DECIMALS)}, index=_daily(2_000))


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


def _daily(n: int) -> pd.DatetimeIndex:
    return pd.date_range("2020-01-01", periods=n, freq="D", name="date")
