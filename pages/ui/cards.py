"""The recipe cards: a small picture, a title, a sentence, one button that starts training."""

import streamlit as st

from pages.ui import data, trainings
from pages.ui.language import _, tell
from pages.ui.theme import theme
from rnn_core.errors import RnnLabError
from rnn_core.figures.spark import spark_figure
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
    picture = _picture(recipe.instead or recipe.source)
    st.plotly_chart(
        spark_figure(picture, theme=theme()),
        theme=None,
        key=f"spark_{recipe.name}",
        config={"staticPlot": True},
        alt=_(recipe.title),
    )
    st.markdown(f"**{_(recipe.title)}**")
    st.caption(_(recipe.text))
    if st.button(_("Train"), key=f"recipe_{recipe.name}", icon=":material/play_arrow:", width="stretch"):
        _begin(recipe)


def _begin(recipe: Recipe) -> None:
    try:
        with st.spinner(_("Loading the data")):
            trainings.start_recipe(recipe)
    except RnnLabError as error:
        st.error(tell(error))
        return
    st.switch_page("pages/train.py")


def _picture(source: Source):  # type: ignore[no-untyped-def]
    series = data.load(source)
    return series.frame[series.default_target].to_numpy("float64")
