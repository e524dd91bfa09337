"""Recipes: ready-made experiments as plain values. RECIPES is the one list that pages and the command line show."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Source
from rnn_core.words import N_


@dataclass(frozen=True)
class Recipe:
    """One experiment: `source` is tried first, then `instead` where the first one cannot be reached."""

    name: str
    title: str
    text: str
    source: Source
    cells: tuple[str, ...]
    settings: Mapping[str, Any]
    instead: Source | None = None

    def specs(self, **changes: Any) -> tuple[ForecastSpec, ...]:
        """One spec a cell, with `changes` to the settings."""
        return tuple(ForecastSpec.make(**{**self.settings, **changes, "cell": cell}) for cell in self.cells)


_ALL = (
    Recipe(
        name="mastercard",
        title=N_("Mastercard: LSTM against GRU"),
        text=N_(
            "The classic tutorial: predict the day's high from the 60 days before. Prices from Yahoo, or the simulated "
            "share where Yahoo cannot be reached."
        ),
        source=Source("ticker", "MA", "2006-05-25", "2021-10-12"),
        instead=Source("builtin", "share"),
        cells=("LSTM", "GRU"),
        settings=MappingProxyType(
            {
                "target": "High",
                "train_from": "2016-01-01",
                "train_to": "2020-12-31",
                "test_from": "2021-01-01",
                "window": 60,
                "units": 125,
                "optimizer": "rmsprop",
                "epochs": 50,
                "batch_size": 32,
            }
        ),
    ),
    # Window and units are those with the lowest error on 2020, see tests/benchmarks/beat_the_tutorial.py.
    Recipe(
        name="beat",
        title=N_("Beat the tutorial"),
        text=N_(
            "The same share, asked in another way: the networks see all prices and the volume as changes, and predict "
            "the change. Their settings were chosen on 2020, before the test begins."
        ),
        source=Source("ticker", "MA", "2006-05-25", "2021-10-12"),
        instead=Source("builtin", "share"),
        cells=("LSTM", "GRU"),
        settings=MappingProxyType(
            {
                "target": "High",
                "inputs": (
                    "log(Open/High)",
                    "log(Low/High)",
                    "log(Close/High)",
                    "change(High)",
                    "change(Close)",
                    "change(Volume)",
                ),
                "predict": "log_change",
                "scaling": "standard",
                "train_from": "2016-01-01",
                "validation_from": "2020-01-01",
                "train_to": "2020-12-31",
                "test_from": "2021-01-01",
                "window": 40,
                "units": 32,
                "dropout": 0.1,
                "optimizer": "adam",
                "epochs": 60,
                "patience": 10,
                "batch_size": 32,
            }
        ),
    ),
    Recipe(
        name="sine",
        title=N_("A noisy sine: where networks shine"),
        text=N_("Two LSTM layers of 64 units find the wave under the noise, which repeating the last value cannot."),
        source=Source("builtin", "sine"),
        cells=("LSTM",),
        settings=MappingProxyType(
            {"window": 20, "units": 64, "layers": 2, "optimizer": "adam", "learning_rate": 0.001, "epochs": 15}
        ),
    ),
    Recipe(
        name="sunspots",
        title=N_("Sunspots with a GRU"),
        text=N_("Three centuries of real counts, one a year, with a cycle of about eleven years."),
        source=Source("builtin", "sunspots"),
        cells=("GRU",),
        settings=MappingProxyType(
            {"window": 22, "units": 32, "epochs": 100, "batch_size": 16, "optimizer": "adam", "scaling": "standard"}
        ),
    ),
    Recipe(
        name="stacked",
        title=N_("Three stacked LSTMs with dropout"),
        text=N_("Three layers of 50 units, a fifth of them switched off at random, on a simulated share."),
        source=Source("builtin", "share"),
        cells=("LSTM",),
        settings=MappingProxyType(
            {
                "target": "Close",
                "window": 60,
                "units": 50,
                "layers": 3,
                "dropout": 0.2,
                "optimizer": "adam",
                "test_share": 0.2,
                "epochs": 10,
            }
        ),
    ),
    Recipe(
        name="simple",
        title=N_("A simple RNN on opening prices"),
        text=N_(
            "Five units are a very small network. Is it enough? The last tenth of the training windows is kept back "
            "to watch."
        ),
        source=Source("builtin", "share"),
        cells=("SimpleRNN",),
        settings=MappingProxyType(
            {
                "target": "Open",
                "window": 60,
                "units": 5,
                "optimizer": "adam",
                "epochs": 100,
                "batch_size": 100,
                "validation_share": 0.1,
            }
        ),
    ),
)

RECIPES: Mapping[str, Recipe] = MappingProxyType({recipe.name: recipe for recipe in _ALL})
