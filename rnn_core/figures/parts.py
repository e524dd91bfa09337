"""The parts of a series on a chart: their coloured grounds, their names, and where one begins. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import plotly.graph_objects as go

from rnn_core.figures.numbers import date_texts
from rnn_core.figures.theme import PART_COLOURS, Say, Theme

PartName = Literal["training", "validation", "test"]

# How strong the ground of a part is, and where its name stands so that short neighbours do not write over each other.
_GROUNDS: dict[PartName, tuple[float, str]] = {
    "training": (0.12, "top left"),
    "validation": (0.26, "bottom right"),
    "test": (0.2, "top right"),
}


@dataclass(frozen=True)
class Span:
    """One part of a series, from its `first` to its `last` date."""

    part: PartName
    first: np.datetime64
    last: np.datetime64


def mark_parts(figure: go.Figure, spans: Sequence[Span], theme: Theme, say: Say) -> None:
    """Lay the grounds of `spans` under everything that `figure` shows; each shape bears the name of its part."""
    names = {"training": say("training part"), "validation": say("validation part"), "test": say("test part")}
    shapes, notes = [], []
    for span in spans:
        opacity, place = _GROUNDS[span.part]
        left, right = map(str, date_texts(np.array([span.first, span.last])))
        ground = {"fillcolor": PART_COLOURS[span.part], "opacity": opacity, "line": {"width": 0}}
        shapes.append(_shape("rect", span.part, left, right) | ground)
        notes.append({"text": names[span.part], "font": {"color": theme.ink}, **_placed(left, right, place)})
        if span.part != "training":
            line = {"color": theme.muted, "width": 1, "dash": "dot"}
            shapes.append(_shape("line", f"{span.part} begins", left, left) | {"line": line})
    figure.update_layout(shapes=shapes, annotations=notes)


def _shape(kind: str, name: str, left: str, right: str) -> dict[str, object]:
    over_all = {"xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return {"type": kind, "name": name, "x0": left, "x1": right, **over_all}


def _placed(left: str, right: str, place: str) -> dict[str, object]:
    """Where a part's name stands: inside, at one of its corners."""
    vertical, side = place.split()
    height = 1.0 if vertical == "top" else 0.0
    across = {"x": left if side == "left" else right, "xref": "x", "xanchor": side, "showarrow": False}
    return {**across, "y": height, "yref": "paper", "yanchor": vertical}
