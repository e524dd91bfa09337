"""What can be chosen of a judge of texts: cells, size, which way it reads, and how long it learns."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pages.ui.language import _
from pages.ui.text.form import Form
from rnn_core.cells import CELLS
from rnn_core.engine.text_jobs import SentimentJob
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.spec import SentimentSpec

_FORM = Form("sentiment")


def jobs(examples: Examples | None) -> list[SentimentJob]:
    """The form, with its button; a job for each chosen cell, alike but for the cell."""
    chosen: dict[str, Any] = {
        "cell": _FORM.several({cell: cell for cell in CELLS}),
        "units": _FORM.whole("units", most=128),
        "epochs": _FORM.whole("epochs", most=40),
        "bidirectional": _FORM.switch("bidirectional"),
        "attention": _FORM.switch("attention"),
        "dropout": _FORM.share("dropout"),
    }
    with st.expander(_("More settings"), icon=":material/tune:"):
        chosen["recurrent_dropout"] = _FORM.share("recurrent_dropout")
        chosen["by"] = _FORM.choice("by")
        chosen["longest"] = _FORM.whole("longest", most=400)
        chosen["patience"] = _FORM.whole("patience", most=20)
        chosen["test_share"] = _FORM.share("test_share")
        chosen["validation_share"] = _FORM.share("validation_share")
        chosen["seed"] = _FORM.whole("seed", most=20)
    specs = _FORM.specs(_without_control(chosen) | chosen)
    found = [SentimentJob(spec, examples) for spec in specs] if examples else []
    _FORM.train_button(found)
    return found


def _without_control(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What a link says of settings that have no control here."""
    others = set(SentimentSpec.model_fields) - {"kind", *chosen}
    return {name: _FORM.remembered(name) for name in others}
