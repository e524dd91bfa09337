"""The layers of each network and their weights."""

import pandas as pd
import streamlit as st

from pages.ui.language import _, shown, tell
from pages.ui.results.result import Result


def show(result: Result) -> None:
    """A table for each network."""
    for network in result.networks:
        run = network.middle
        st.markdown(f"**{network.label.name}** · " + _("{count} parameters to learn", count=run.parameters))
        st.table(
            pd.DataFrame(
                [
                    {_("Layer"): layer.name, _("Output shape"): layer.shape, _("Parameters"): shown(layer.parameters)}
                    for layer in run.layers
                ]
            ).set_index(_("Layer"))
        )
        st.caption(tell(run.layer_choice.why))
