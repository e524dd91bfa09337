"""Shapes: what goes into a recurrent network and what comes out, on networks whose weights are set by hand."""

from rnn_core.lessons.shapes.network import Network, Running, Step
from rnn_core.lessons.shapes.questions import QUESTIONS
from rnn_core.lessons.shapes.registry import SHAPES
from rnn_core.lessons.shapes.shape import SequenceShape

__all__ = ["QUESTIONS", "SHAPES", "Network", "Running", "SequenceShape", "Step"]
