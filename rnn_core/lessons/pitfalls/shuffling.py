"""Shuffling rows before splitting: the neighbours of a test row are in the training part. Pure, seeded."""

import numpy as np
from sklearn.neighbors import KNeighborsRegressor

from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Picture, Pitfall
from rnn_core.lessons.pitfalls.findings import against_naive, gain, score_of
from rnn_core.lessons.pitfalls.lines import WITH, WITHOUT, line_of, real_line
from rnn_core.lessons.pitfalls.material import Material, Rows, windows_before
from rnn_core.words import N_, Sentence

_SEED = 1
# Long windows of neighbouring rows share nearly all their values, so that they find each other.
_LONGEST_WINDOW = 60


def demonstrate_shuffling(material: Material, neighbours: int) -> Demonstration:
    """The mean of the `neighbours` most similar windows, found among rows before the test, or among any rows."""
    window = min(_LONGEST_WINDOW, material.train.stop // 4)
    train = np.arange(window, material.train.stop)
    honest = _forecast(material, train, material.test, window, neighbours)
    mixed = np.random.default_rng(_SEED).permutation(np.concatenate([train, material.test]))
    cheated = _forecast(material, np.sort(mixed[: len(train)]), np.sort(mixed[len(train) :]), window, neighbours)
    lines = (
        real_line(material, material.test),
        line_of(material, honest, "honest", WITHOUT),
        line_of(material, _within(cheated, material.test), "cheated", WITH, look="dots"),
    )
    return Demonstration(
        cheated,
        honest,
        scores=(
            score_of(N_("Rows shuffled, then split"), cheated, material.unit),
            score_of(N_("Split in time"), honest, material.unit),
        ),
        findings=(_told(cheated.rows, mixed[: len(train)]), gain(cheated, honest), *against_naive(cheated, honest)),
        picture=Picture(lines, N_("value")),
    )


def _forecast(material: Material, train: Rows, test: Rows, window: int, neighbours: int) -> Forecast:
    values = material.values
    model = KNeighborsRegressor(neighbours, weights="distance")
    model.fit(windows_before(values, train, window), values[train])
    predicted = model.predict(windows_before(values, test, window))
    return Forecast(test, values[test], predicted, values[test - 1])


def _within(forecast: Forecast, rows: Rows) -> Forecast:
    inside = np.isin(forecast.rows, rows)
    return Forecast(forecast.rows[inside], forecast.actual[inside], forecast.predicted[inside], forecast.naive[inside])


def _told(tested: Rows, learnt: Rows) -> Sentence:
    beside = np.isin(tested - 1, learnt) | np.isin(tested + 1, learnt)
    return Sentence(
        "neighbours",
        "Of the {count} shuffled test rows, {beside} have the row just before or just after them in the training part.",
        {"count": len(tested), "beside": int(beside.sum())},
    )


def _knob(_: Material) -> Knob:
    return Knob(
        N_("Neighbours"),
        N_("How many similar windows are looked up. The fewer, the more the answer is simply copied from next door."),
        low=1,
        high=10,
        start=2,
    )


SHUFFLING = Pitfall(
    name="shuffling",
    title=N_("Shuffling before splitting"),
    story=N_(
        "Most tools shuffle rows before they split them, which is right for pictures of cats and wrong for a "
        "series: the rows just before and after almost every test row are then in the training part. The model "
        "here only looks up the most similar windows that it knows and repeats what came after them. It cannot "
        "foretell anything."
    ),
    notice=N_(
        "Each dot is a test row of the shuffled split. Look how close the dots lie to the real line: the model "
        "copies from the days around them, even from days that were still to come. Where only the past is known, "
        "the same model cannot leave the values that it has seen."
    ),
    knob=_knob,
    demonstrate=demonstrate_shuffling,
)
