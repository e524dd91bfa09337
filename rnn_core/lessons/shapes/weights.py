"""Shared weights: how many a layer has that reads a window step by step, and one that reads it at once. Pure."""

LONGEST = 200
"""The longest window that the lesson looks at, in steps."""


def dense_weights(steps: int, units: int) -> int:
    """Weights of a dense layer of `units` that reads all `steps` at once, one value each, with its biases.

    >>> dense_weights(60, 125)
    7625
    """
    return units * (steps + 1)
