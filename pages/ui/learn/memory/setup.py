"""What a person sets on the stage of memory: the network that gradients are sent through."""

import streamlit as st

from pages.ui.language import _
from rnn_core.lessons.memory.activations import ACTIVATIONS
from rnn_core.lessons.memory.network import BIASES, LENGTHS, SCALES, Setup

# The order in which they are met: what goes wrong first, then what mends it.
CELLS_IN_ORDER = ("SimpleRNN", "LSTM", "GRU")
_SEEDS = (1, 20)
_START = Setup("SimpleRNN", steps=60, scale=1.0, seed=3)
# Wide enough open that the direct road is seen to hand something on over all steps; Keras starts lower.
_STARTING_BIAS = {"LSTM": 4.0, "GRU": 3.0}


def choose_cell() -> str:
    """The cell that is on the stage."""
    cells = list(CELLS_IN_ORDER)
    label = _("Cell on the stage")
    return str(st.segmented_control(label, cells, default=cells[0], key="memory_cell", required=True))


def choose_activation() -> str:
    """What bends the SimpleRNN's states."""
    return str(
        st.segmented_control(
            _("Activation of the SimpleRNN"),
            list(ACTIVATIONS),
            default=_START.activation,
            key="memory_activation",
            required=True,
            help=_("LSTM and GRU always use the sigmoid in their gates and tanh for what they take in."),
        )
    )


def choose_setups(activation: str) -> dict[str, Setup]:
    """The networks of all three cells, alike but for what belongs to one cell alone."""
    left, right = st.columns(2, gap="large")
    with left:
        steps = _length()
        scale = _scale()
        seed = _seed()
    with right:
        biases = {"LSTM": _forget_bias(), "GRU": _update_bias()}
        return {
            cell: Setup(
                cell,
                steps=steps,
                scale=scale,
                bias=biases.get(cell, 0.0),
                activation=activation if cell == "SimpleRNN" else "tanh",
                seed=seed,
            )
            for cell in CELLS_IN_ORDER
        }


def _length() -> int:
    return int(
        st.slider(
            _("Steps"),
            *LENGTHS,
            _START.steps,
            key="memory_steps",
            help=_("How long the sequence is. The further back a step lies, the more factors are multiplied."),
        )
    )


def _scale() -> float:
    return float(
        st.slider(
            _("Scale of the recurrent weights U"),
            *SCALES,
            _START.scale,
            0.1,
            key="memory_scale",
            help=_(
                "At 1, U neither stretches nor shrinks, as Keras starts it. Above, gradients may explode; below, they "
                "vanish sooner."
            ),
        )
    )


def _seed() -> int:
    return int(
        st.slider(
            _("Random network"),
            *_SEEDS,
            _START.seed,
            key="memory_seed",
            help=_("Other random weights and another random sequence, to see what is luck."),
        )
    )


def _forget_bias() -> float:
    return float(
        st.slider(
            _("Bias of the LSTM's forget gate"),
            *BIASES,
            _STARTING_BIAS["LSTM"],
            0.5,
            key="memory_forget",
            help=_("The larger it is, the wider the gate is open, and the more of c is kept. Keras starts it at 1."),
        )
    )


def _update_bias() -> float:
    return float(
        st.slider(
            _("Bias of the GRU's update gate"),
            *BIASES,
            _STARTING_BIAS["GRU"],
            0.5,
            key="memory_update",
            help=_("The larger it is, the nearer z is to 1, and the more of h is kept. Keras starts it at 0."),
        )
    )
