"""The controls of how a network learns: its optimizer and learning rate, when it stops, where its luck begins."""

from typing import Any

import streamlit as st

from pages.ui import inputs, split_options, state
from pages.ui.fields import EARLY_STOPPING, FIELDS
from pages.ui.language import _
from rnn_core.forecast.spec import OPTIMIZERS, bounds
from rnn_core.words import N_

_OPTIMIZER_WORDS = {"adam": "Adam", "rmsprop": "RMSprop", "sgd": "SGD"}
_LOSS_WORDS = {"mse": N_("Squared error"), "mae": N_("Absolute error"), "huber": N_("Huber (in between)")}
_SCHEDULE_WORDS = {
    "constant": N_("Stays the same"),
    "cosine": N_("Falls smoothly to zero"),
    "plateau": N_("Halves when it gets no better"),
}

_USUAL_PATIENCE = 10


def options() -> dict[str, Any]:
    """The group of controls."""
    left, right = st.columns(2, vertical_alignment="bottom", gap="small")
    with left:
        found: dict[str, Any] = {
            "optimizer": inputs.choice("optimizer", {name: _OPTIMIZER_WORDS[name] for name in OPTIMIZERS}),
            "batch_size": inputs.whole_number("batch_size"),
        }
    with right:
        found["learning_rate"] = inputs.number("learning_rate", step=0.0005, digits=5)
        found["clip_norm"] = inputs.number("clip_norm", step=0.5, digits=1)
    found["schedule"] = inputs.choice("schedule", _SCHEDULE_WORDS)
    found["loss"] = inputs.choice("loss", _LOSS_WORDS)
    return found | {"patience": _patience(), "seed": inputs.whole_number("seed")}


def _patience() -> int:
    """Epochs without progress after which learning ends; 0 while the switch is off."""
    switch, box = st.columns(2, vertical_alignment="bottom", gap="small")
    remembered = inputs.remembered("patience")
    with switch:
        stops_early = st.toggle(
            _(EARLY_STOPPING.label),
            key=state.primed("stops_early", remembered > 0),
            help=_(EARLY_STOPPING.help),
            on_change=split_options.prepare_for_early_stopping,
        )
    with box:
        patience = st.number_input(
            _(FIELDS["patience"].label),
            1,
            bounds("patience")[1],
            key=state.primed("patience", remembered or _USUAL_PATIENCE),
            help=_(FIELDS["patience"].help),
            disabled=not stops_early,
        )
    return int(patience) if stops_early else 0
