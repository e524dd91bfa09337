"""The form of a forecast: every field of the spec has its control here, in groups, and each control feeds a field."""

from typing import Any

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _, tell
from pages.ui.training import input_choice, inputs, learning_options, repeats, split_options
from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.forecast.field_words import FIELDS
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series
from rnn_core.words import N_

_GROUPS: dict[str, tuple[str, ...]] = {
    N_("Network"): ("layers", "bidirectional", "attention", "dropout", "recurrent_dropout", "l2"),
    N_("Learning"): (
        *("optimizer", "learning_rate", "schedule", "batch_size"),
        *("clip_norm", "loss", "patience", "seed"),
    ),
    N_("Data"): ("target", "inputs", "predict", "scaling", "missing", "horizon"),
    N_("Split"): ("split",),
}


def specs(series: Series) -> list[ForecastSpec]:
    """The form; for each chosen cell one spec a seed, none (and a sentence) where they do not fit or do not suit it."""
    chosen = _cells()
    settings = {
        "units": inputs.slider_with_box("units", usual=256),
        "window": inputs.slider_with_box("window", usual=120),
        "epochs": inputs.slider_with_box("epochs", usual=200),
    }
    count = repeats.choose()
    settings |= _more(series)
    state.remember(settings)
    if not chosen:
        st.warning(_("Choose at least one cell."), icon=":material/warning:")
        return []
    try:
        found = repeats.repeated([ForecastSpec.make(**settings, cell=cell) for cell in chosen], count)
        split(found[0], series)  # neither cell nor seed decides about the parts
    except SpecError as error:
        st.warning(tell(error), icon=":material/warning:")
        return []
    return found


def data_settings(series: Series) -> None:
    """The part of the form that concerns the data, for the Data page."""
    changed = input_choice.options(series)
    changed |= split_options.options(series, watched=inputs.remembered("patience") > 0)
    changed["window"] = inputs.slider_with_box("window", usual=120)
    state.remember({**state.settings(), **changed})


def _cells() -> tuple[str, ...]:
    if inputs.is_hidden("cell"):
        return state.cells()
    words = FIELDS["cell"]
    chosen = st.pills(
        _(words.label),
        list(CELLS),
        selection_mode="multi",
        key=widgets.primed("cells", [name for name in CELLS if name in state.cells()]),
        help="\n\n".join([_(words.help), *(f"**{cell.name}**: {_(cell.summary)}" for cell in CELLS.values())]),
        disabled=inputs.is_fixed("cell"),
    )
    ordered = tuple(name for name in CELLS if name in chosen)
    state.set_cells(ordered)
    return ordered


def _more(series: Series) -> dict[str, Any]:
    """The groups of settings that are seldom needed; one of which all is hidden has no tab."""
    shown = {title: names for title, names in _GROUPS.items() if not all(map(inputs.is_hidden, names))}
    if not shown:
        found = _network() | learning_options.options() | _columns(series)
        return found | split_options.options(series, watched=found["patience"] > 0)
    with st.expander(_("More settings")):
        tabs = dict(zip(shown, st.tabs([_(title) for title in shown]), strict=True))
        # What is hidden draws nothing, wherever it stands.
        network, learning, columns, cut = (tabs.get(title, st.container()) for title in _GROUPS)
        with network:
            found = _network()
        with learning:
            found |= learning_options.options()
        with columns:
            found |= _columns(series)
        with cut:
            found |= split_options.options(series, watched=found["patience"] > 0)
    return found


def _columns(series: Series) -> dict[str, Any]:
    return input_choice.options(series) | {"horizon": inputs.whole_number("horizon")}


def _network() -> dict[str, Any]:
    """What a network is made of, and what keeps it from learning by heart."""
    return {
        "layers": inputs.whole_number("layers"),
        "bidirectional": inputs.switch("bidirectional"),
        "attention": inputs.switch("attention"),
        "dropout": inputs.share("dropout", most=0.8),
        "recurrent_dropout": inputs.share("recurrent_dropout", most=0.8),
        "l2": inputs.number("l2", step=0.0005, digits=5),
    }
