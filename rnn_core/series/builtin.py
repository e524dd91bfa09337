"""The built-in series: three simulated ones from data/, three real ones that libraries carry. No network."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.resources import as_file, files

import pandas as pd

from rnn_core.errors import SourceError
from rnn_core.series.roles import find_roles
from rnn_core.series.series import Origin, Receipt, Series
from rnn_core.settings import PROJECT_FOLDER
from rnn_core.words import N_, Sentence


@dataclass(frozen=True)
class Builtin:
    """One series that needs no file: `title` and `text` say what it is, `loader` gives its dated columns."""

    name: str
    title: str
    text: str
    origin: Origin
    unit: str
    loader: Callable[[], pd.DataFrame]


def builtin_series() -> dict[str, Builtin]:
    """All built-in series by name, in the order in which a person should see them."""
    return {builtin.name: builtin for builtin in _ALL}


def load_builtin(name: str) -> Series:
    """The built-in series called `name`; missing values are filled with the last known one and counted.

    Raises:
        SourceError: `unknown_builtin`.
    """
    builtin = builtin_series().get(name)
    if builtin is None:
        raise SourceError(
            "unknown_builtin",
            "There is no built-in series called {name}. Choose one of: {names}.",
            name=name[:40],
            names=", ".join(builtin_series()),
        )
    raw = builtin.loader().astype("float64").rename_axis("date")
    frame = raw.set_axis(pd.DatetimeIndex(raw.index).as_unit("us"), axis=0).ffill()
    receipt = Receipt(
        source=f"builtin:{name}",
        origin=builtin.origin,
        roles=find_roles(frame.columns),
        warnings=_fill_warnings(int(raw.isna().any(axis=1).sum())),
    )
    return Series(builtin.title, frame, receipt, unit=builtin.unit)


def _fill_warnings(count: int) -> tuple[Sentence, ...]:
    if not count:
        return ()
    return (Sentence("filled_rows", "{count} missing values were filled with the last known one.", {"count": count}),)


def _read_simulated(name: str) -> pd.DataFrame:
    return pd.read_csv(PROJECT_FOLDER / "data" / f"{name}.csv", index_col="date", parse_dates=["date"])


def _read_packaged(package: str, *path: str) -> pd.DataFrame:
    """A CSV that a library carries, read without the half second that importing the library's own reader takes."""
    with as_file(files(package).joinpath(*path)) as file:
        return pd.read_csv(file)


def _read_stocks() -> pd.DataFrame:
    table = _read_packaged("plotly", "package_data", "datasets", "stocks.csv.gz")
    return table.set_index(pd.to_datetime(table.pop("date"), format="%Y-%m-%d"))


def _read_co2() -> pd.DataFrame:
    table = _read_packaged("statsmodels", "datasets", "co2", "co2.csv")
    dates = pd.to_datetime(table["date"].astype("str"), format="%Y%m%d")
    return pd.DataFrame({"CO2": table["co2"].to_numpy()}, index=pd.DatetimeIndex(dates))


def _read_sunspots() -> pd.DataFrame:
    table = _read_packaged("statsmodels", "datasets", "sunspots", "sunspots.csv")
    dates = pd.to_datetime(table["YEAR"].astype("str"), format="%Y")
    return pd.DataFrame({"Sunspots": table["SUNACTIVITY"].to_numpy()}, index=pd.DatetimeIndex(dates))


_ALL = (
    Builtin(
        "share",
        N_("Simulated share"),
        N_(
            "Daily prices of an invented share that grows for fifteen years. "
            "Calm and wild times alternate, as on a real market."
        ),
        "simulated",
        "",
        partial(_read_simulated, "share"),
    ),
    Builtin(
        "walk",
        N_("Random walk"),
        N_("A thousand steps of pure chance. Nothing can predict it better than its last value."),
        "simulated",
        "",
        partial(_read_simulated, "walk"),
    ),
    Builtin(
        "sine",
        N_("Noisy sine"),
        N_("A wave that repeats every 50 days, with noise on top. A network should learn it easily."),
        "simulated",
        "",
        partial(_read_simulated, "sine"),
    ),
    Builtin(
        "stocks",
        N_("Six technology shares, weekly"),
        N_("Real weekly prices of six shares in 2018 and 2019, each divided by its price in the first week."),
        "real",
        N_("× first week"),
        _read_stocks,
    ),
    Builtin(
        "co2",
        N_("Carbon dioxide over Mauna Loa, weekly"),
        N_("Real measurements from 1958 to 2001: a steady rise with a swing every year."),
        "real",
        "ppm",
        _read_co2,
    ),
    Builtin(
        "sunspots",
        N_("Sunspots, yearly"),
        N_("Real counts from 1700 to 2008, which rise and fall about every eleven years."),
        "real",
        N_("spots"),
        _read_sunspots,
    ),
)
