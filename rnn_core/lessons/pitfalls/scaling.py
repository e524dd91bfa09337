"""Scaling before splitting: the scaler has seen the test part. Pure, seeded."""

import warnings
from functools import partial

import numpy as np
import numpy.typing as npt
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPRegressor
from sklearn.preprocessing import MinMaxScaler

from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Picture, Pitfall
from rnn_core.lessons.pitfalls.findings import against_naive, gain, score_of
from rnn_core.lessons.pitfalls.lines import WITH, WITHOUT, line_of, real_line
from rnn_core.lessons.pitfalls.material import Floats, Material, windows_before
from rnn_core.words import N_, Percent, Sentence

_WINDOW, _ROUNDS = 5, 60
# The start of one network is luck; the mean of three is less so.
_SEEDS = range(1, 4)


def demonstrate_scaling(material: Material, units: int) -> Demonstration:
    """Networks of `units` tanh units on scaled windows; the cheat fits the scaler on test rows too."""
    honest = _forecast(material, material.train_values, units)
    cheated = _forecast(material, material.values, units)
    low, high = float(material.train_values.min()), float(material.train_values.max())
    below, above = honest.actual < low, honest.actual > high
    lines = (
        real_line(material, material.test),
        line_of(material, honest, "honest", WITHOUT),
        line_of(material, cheated, "cheated", WITH),
    )
    return Demonstration(
        cheated,
        honest,
        scores=(
            score_of(N_("Scaler fitted on all rows"), cheated, material.unit),
            score_of(N_("Scaler fitted on the training part"), honest, material.unit),
        ),
        findings=(_told(below | above), gain(cheated, honest), *against_naive(cheated, honest)),
        picture=Picture(lines, N_("value"), levels=((low,) if below.any() else ()) + ((high,) if above.any() else ())),
    )


def _told(outside: npt.NDArray[np.bool_]) -> Sentence:
    if not outside.any():
        return Sentence(
            "inside", "No test value lies outside the range of the training part, so both scalers are the same."
        )
    return Sentence(
        "outside",
        "{count} of the {rows} test values ({share}) lie outside the range of the training part, beyond a dotted line.",
        {"count": int(outside.sum()), "rows": len(outside), "share": Percent(float(outside.mean()))},
    )


def _forecast(material: Material, seen: Floats, units: int) -> Forecast:
    """The mean of three small networks, the scaler fitted on the values `seen`."""
    scaler = MinMaxScaler().fit(seen[:, None])
    scaled = scaler.transform(material.values[:, None])[:, 0]
    train = np.arange(_WINDOW, material.train.stop)
    learn = partial(_learn, windows_before(scaled, train, _WINDOW), scaled[train], units)
    told = windows_before(scaled, material.test, _WINDOW)
    mean = np.mean([learn(seed).predict(told) for seed in _SEEDS], axis=0)
    predicted = scaler.inverse_transform(mean[:, None])[:, 0]
    return Forecast(material.test, material.values[material.test], predicted, material.values[material.test - 1])


def _learn(inputs: Floats, wanted: Floats, units: int, seed: int) -> MLPRegressor:
    """One network: like a recurrent one its units end at -1 and 1, so that it sags where values are new to it."""
    network = MLPRegressor(
        hidden_layer_sizes=(units,), activation="tanh", solver="lbfgs", max_iter=_ROUNDS, random_state=seed
    )
    with warnings.catch_warnings():
        # It learns for a fixed number of rounds, and it may well not be at its end by then.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return network.fit(inputs, wanted)


def _knob(_: Material) -> Knob:
    return Knob(
        N_("Units of the small network"),
        N_("How many numbers the network works with. Try whether the gain of the cheat stays the same."),
        low=4,
        high=64,
        start=16,
        step=4,
    )


SCALING = Pitfall(
    name="scaling",
    title=N_("Scaling before splitting"),
    story=N_(
        "Networks learn best from numbers between 0 and 1, so the values are scaled by their lowest and their "
        "highest one. Who scales first and splits afterwards takes these two from the test part as well: the "
        "network is told how far the values will go, long before they do. Here, three small networks learn each "
        "way, and their mean is shown."
    ),
    notice=N_(
        "A network whose units end at -1 and 1 sags where values leave the range that it learnt from. A scaler "
        "that knows the future hides some of that. How much depends on the series and on luck, which is why a "
        "score made this way says nothing."
    ),
    knob=_knob,
    demonstrate=demonstrate_scaling,
)
