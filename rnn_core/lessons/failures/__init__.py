"""Trainings that go wrong: what their curves say, and a ball in a bowl that shows why. Arrays in, plain values out."""

from rnn_core.lessons.failures.curves import Curve
from rnn_core.lessons.failures.descent import Descent, descend
from rnn_core.lessons.failures.findings import Misses, Seen, findings, see

__all__ = ["Curve", "Descent", "Misses", "Seen", "descend", "findings", "see"]
