"""How an encoder and decoder is drawn: with attention as its cell is, without it dashed and hollow. Pure."""

from dataclasses import replace

from rnn_core.figures.theme import Look, cell_look
from rnn_core.text.rewrite.spec import RewriteSpec


def rewriter_look(spec: RewriteSpec) -> Look:
    """The look of the line of a network of `spec`."""
    look = cell_look(spec.cell)
    return look if spec.attention else replace(look, dash="longdash", symbol=f"{look.symbol}-open")
