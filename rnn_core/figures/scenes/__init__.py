"""Drawings that move: values in, a Scene out, which a page plays step by step."""

from rnn_core.figures.scenes.scene import Frame, Panel, Scene, Shape

__all__ = ["Frame", "Panel", "Scene", "Shape"]
