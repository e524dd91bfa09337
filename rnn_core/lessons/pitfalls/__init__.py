"""Mistakes that make a forecast look good, made on purpose: arrays in, plain values out."""

from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Line, Picture, Pitfall, Score
from rnn_core.lessons.pitfalls.material import MOST_ROWS, Material, gather
from rnn_core.lessons.pitfalls.registry import PITFALLS

__all__ = [
    "MOST_ROWS",
    "PITFALLS",
    "Demonstration",
    "Forecast",
    "Knob",
    "Line",
    "Material",
    "Picture",
    "Pitfall",
    "Score",
    "gather",
]
