"""What can be chosen of a judge of texts: cells, size, which way it reads, and how long it learns."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from pages.ui.language import _, tell
from pages.ui.text.form import Form
from rnn_core.cells import CELLS
from rnn_core.engine.text_jobs import SentimentJob
from rnn_core.errors import SpecError
from rnn_core.text.examples import Examples
from rnn_core.text.sentiment.parts import require_learnable
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import Way, way_of

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
        chosen["embedding"] = _FORM.whole("embedding", most=64)
        chosen["batch_size"] = _FORM.whole("batch_size", most=128)
        chosen["learning_rate"] = _FORM.number("learning_rate", step=0.001, digits=4)
        chosen["clip_norm"] = _FORM.number("clip_norm", step=0.5, digits=1)
        chosen["most_symbols"] = _FORM.whole("most_symbols", most=10_000)
        chosen["split_seed"] = _FORM.whole("split_seed", most=20)
        chosen["seed"] = _FORM.whole("seed", most=20)
    specs = _FORM.specs(chosen)
    found = [SentimentJob(spec, examples) for spec in specs] if examples and _are_enough(specs, examples) else []
    _FORM.train_button(found)
    return found


def _are_enough(specs: Sequence[SentimentSpec], examples: Examples) -> bool:
    """Whether the texts can be learnt from, all of `specs` read them alike; a sentence where they cannot."""
    refusal = None
    if specs:
        refusal = _refusal(examples, examples.fingerprint, way_of(specs[0].by, examples), specs[0].longest)
    if refusal:
        st.warning(tell(refusal), icon=":material/warning:")
    return refusal is None


@st.cache_resource(show_spinner=False, max_entries=64)
def _refusal(_examples: Examples, fingerprint: str, way: Way, longest: int) -> SpecError | None:  # noqa: ARG001
    """Of a hundred thousand texts, sorted by their labels, it takes a second to know."""
    try:
        require_learnable(way, longest, _examples)
    except SpecError as error:
        return error.with_traceback(None)  # which would keep the texts alive
    return None
