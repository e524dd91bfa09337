"""The numbers behind the pages that teach: arrays in, plain values out."""

from rnn_core.lessons.demonstration import Demonstration, Forecast, Knob, Line, Picture, Pitfall, Score
from rnn_core.lessons.material import MOST_ROWS, Material, gather
from rnn_core.lessons.pitfalls import PITFALLS

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
