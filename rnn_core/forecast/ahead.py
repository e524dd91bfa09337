"""Several steps ahead: past the end of the series, and from earlier ends ("origins") to see how well that goes. Pure.

Two ways. Recursive: a network that predicts one step reads its own predictions as if they had happened. Direct: a
network that learnt to predict several steps at once. The network itself is handed in as a function.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnn_core.forecast.future_dates import future_dates
from rnn_core.forecast.predicting import Known, known_of
from rnn_core.forecast.run import Ahead, AheadWay
from rnn_core.forecast.scaling import Scaled, Singles, known_before
from rnn_core.forecast.split import Floats, Parts
from rnn_core.forecast.windows import thin, windows
from rnn_core.series.frequency import Frequency
from rnn_core.words import Sentence

STEPS_AHEAD = 60
# Each origin costs a prediction a step.
MOST_ORIGINS = 120

Network = Callable[[Singles], npt.NDArray[np.float32]]
"""Maps windows `(n, window, features)` to what the network says of each, `(n, horizon)`."""


@dataclass(frozen=True)
class Forecaster:
    """A trained network with all that its words need to become values."""

    parts: Parts
    scaled: Scaled
    network: Network
    frequency: Frequency


def look_ahead(forecaster: Forecaster) -> tuple[Ahead, ...]:
    """All ways that `forecaster` allows: recursive, and direct where it learnt to predict more than one step."""
    ways = [_recursive(forecaster)]
    if forecaster.parts.horizon > 1:
        ways.append(_ahead(forecaster, "direct", _say_directly(forecaster, _origins(forecaster.parts))))
    return tuple(ways)


def _origins(parts: Parts) -> npt.NDArray[np.int64]:
    """The rows after which to forecast: some before the test rows, evenly spread, and the last row of all."""
    rows = parts.test_rows - 1
    rows = rows[rows < len(parts.values) - 1]
    return np.append(rows[thin(len(rows), MOST_ORIGINS)], len(parts.values) - 1)


def _recursive(forecaster: Forecaster) -> Ahead:
    target = forecaster.parts.columns[0]
    strangers = sorted({name for one in forecaster.parts.features for name in one.columns} - {target})
    if strangers:
        return _nothing("recursive", forecaster.parts, _cannot_feed_itself(strangers))
    return _ahead(forecaster, "recursive", _say_in_turn(forecaster, _origins(forecaster.parts)))


def _say_directly(forecaster: Forecaster, origins: npt.NDArray[np.int64]) -> Floats:
    """What the network says at once after each of `origins`, `(origins, horizon)`, in the series' unit."""
    parts, scaled = forecaster.parts, forecaster.scaled
    said = forecaster.network(windows(scaled.inputs, parts.window)[origins + 1 - parts.window])
    return scaled.terms.in_unit(said, known_before(parts, origins + 1, own_size=scaled.terms.by_window))


def _say_in_turn(forecaster: Forecaster, origins: npt.NDArray[np.int64]) -> Floats:
    """What the network says step by step after each of `origins`, `(origins, STEPS_AHEAD)`, in the series' unit."""
    parts, scaled = forecaster.parts, forecaster.scaled
    first = origins + 1 - parts.window
    seen = windows(scaled.inputs, parts.window)[first]  # (origins, window, features)
    past = windows(parts.values[:, :1], parts.window)[first][:, :, 0]  # (origins, window)
    said: list[Floats] = []
    for _ in range(STEPS_AHEAD):
        known = known_of(past) if scaled.terms.by_window else Known(past[:, -1:])
        value = scaled.terms.in_unit(forecaster.network(seen), known)[:, :1]
        seen = np.concatenate([seen[:, 1:], _read(forecaster, value, past)[:, None, :]], axis=1)
        past = np.concatenate([past[:, 1:], value], axis=1)
        said.append(value)
    return np.concatenate(said, axis=1)


def _read(forecaster: Forecaster, value: Floats, past: Floats) -> Singles:
    """What the network reads of a row whose target is `value`, `(n, 1)`, after `past`: `(n, features)`."""
    before = past[:, -1:]
    features = [feature.of(value, before, value) for feature in forecaster.parts.features]
    # What a lost network says has no logarithm; the scalers take what is missing.
    rows = np.concatenate(features, axis=1)
    return forecaster.scaled.scale_inputs(np.where(np.isfinite(rows), rows, np.nan))


def _ahead(forecaster: Forecaster, way: AheadWay, said: Floats) -> Ahead:
    """`said` from the origins of the test part, and in its last row from the end of the series."""
    parts, origins = forecaster.parts, _origins(forecaster.parts)[:-1]
    steps = said.shape[1]
    future = np.append(parts.target, np.full(steps, np.nan))
    # A value that was filled in is no value to be judged by.
    future[: len(parts.target)][~parts.given] = np.nan
    return Ahead(
        way=way,
        dates=future_dates(parts.dates, forecaster.frequency, steps).to_numpy("datetime64[s]"),
        predicted=said[-1],
        last=float(parts.target[-1]),
        since=_since(parts),
        origins=parts.dates[origins].to_numpy("datetime64[s]"),
        naive=parts.target[origins],
        forecast=said[:-1],
        actual=np.stack([future[origins + step] for step in range(1, steps + 1)], axis=1),
    )


def _nothing(way: AheadWay, parts: Parts, problem: Sentence) -> Ahead:
    none, nothing, days = np.empty(0), np.empty((0, 0)), np.empty(0, "datetime64[s]")
    return Ahead(way, days, none, float(parts.target[-1]), _since(parts), days, none, nothing, nothing, problem)


def _since(parts: Parts) -> np.datetime64:
    return np.datetime64(parts.dates[-1].isoformat(), "s")


def _cannot_feed_itself(strangers: list[str]) -> Sentence:
    return Sentence(
        "cannot_feed_itself",
        "This network also reads {columns}, whose future nobody knows, so it cannot go on from its own predictions. "
        "It can learn to predict several steps at once instead.",
        {"columns": ", ".join(strangers)},
    )
