"""Renaming: the lines of a chart under names that a person gave. Pure."""

from collections.abc import Mapping

import plotly.graph_objects as go

from rnn_core.figures.numbers import plain


def rename_lines(figure: go.Figure, names: Mapping[str, str]) -> go.Figure:
    """`figure`, each line that is a key of `names` called by its value; the others as they are."""
    for line in figure.data:
        line.name = plain(names[line.name]) if line.name in names else line.name
    return figure
