"""Two-directional: what the backward half has read, and why that is no forecast."""

import streamlit as st

from pages.ui.language import _, shown, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.learn.stage import stage
from rnn_core.figures.scenes.shapes_both_ways import both_ways_alt, both_ways_scene
from rnn_core.lessons.shapes.both_ways import LONGEST, SHORTEST, BothWays, both_ways


def show() -> None:
    """The window's end, the scene, both kinds of errors, and what to notice."""
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(
            _(
                "A two-directional layer is two layers: one reads from the front, the other from the back, and at each "
                "day both speak. Here the task is to say at each day the value of the next one."
            )
        )
        length = st.slider(_("Days in the window"), SHORTEST, LONGEST, 5, key="both_ways_length")
        both = both_ways(length)
        st.table(_errors(both))
    with right:
        stage(both_ways_scene(both, _), key="both_ways", alt=tell_plainly(both_ways_alt(both)))
    st.latex(
        r"\begin{gathered}\overrightarrow{h}_t = \varphi(W x_t + U \overrightarrow{h}_{t-1} + b) \\ "
        r"\overleftarrow{h}_t = \varphi(W' x_t + U' \overleftarrow{h}_{t+1} + b')\end{gathered}"
    )
    notice(
        _(
            "Inside the window it is never wrong, because the backward half has read the answer. At the last day, the "
            "only one where a forecast is wanted, it has read nothing, wherever the window ends. A backward half that "
            "began any later would have read the very day that is to be foretold."
        )
    )
    st.markdown(
        _(
            "So it is right where the whole is known: a sentence, a recording. It is right on the Train page, too: "
            "there the window ends before the day that is asked for, and both halves read known days only."
        )
    )


def _errors(both: BothWays) -> dict[str, list[str]]:
    """The columns of the table: where it was asked, and how far off both kinds of network are."""
    kinds = {_("Two-directional"): both.two_ways, _("One way (says today)"): both.one_way}
    errors = {name: (both.error_inside(said), both.error_at_end(said)) for name, said in kinds.items()}
    return {
        _("Error"): [_("inside the window (RMSE)"), _("at the last day")],
        **{name: [_exactly(value) for value in values] for name, values in errors.items()},
    }


def _exactly(error: float) -> str:
    return shown(int(error) if error.is_integer() else error)
