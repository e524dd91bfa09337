"""The series that the mistakes are shown on: the visitor's own, or a built-in one that is a click away."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import streamlit as st

from pages.ui import data, state, widgets
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.lessons.pitfalls import Material, gather
from rnn_core.series import Series, Source, builtin_series

_BUILTIN = ("share", "walk", "sine")
_MINE = "mine"
# What cuts a series into its parts; the window of a network has no say here.
_OF_THE_SPLIT = ("target", "train_from", "train_to", "test_from", "test_to", "test_share")
_OF_PRICES = ("open", "high", "low", "close")


@dataclass(frozen=True)
class Shown:
    """The `material`, and a `key` that no other series, split or language has."""

    key: str
    material: Material


def shown() -> Shown | None:
    """What the visitor chooses to see it on; None, and a sentence, where that cannot be."""
    mine = data.chosen()
    name = _choice(mine)
    series = mine if mine is not None and name == _MINE else data.load(Source("builtin", name))
    settings = {field: value for field, value in state.settings().items() if field in _OF_THE_SPLIT}
    if series is not mine:
        settings = {field: value for field, value in settings.items() if field == "test_share"}
    try:
        spec = ForecastSpec.make(**settings, window=1, missing="drop")
        material = _material(series, spec)
    except RnnLabError as error:
        st.warning(tell(error), icon=":material/warning:")
        return None
    _introduce(series, material)
    return Shown(f"{series.fingerprint} {settings} {material.unit}", material)


def _choice(mine: Series | None) -> str:
    """The visitor's own series first, where there is one."""
    own = state.source() if mine is not None else None
    names = ([_MINE] if own else []) + [name for name in _BUILTIN if own != Source("builtin", name)]
    if not own:
        st.caption(_("You have not chosen a series yet, so this is a built-in one. Choose your own on the Data page."))
    titles = builtin_series()
    return str(
        st.segmented_control(
            _("Shown on"),
            names,
            format_func=lambda name: data.name_of(mine) if mine and name == _MINE else _(titles[name].title),
            default=names[0],
            key=widgets.key(f"pitfall_series_{own}"),
            required=True,
        )
    )


def _material(series: Series, spec: ForecastSpec) -> Material:
    parts = split(spec, series)
    rows = series.frame.loc[parts.dates]
    target = parts.columns[0]
    # Repeating the last known value gives nothing away: it was known before.
    peers = {name: rows[name].ffill().to_numpy("float64") for name in _peers(series) if name != target}
    return gather(
        parts.dates.to_numpy(),
        np.asarray(parts.target, "float64"),
        train=parts.train,
        test=parts.test_rows,
        peers=peers,
        unit=data.ours(series.unit, series.receipt),
    )


def _peers(series: Series) -> Iterable[str]:
    """The four prices where there are any, else all columns."""
    prices = [series.receipt.roles[role] for role in _OF_PRICES if role in series.receipt.roles]
    return prices or series.columns


def _introduce(series: Series, material: Material) -> None:
    counts = {"train": len(material.train), "test": len(material.test)}
    parts = (
        _("To keep it quick: the last {train} rows before the test part, and the first {test} rows of it.", **counts)
        if material.is_cut
        else _("{train} rows to learn from, {test} rows to be tested on.", **counts)
    )
    st.caption(f"**{data.name_of(series)}** · {data.origin_of(series)} · {parts}")
