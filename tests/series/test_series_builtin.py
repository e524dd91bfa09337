"""Every built-in series loads, says where it comes from, and the simulated ones can be made again."""

import subprocess
import sys
from pathlib import Path

import pytest

from rnn_core.errors import SourceError
from rnn_core.series import Frequency, builtin_series, load_builtin, load_source, parse_source
from rnn_core.series.simulate import SIMULATED, simulate_share, write_simulated
from rnn_core.settings import PROJECT_FOLDER

DATA = PROJECT_FOLDER / "data"


@pytest.mark.parametrize("name", builtin_series())
def test_every_builtin_series_loads_complete(name: str) -> None:
    builtin, series = builtin_series()[name], load_builtin(name)
    assert (series.name, series.unit, series.receipt.origin) == (builtin.title, builtin.unit, builtin.origin)
    assert series.dates.is_monotonic_increasing
    assert series.dates.is_unique
    assert not series.frame.isna().to_numpy().any()
    assert load_source(parse_source(f"builtin:{name}")).fingerprint == series.fingerprint


@pytest.mark.parametrize(
    ("name", "rows", "frequency", "first"),
    [
        ("share", 4013, Frequency.DAILY, "2006-05-25"),
        ("walk", 1000, Frequency.DAILY, "2020-01-01"),
        ("sine", 2000, Frequency.DAILY, "2020-01-01"),
        ("stocks", 105, Frequency.WEEKLY, "2018-01-01"),
        ("co2", 2284, Frequency.WEEKLY, "1958-03-29"),
        ("sunspots", 309, Frequency.YEARLY, "1700-01-01"),
    ],
)
def test_builtin_series_have_their_known_size(name: str, rows: int, frequency: Frequency, first: str) -> None:
    series = load_builtin(name)
    assert (len(series.frame), series.frequency, str(series.dates[0].date())) == (rows, frequency, first)


def test_missing_weeks_of_co2_are_filled_and_counted() -> None:
    assert str(load_builtin("co2").receipt.warnings[0]).startswith("59 missing values")


def test_real_series_equal_what_their_libraries_load() -> None:
    import plotly.data
    from statsmodels.datasets import co2, sunspots

    assert load_builtin("stocks").frame["AAPL"].tolist() == plotly.data.stocks()["AAPL"].tolist()
    assert load_builtin("co2").frame["CO2"].tolist() == co2.load_pandas().data["co2"].ffill().tolist()
    truth = sunspots.load_pandas().data["SUNACTIVITY"]
    assert load_builtin("sunspots").frame["Sunspots"].tolist() == truth.tolist()


@pytest.mark.parametrize("name", SIMULATED)
def test_simulated_files_can_be_made_again(name: str, tmp_path: Path) -> None:
    write_simulated(tmp_path)
    assert (tmp_path / f"{name}.csv").read_text() == (DATA / f"{name}.csv").read_text()
    assert builtin_series()[name].origin == "simulated"


def test_simulated_share_keeps_every_price_between_low_and_high() -> None:
    share = simulate_share()
    inner = share[["Open", "Close"]]
    assert (share["Low"] <= inner.min(axis=1)).all()
    assert (share["High"] >= inner.max(axis=1)).all()
    assert share["Close"].iloc[0] == pytest.approx(4, rel=0.05)
    assert share["Close"].iloc[-1] == pytest.approx(350, rel=0.05)


def test_volatility_of_the_simulated_share_clusters() -> None:
    size = simulate_share()["Close"].pct_change().dropna().abs()
    assert size.autocorr(lag=1) > 0.05


def test_unknown_builtin_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(SourceError, match="share, walk, sine, stocks, co2, sunspots"):
        load_builtin("gold")


def test_files_cannot_be_loaded_from_a_link() -> None:
    with pytest.raises(SourceError, match="Choose the file again"):
        load_source(parse_source("file:abc"))


def test_importing_the_room_stays_light() -> None:
    heavy = ("yfinance", "statsmodels", "plotly", "charset_normalizer")
    code = f"import sys, rnn_core.series; sys.exit(any(name in sys.modules for name in {heavy}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, check=False).returncode == 0
