"""The form of a forecast: every field of the spec has its control here, in groups, and each control feeds a field."""

from typing import Any

import streamlit as st

from pages.ui import inputs, state
from pages.ui.fields import FIELDS
from pages.ui.language import _, tell
from rnn_core.cells import CELLS
from rnn_core.errors import SpecError
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import OPTIMIZERS, ForecastSpec, make_spec
from rnn_core.forecast.split import split
from rnn_core.series import Series
from rnn_core.words import N_

_OPTIMIZER_WORDS = {"adam": "Adam", "rmsprop": "RMSprop", "sgd": "SGD"}
_LOSS_WORDS = {"mse": N_("Squared error"), "mae": N_("Absolute error"), "huber": N_("Huber (in between)")}
_MISSING_WORDS = {
    "refuse": N_("Stop and tell me"),
    "drop": N_("Leave those rows out"),
    "previous": N_("Repeat the last known value"),
}


def specs(series: Series) -> list[ForecastSpec]:
    """The form; one spec for each chosen cell, none (and a sentence) where they do not fit each other or the series."""
    chosen = _cells()
    settings = {
        "units": inputs.slider_with_box("units", usual=256),
        "window": inputs.slider_with_box("window", usual=120),
        "epochs": inputs.slider_with_box("epochs", usual=200),
    }
    with st.expander(_("More settings")):
        settings |= _more(series)
    state.remember(settings)
    try:
        found = [make_spec(**settings, cell=cell) for cell in chosen]
        for spec in found:
            split(spec, series)
    except SpecError as error:
        st.warning(tell(error), icon=":material/warning:")
        return []
    if not found:
        st.warning(_("Choose at least one cell."), icon=":material/warning:")
    return found


def data_settings(series: Series) -> None:
    """The part of the form that concerns the data, for the Data page."""
    changed = _columns(series) | _split(series) | {"window": inputs.slider_with_box("window", usual=120)}
    state.remember({**state.settings(), **changed})


def _cells() -> tuple[str, ...]:
    words = FIELDS["cell"]
    chosen = st.pills(
        _(words.label),
        list(CELLS),
        selection_mode="multi",
        key=state.primed("cells", [name for name in CELLS if name in state.cells()]),
        help="\n\n".join([_(words.help), *(f"**{cell.name}**: {_(cell.summary)}" for cell in CELLS.values())]),
    )
    ordered = tuple(name for name in CELLS if name in chosen)
    state.set_cells(ordered)
    return ordered


def _more(series: Series) -> dict[str, Any]:
    titles = [_("Network"), _("Learning"), _("Data"), _("Split")]
    network, learning, columns, split = st.tabs(titles)
    with network:
        found: dict[str, Any] = {
            "layers": inputs.whole_number("layers"),
            "dropout": inputs.share("dropout", most=0.8),
            "bidirectional": inputs.switch("bidirectional"),
        }
    with learning:
        found |= {
            "optimizer": inputs.choice("optimizer", {name: _OPTIMIZER_WORDS[name] for name in OPTIMIZERS}),
            "learning_rate": inputs.small_number("learning_rate"),
            "batch_size": inputs.whole_number("batch_size"),
            "loss": inputs.choice("loss", _LOSS_WORDS),
            "seed": inputs.whole_number("seed"),
        }
    with columns:
        found |= _columns(series)
    with split:
        found |= _split(series)
    return found


def _columns(series: Series) -> dict[str, Any]:
    state.primed("target", _known_column(series, inputs.remembered("target")))
    return {
        "target": inputs.choice("target", series.columns),
        "inputs": inputs.several("inputs", series.columns),
        "scaling": inputs.choice("scaling", {name: scaler.title for name, scaler in SCALERS.items()}),
        "missing": inputs.choice("missing", _MISSING_WORDS),
    }


def _known_column(series: Series, name: str) -> str:
    """The column that a link or a recipe means; the usual one where this series has no such column."""
    try:
        return series.column(name)
    except SpecError:
        return series.default_target


def _split(series: Series) -> dict[str, Any]:
    days = ("train_from", "train_to", "test_from", "test_to")
    ways = {"share": _("By share"), "days": _("By days")}
    way = st.segmented_control(
        _("Split the series"),
        list(ways),
        format_func=lambda name: ways[name],
        key=state.primed("way", "days" if any(inputs.remembered(day) for day in days) else "share"),
        required=True,
        help=_("Networks learn on the earlier part and are judged on the later one."),
    )
    first, last = series.dates[0].date(), series.dates[-1].date()
    # All fields of the split, so that those of the other way are given up and not kept in secret.
    found: dict[str, Any] = dict.fromkeys(days) | {"test_share": inputs.remembered("test_share")}
    found["validation_share"] = inputs.share("validation_share", most=0.5)
    if way == "share":
        return found | {"test_share": inputs.share("test_share", most=0.9)}
    return found | {day: inputs.maybe_day(day, first, last) for day in days}
