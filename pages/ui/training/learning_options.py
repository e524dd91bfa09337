"""The controls of how a network learns: its optimizer and learning rate, when it stops, where its luck begins."""

from typing import Any

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.training import inputs, split_options
from rnn_core.forecast.choice_words import CHOICES
from rnn_core.forecast.field_words import EARLY_STOPPING, FIELDS
from rnn_core.forecast.spec import OPTIMIZERS, ForecastSpec

_USUAL_PATIENCE = 10


def options() -> dict[str, Any]:
    """The group of controls."""
    optimizer, rate = _beside_each_other()
    with optimizer:
        found: dict[str, Any] = {
            "optimizer": inputs.choice("optimizer", {name: CHOICES["optimizer"][name] for name in OPTIMIZERS})
        }
    with rate:
        found["learning_rate"] = inputs.number("learning_rate", step=0.0005, digits=5)
    found["schedule"] = inputs.choice("schedule", CHOICES["schedule"])
    batch, clipping = _beside_each_other()
    with batch:
        found["batch_size"] = inputs.whole_number("batch_size")
    with clipping:
        found["clip_norm"] = inputs.number("clip_norm", step=0.5, digits=1)
    found["loss"] = inputs.choice("loss", CHOICES["loss"])
    found["patience"] = _until()
    return found | {"seed": inputs.whole_number("seed")}


def _beside_each_other() -> list[Any]:
    return st.columns(2, vertical_alignment="bottom", gap="small")


def _until() -> int:
    """Whether training ends by itself, and after how many epochs without progress."""
    if inputs.is_hidden("patience"):
        return int(inputs.remembered("patience"))
    return _patience(stops_early=_early_stopping())


def _early_stopping() -> bool:
    """The switch; it brings a validation part."""
    return bool(
        st.toggle(
            _(EARLY_STOPPING.label),
            key=widgets.primed("stops_early", inputs.remembered("patience") > 0),
            help=_(EARLY_STOPPING.help),
            on_change=split_options.prepare_for_early_stopping,
            disabled=inputs.is_fixed("patience"),
        )
    )


def _patience(*, stops_early: bool) -> int:
    """Epochs without progress after which learning ends; 0 while the switch is off."""
    words = FIELDS["patience"]
    patience = st.number_input(
        _(words.label),
        1,
        ForecastSpec.bounds("patience")[1],
        key=widgets.primed("patience", inputs.remembered("patience") or _USUAL_PATIENCE),
        help=_(words.help),
        disabled=not stops_early or inputs.is_fixed("patience"),
    )
    return int(patience) if stops_early else 0
