"""Peeking: inputs that are known only when the answer is. Pure."""

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Picture, Pitfall
from rnn_core.lessons.pitfalls.findings import against_naive, gain, score_of
from rnn_core.lessons.pitfalls.lines import WITH, WITHOUT, last_part, line_of, real_line
from rnn_core.lessons.pitfalls.material import Floats, Material, Rows, windows_before
from rnn_core.words import N_, Sentence

# What the two models are called: with the cheat, and without it.
_COLUMN_LABELS = (N_("Reads columns of the same row"), N_("Reads the row before alone"))
_AVERAGE_LABELS = (N_("Average around the last row"), N_("Average up to the last row"))
_WINDOW = 5
_ROWS_SHOWN = 60


def demonstrate_peeking(material: Material, amount: int) -> Demonstration:
    """A linear model that also reads `amount` other columns of the very row that it predicts.

    Of a series with one column, `amount` is how many rows ahead of the last known one a moving average reaches.
    """
    honest, cheated = _by_columns(material, amount) if material.peers else _by_average(material, amount)
    lines = (
        real_line(material, material.test[-_ROWS_SHOWN:]),
        line_of(material, last_part(honest, _ROWS_SHOWN), "honest", WITHOUT),
        line_of(material, last_part(cheated, _ROWS_SHOWN), "cheated", WITH),
    )
    labels = _COLUMN_LABELS if material.peers else _AVERAGE_LABELS
    return Demonstration(
        cheated,
        honest,
        scores=(score_of(labels[0], cheated, material.unit), score_of(labels[1], honest, material.unit)),
        findings=(_told(material, amount), *_judged(cheated, honest, amount)),
        picture=Picture(lines, N_("value")),
    )


def _by_columns(material: Material, amount: int) -> tuple[Forecast, Forecast]:
    peers = np.column_stack(list(material.peers.values()))  # (rows, peers)
    before = np.column_stack([material.values, peers])[:-1]
    known = np.vstack([before[:1], before])  # each row's own row before; the first has none and is never used
    return _forecast(material, known), _forecast(material, np.column_stack([known, peers[:, :amount]]))


def _by_average(material: Material, amount: int) -> tuple[Forecast, Forecast]:
    """Both averages are as wide; one ends with the last known row, the other is centred on it."""
    values, width = pd.Series(material.values), 2 * amount + 1
    behind = values.rolling(width, min_periods=1).mean().to_numpy()
    around = values.rolling(width, min_periods=1, center=True).mean().to_numpy()
    return (
        _forecast(material, _windows_and_last(material, behind)),
        _forecast(material, _windows_and_last(material, around)),
    )


def _windows_and_last(material: Material, average: Floats) -> Floats:
    """What is read for each row: the averages of the rows before it, and the last value; `(rows, window + 1)`."""
    rows = np.arange(_WINDOW, len(average))
    read = np.column_stack([windows_before(average, rows, _WINDOW), material.values[rows - 1]])
    return np.vstack([np.repeat(read[:1], _WINDOW, axis=0), read])  # the first rows are never used


def _forecast(material: Material, inputs: Floats) -> Forecast:
    """A linear model of the change since the last value; `inputs` `(rows, features)` are what it reads for each row."""
    last = np.concatenate([material.values[:1], material.values[:-1]])
    train: Rows = np.arange(_WINDOW, material.train.stop)
    test = material.test
    model = make_pipeline(StandardScaler(), LinearRegression()).fit(inputs[train], (material.values - last)[train])
    return Forecast(test, material.values[test], last[test] + model.predict(inputs[test]), last[test])


def _told(material: Material, amount: int) -> Sentence:
    if amount == 0:
        return Sentence("no_peek", "Nothing is peeked at: both models read the same. Move the slider.")
    if material.peers:
        columns = ", ".join(list(material.peers)[:amount])
        return Sentence(
            "peeked_columns", "Of the very row that is predicted, the cheat reads: {columns}.", {"columns": columns}
        )
    return Sentence(
        "peeked_rows",
        "An average of {width} rows around the last known row contains the {ahead} rows after it; the first of them is "
        "the answer.",
        {"width": 2 * amount + 1, "ahead": amount},
    )


def _judged(cheated: Forecast, honest: Forecast, amount: int) -> tuple[Sentence, ...]:
    return (gain(cheated, honest), *against_naive(cheated, honest)) if amount else ()


def _knob(material: Material) -> Knob:
    if material.peers:
        return Knob(
            N_("Columns of the same row"),
            N_("How many other columns of the very row that is predicted the cheat reads. 0 is honest."),
            low=0,
            high=len(material.peers),
            start=len(material.peers),
        )
    return Knob(
        N_("Rows peeked at"),
        N_("How many rows after the last known one the average contains. 0 is honest; a wider one blurs what it sees."),
        low=0,
        high=10,
        start=2,
    )


PEEKING = Pitfall(
    name="peeking",
    title=N_("Peeking at the same day"),
    story=N_(
        "A forecast of today's close that reads today's high and low knows what nobody knows in the morning. In a "
        "series with one column the future comes in by smoothing: a moving average that is centred on a day contains "
        "the days after it."
    ),
    notice=N_(
        "Watch where the lines turn: one that peeks turns on the very day on which the real one does, an honest one "
        "can only follow. When a forecast is too good, ask of each input whether it was known on the evening before."
    ),
    knob=_knob,
    demonstrate=demonstrate_peeking,
)
