"""FAILURES: trainings that go wrong on purpose, each with its cure, as plain values. Their words: `failure_words.py`.

That each one fails, and that its cure cures it, is shown with several seeds by tests/benchmarks/failures.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

from rnn_core.forecast.failure_words import WORDS, FailureWords
from rnn_core.forecast.scaling import scale
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series, Source

Setting = int | float | str


@dataclass(frozen=True)
class Dial:
    """The one setting that is to blame, `field` of a spec: its `values`, of which the failure starts with `start`.

    `both`: the cure lies elsewhere, so that it is tried with the same value.
    """

    field: str
    values: tuple[Setting, ...]
    start: Setting
    both: bool = False


@dataclass(frozen=True)
class Pair:
    """What is trained side by side, on the series of `source`: what goes `wrong`, and what is `cured`."""

    source: Source
    wrong: ForecastSpec
    cured: ForecastSpec


@dataclass(frozen=True)
class Failure:
    """One way in which a training fails.

    `settings` are those of both networks; `wrong` and `cure` are added for one of them, beside the `dial`. `source`
    gives the series for a value of the dial.
    """

    name: str
    source: Callable[[Setting], Source]
    settings: Mapping[str, Any]
    dial: Dial
    cure: Mapping[str, Any]
    wrong: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> FailureWords:
        """What is said of it."""
        return WORDS[self.name]

    def pair(self, value: Setting, **changes: Any) -> Pair:
        """Both trainings with the dial at `value`, and with `changes` to the settings.

        Raises:
            SpecError: a value lies outside its bounds.
        """
        common, turned = {**self.settings, **changes}, {self.dial.field: value}
        wrong = ForecastSpec.make(**{**common, **self.wrong, **turned})
        cured = ForecastSpec.make(**{**common, **(turned if self.dial.both else {}), **self.cure})
        return Pair(self.source(value), wrong, cured)


def loss_of_the_mean(spec: ForecastSpec, series: Series) -> float:
    """The squared loss, in the scaled values of `spec`, of always saying the mean of what is learnt from.

    Divided by it, losses of networks that read differently scaled values can be compared: 1 is to have learnt nothing.

    Raises:
        SpecError: the spec does not fit the series.
    """
    parts = split(spec, series)
    asked = scale(parts, spec).target[parts.fit_rows.start + spec.window : parts.fit_rows.stop, 0]
    return float(np.var(asked, dtype="float64"))


def _always(name: str) -> Callable[[Setting], Source]:
    return lambda _: Source("builtin", name)


def _echo(window: Setting) -> Source:
    """A series in which each value comes back, with some noise, from the other end of a window."""
    return Source("made", f"echo,rows=2000,delay={window},strength=0.95,seed=1")


_WAVE = MappingProxyType({"cell": "GRU", "window": 20, "units": 16, "epochs": 15, "validation_share": 0.1})

_ALL = (
    Failure(
        name="rate",
        source=_always("sine"),
        settings=MappingProxyType({**_WAVE, "optimizer": "rmsprop"}),
        dial=Dial("learning_rate", (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0), start=1.0),
        cure=MappingProxyType({"learning_rate": 0.003}),
    ),
    Failure(
        name="memory",
        source=_echo,
        settings=MappingProxyType(
            {
                "cell": "SimpleRNN",
                "units": 32,
                "epochs": 10,
                "validation_share": 0.1,
                "learning_rate": 0.01,
                "scaling": "standard",
            }
        ),
        dial=Dial("window", (10, 20, 40, 60, 80, 100), start=80, both=True),
        cure=MappingProxyType({"bidirectional": True}),
    ),
    Failure(
        name="overfitting",
        source=_always("sunspots"),
        settings=MappingProxyType(
            {
                "cell": "GRU",
                "window": 22,
                "units": 64,
                "epochs": 100,
                "batch_size": 16,
                "validation_share": 0.2,
                "learning_rate": 0.005,
                "scaling": "standard",
            }
        ),
        dial=Dial("units", (2, 4, 8, 16, 32, 64, 128), start=64),
        cure=MappingProxyType({"dropout": 0.3, "patience": 15}),
    ),
    Failure(
        name="dead",
        source=_always("sine"),
        settings=_WAVE,
        wrong=MappingProxyType({"optimizer": "sgd"}),
        dial=Dial("learning_rate", (0.00001, 0.0001, 0.001, 0.01, 0.1), start=0.00001),
        cure=MappingProxyType({"optimizer": "adam", "learning_rate": 0.005}),
    ),
    Failure(
        name="unscaled",
        source=_always("co2"),
        settings=MappingProxyType({**_WAVE, "learning_rate": 0.01}),
        dial=Dial("scaling", ("none", "robust", "standard", "minmax"), start="none"),
        cure=MappingProxyType({"scaling": "minmax"}),
    ),
)

FAILURES: Mapping[str, Failure] = MappingProxyType({failure.name: failure for failure in _ALL})
