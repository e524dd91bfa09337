"""Weights over the length of the window: recurrent layers, which have as many at any, and a dense one. Pure."""

import numpy as np

from rnn_core.cells import CELLS
from rnn_core.figures.frame import Figure, axis, blank
from rnn_core.figures.theme import LIGHT, Say, Theme, cell_look
from rnn_core.lessons.shapes.weights import LONGEST, dense_weights
from rnn_core.words import N_, Sentence


def weights_figure(units: int, steps: int, *, theme: Theme = LIGHT, say: Say = str) -> Figure:
    """Weights of a layer of `units` that reads one value a step, over the length; `steps` is marked."""
    figure = blank(theme, height=360, revision="weights")
    x = np.array([1, LONGEST])
    for name, cell in CELLS.items():
        y = np.full(2, cell.parameters(1, units))
        figure.add_scatter(x=x, y=y, name=name, uid=name, hovertemplate="%{y:,}", **cell_look(name).drawn())
    look = {"color": theme.ink, "dash": "4px,3px", "width": 2}
    dense = [dense_weights(int(length), units) for length in x]
    name = say("dense layer")
    figure.add_scatter(x=x, y=dense, name=name, uid="dense", mode="lines", line=look, hovertemplate="%{y:,}")
    figure.add_vline(x=steps, line={"color": theme.muted, "width": 1, "dash": "dot"})
    marker = {"color": theme.ink, "size": 10, "symbol": "square"}
    here = {"x": [steps], "y": [dense_weights(steps, units)], "mode": "markers", "marker": marker}
    figure.add_scatter(**here, uid="here", showlegend=False, hovertemplate="%{y:,}<extra></extra>")
    figure.update_layout(
        xaxis=axis(theme, say("length of the window (steps)"), range=[0, LONGEST + 3]),
        yaxis=axis(theme, say("weights of the layer"), rangemode="tozero", tickformat=","),
    )
    return figure


def weights_alt(units: int, steps: int) -> Sentence:
    """The chart in words."""
    return Sentence(
        "alt_weights",
        N_("Weights of a layer of {units} units at a window of {steps}: {recurrent}; a dense layer {dense}."),
        {
            "units": units,
            "steps": steps,
            "recurrent": ", ".join(f"{name} {cell.parameters(1, units):,}" for name, cell in CELLS.items()),
            "dense": dense_weights(steps, units),
        },
    )
