"""The recipe cards: a small picture, a title, a sentence, one button that starts training."""

from dataclasses import replace

import streamlit as st

from pages.ui import data, state, trainings
from pages.ui.language import _, tell
from rnn_core.errors import RnnLabError
from rnn_core.figures.spark import spark_svg
from rnn_core.forecast.recipes import RECIPES, Recipe
from rnn_core.series import Source

_IN_A_ROW = 3


def recipes() -> None:
    """All recipes in rows of three; a click starts one and lands on the Train page."""
    listed = list(RECIPES.values())
    for start in range(0, len(listed), _IN_A_ROW):
        for column, recipe in zip(st.columns(_IN_A_ROW), listed[start : start + _IN_A_ROW], strict=False):
            with column, st.container(border=True, height="stretch"):
                _card(recipe)


def _card(recipe: Recipe) -> None:
    st.image(_picture(recipe.instead or recipe.source), width="stretch")
    st.markdown(f"**{_(recipe.title)}**")
    st.caption(_(recipe.text))
    if st.button(_("Train"), key=f"recipe_{recipe.name}", icon=":material/play_arrow:", width="stretch"):
        _begin(recipe)
    own = trainings.own_series_for(recipe)
    if own is not None:
        label = _("Train on {name}", name=own.name)
        if st.button(label, key=f"own_{recipe.name}", icon=":material/upload_file:", width="stretch"):
            _begin(replace(recipe, source=state.source()))


def _begin(recipe: Recipe) -> None:
    try:
        with st.spinner(_("Loading the data")):
            trainings.start_recipe(recipe)
    except RnnLabError as error:
        st.error(tell(error))
        return
    st.switch_page("pages/train.py")


def _picture(source: Source) -> str:
    series = data.load(source)
    return spark_svg(series.frame[series.default_target].to_numpy("float64"))
