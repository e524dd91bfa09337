"""What the templates of the script ask about a run: which parts there are, and a few expressions. Pure.

Law: whatever a run or a series holds gets into an expression as a literal or as a checked word.
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.export.data_csv import data_headers
from rnn_core.export.script_literals import Code, literal
from rnn_core.forecast.features import Feature
from rnn_core.forecast.run import Run
from rnn_core.forecast.scaling import SCALERS, STILL
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import Parts
from rnn_core.series import Series

NEAR, NEAR_BY_FAST_LAYERS = 1e-6, 0.03
"""How near a script's RMSE comes, relative to the run's. Fast layers add up in another order than those of a script."""

_SCALER_CLASSES = {"minmax": "MinMaxScaler", "standard": "StandardScaler", "robust": "RobustScaler"}
_OPTIMIZER_CLASSES = {"rmsprop": "RMSprop", "adam": "Adam", "sgd": "SGD"}
_VERSION = re.compile(r"[0-9][0-9A-Za-z.+]{0,40}")
INSTALLED = ("tensorflow", "keras", "numpy", "pandas", "scikit-learn")
"""What the script of a forecast needs."""


@dataclass(frozen=True)
class ScriptFacts:
    """What the templates of the script ask about a run; `parts` is `series` cut as its spec says."""

    run: Run
    series: Series
    parts: Parts

    @property
    def spec(self) -> ForecastSpec:
        """What decided the run."""
        return self.run.spec

    @property
    def nearness(self) -> float:
        """How near an RMSE has to come to that of the run to agree with it, as a share of it."""
        return NEAR_BY_FAST_LAYERS if self.run.layer_choice.fast else NEAR

    @cached_property
    def _header_of(self) -> dict[str, str]:
        return dict(zip(self.series.columns, data_headers(self.series.columns), strict=True))

    @property
    def target(self) -> str:
        """The column to predict, as `data.csv` calls it."""
        return self._header_of[self.parts.columns[0]]

    @property
    def columns(self) -> Code:
        """The columns that are read as a list, the target first."""
        names = [self.parts.columns[0], *(name for feature in self.parts.features for name in feature.columns)]
        return Code(f"[{', '.join(literal(self._header_of[name]) for name in dict.fromkeys(names))}]")

    @property
    def features(self) -> list[Code]:
        """How each feature is made of the columns of `table`."""
        return [self._feature(feature) for feature in self.parts.features]

    @property
    def looks_back(self) -> bool:
        """Whether a feature needs the row before."""
        return any(feature.looks_back for feature in self.parts.features)

    @property
    def holes(self) -> bool:
        """Whether rows that nobody uses have features that are no numbers."""
        return not np.isfinite(self.parts.inputs).all()

    @property
    def train_start(self) -> Code:
        """The first training row, before a colon; nothing where that is the first row of all."""
        return Code("train_start " if self.starts_late else "")

    @property
    def train_stop(self) -> Code:
        """What the row after the training part is called."""
        return Code("train_stop" if self.spec.test_from and self.spec.train_to else "test_start")

    @property
    def starts_late(self) -> bool:
        """Whether rows before those of the training stay in the table."""
        return self.spec.train_from is not None and self.spec.missing != "refuse"

    @property
    def validates(self) -> bool:
        """Whether training windows are kept back: a share of very few may be none."""
        return self.parts.validation_windows > 0

    @property
    def kept_back(self) -> int | None:
        """How many windows are kept back, where the rule would say another number than what is possible."""
        spec, parts = self.spec, self.parts
        possible = parts.validation_windows
        if spec.validation_from is not None:
            rows = np.arange(parts.train.start + parts.window, parts.train.stop - parts.horizon + 1)
            wanted = int((parts.dates[rows] >= np.datetime64(spec.validation_from)).sum())
        else:
            wanted = round(parts.train_windows * spec.validation_share)
        return None if wanted == possible else possible

    @property
    def by_window(self) -> bool:
        """Whether the network scales each window by itself."""
        return SCALERS[self.spec.scaling].by_window

    @property
    def value_by_window(self) -> bool:
        """Whether what is asked is scaled by the window before it too."""
        return self.by_window and self.spec.predict == "price"

    @property
    def relative(self) -> bool:
        """Whether the last known value matters."""
        return self.spec.predict != "price"

    @property
    def odd_answers(self) -> bool:
        """Whether some rows, which nobody uses, have nothing that could be asked."""
        return self.spec.predict in {"log_change", "relative"} and bool((self.parts.target <= 0).any())

    @property
    def input_scaler(self) -> Code | None:
        """The scikit-learn class that scales what the network reads."""
        name = _SCALER_CLASSES.get(self.spec.scaling)
        return None if name is None else Code(name)

    @property
    def target_scaler(self) -> Code | None:
        """The scikit-learn class that scales what the network is asked for."""
        return Code("StandardScaler") if self.by_window and not self.value_by_window else self.input_scaler

    @property
    def scalers(self) -> Code | None:
        """Those classes, to be imported."""
        names = sorted({name for name in (self.input_scaler, self.target_scaler) if name})
        return Code(", ".join(names)) if names else None

    @property
    def layers(self) -> list[Code]:
        """Each layer of the network but the attention and the last one, as it is made."""
        found = [Code(f"LayerNormalization(axis=1, center=False, scale=False, epsilon={STILL!r})")] * self.by_window
        for depth in range(self.spec.layers):
            found.append(self._recurrent(last=depth == self.spec.layers - 1))
            found += [Code("Dropout(DROPOUT)")] * (self.spec.dropout > 0)
        return found

    @property
    def optimizer(self) -> Code:
        """The class of the optimizer."""
        return Code(_OPTIMIZER_CLASSES[self.spec.optimizer])

    @property
    def watched(self) -> str:
        """The loss that a falling learning rate looks at."""
        return "val_loss" if self.spec.validates else "loss"

    @property
    def epochs(self) -> int:
        """How many epochs there are to train: all, or those that the run has if something ended it."""
        lost = bool(self.run.history) and not math.isfinite(self.run.history[-1].loss)
        return len(self.run.history) if self.run.stopped or lost else self.spec.epochs

    @property
    def clipping(self) -> Code:
        """What the optimizer is told of gradients that are too long."""
        return Code(", global_clipnorm=CLIP_NORM" if self.spec.clip_norm else "")

    @property
    def planned(self) -> Code:
        """What the number of epochs that the learning rate falls over is called."""
        return Code("EPOCHS" if self.epochs == self.spec.epochs else "PLANNED_EPOCHS")

    @property
    def outputs(self) -> Code:
        """How many numbers the network says."""
        return Code("HORIZON" if self.spec.horizon > 1 else "1")

    @property
    def title(self) -> Code:
        """The kind of network in words."""
        return Code(self.spec.cell + " in two directions" * self.spec.bidirectional)

    @property
    def scored(self) -> bool:
        """Whether the run has a score at all."""
        return math.isfinite(self.run.scores.rmse)

    @property
    def versions(self) -> Code:
        """The libraries of the run, as pip wants them."""
        return Code(installed(self.run.versions))

    @staticmethod
    def line(text: str) -> str:
        """A person's own words, on one line and without what a terminal would obey."""
        return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())

    def _feature(self, feature: Feature) -> Code:
        first, other = (f"table[{literal(self._header_of[feature.columns[end]])}]" for end in (0, -1))
        ways = {
            "value": first,
            "change": f"np.log({first} / {first}.shift(1))",
            "difference": f"{first} - {first}.shift(1)",
            "ratio": f"np.log({first} / {other})",
        }
        return Code(ways[feature.kind])

    def _recurrent(self, *, last: bool) -> Code:
        spec, given = self.spec, ["UNITS"]
        given += ["return_sequences=True"] * (spec.attention or not last)
        given += ["recurrent_dropout=CELL_DROPOUT"] * (spec.recurrent_dropout > 0)
        given += ["**shrink"] * (spec.l2 > 0)
        layer = f"{CELLS[spec.cell].layer}({', '.join(given)})"
        return Code(f"Bidirectional(layers.{layer})" if spec.bidirectional else layer)


def installed(versions: Mapping[str, str], libraries: Iterable[str] = INSTALLED) -> str:
    """Those of `libraries` that a run had, as pip wants them; of a strange version nothing is said.

    >>> installed({"keras": "3.15.1", "numpy": "; rm", "rnn-lab": "0.1.0"})
    'keras==3.15.1'
    """
    found = ((name, versions.get(name, "")) for name in libraries)
    return " ".join(f"{name}=={version}" for name, version in found if _VERSION.fullmatch(version))
