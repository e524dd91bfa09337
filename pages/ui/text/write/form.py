"""What can be chosen of a character model: cells, size and how long it learns."""

import streamlit as st

from pages.ui.language import _
from pages.ui.text.form import Form
from rnn_core.cells import CELLS
from rnn_core.engine.text_jobs import WriteJob
from rnn_core.text.passage import Passage

_FORM = Form("write")


def jobs(passage: Passage | None) -> list[WriteJob]:
    """The form, with its button; a job for each chosen cell, alike but for the cell."""
    chosen = {
        "cell": _FORM.several({cell: cell for cell in CELLS}),
        "units": _FORM.whole("units", most=256),
        "epochs": _FORM.whole("epochs", most=40),
    }
    with st.expander(_("More settings"), icon=":material/tune:"):
        chosen["window"] = _FORM.whole("window", most=128)
        chosen["layers"] = _FORM.whole("layers", most=3)
        chosen["embedding"] = _FORM.whole("embedding", most=64)
        chosen["dropout"] = _FORM.share("dropout")
        chosen["batch_size"] = _FORM.whole("batch_size", most=64)
        chosen["learning_rate"] = _FORM.number("learning_rate", step=0.001, digits=4)
        chosen["schedule"] = _FORM.choice("schedule")
        chosen["clip_norm"] = _FORM.number("clip_norm", step=0.5, digits=1)
        chosen["most_symbols"] = _FORM.whole("most_symbols", most=6000)
        chosen["kept_back"] = _FORM.share("kept_back")
        chosen["seed"] = _FORM.whole("seed", most=20)
    specs = _FORM.specs(chosen)
    found = [WriteJob(spec, passage) for spec in specs] if passage else []
    _FORM.train_button(found)
    return found
