"""The pen: a trained network goes on from a person's words, letter by letter, and shows what else might have come."""

from collections.abc import Mapping
from itertools import islice

import streamlit as st

from pages.ui import state, widgets
from pages.ui.language import _
from pages.ui.text.letters import letters
from rnn_core.text.write.choosing import Manner
from rnn_core.text.write.generating import write
from rnn_core.text.write.result import Written

_LENGTH = 300
_LONGEST_BEGINNING = 200


@st.fragment
def show(runs: Mapping[str, Written]) -> None:
    """Choose a network, the best one first, how bold it writes, and where it begins."""
    able = {name: run for name, run in runs.items() if run.history and not run.lost}
    if not able:
        return
    st.markdown("##### " + _("Let it write"))
    run = _choose(able)
    begin = st.text_input(
        _("It goes on from"), _beginning(run), max_chars=_LONGEST_BEGINNING, key=f"write_begin_{run.passage.language}"
    )
    manner = _manner()
    seed = state.kept("write_seed", 1)
    st.button(
        _("Write something else"),
        icon=":material/casino:",
        on_click=state.keep,
        args=("write_seed", seed + 1),
        disabled=manner.temperature == 0,
        help=_("At temperature 0 the same comes each time.") if manner.temperature == 0 else None,
    )
    if unknown := "".join(dict.fromkeys(letter for letter in begin if letter not in run.vocabulary.symbols)):
        st.caption(_("It has never seen these, so they are all the same to it: {letters}", letters=unknown))
    drawn = list(islice(write(run.writer, run.vocabulary, begin, manner, seed), _LENGTH))
    letters(begin, drawn, key="write_letters")
    st.caption(
        _(
            "Point at a letter, or walk with the arrow keys: what else might have come. Behind an arrow stands how "
            "likely it was with this temperature, top-k and top-p. Dots below: another letter was likelier."
        )
    )


def _choose(runs: Mapping[str, Written]) -> Written:
    if len(runs) == 1:
        return next(iter(runs.values()))
    best = min(runs, key=lambda name: runs[name].held_out_bits)
    # Another widget for other networks: it begins with their best.
    named = "_".join(run.key[:8] for run in runs.values())
    chosen = st.pills(
        _("Network"), list(runs), default=best, key=widgets.key(f"write_pen_{named}"), required=True, wrap=True
    )
    return runs.get(str(chosen), runs[best])


def _beginning(run: Written) -> str:
    """Words that it can read; else it begins a line."""
    words = "从前" if run.passage.language == "zh" else "Once "
    return words if set(words) <= set(run.vocabulary.symbols) else ""


def _manner() -> Manner:
    left, middle, right = st.columns(3)
    temperature = left.slider(
        _("Temperature"),
        *Manner.bounds("temperature"),
        Manner.default("temperature"),
        0.1,
        key="write_temperature",
        help=_("0 always takes the likeliest letter, 1 takes each as often as the network believes, more is bolder."),
    )
    top_k = middle.slider(
        _("Top-k"),
        0,
        40,
        Manner.default("top_k"),
        key="write_top_k",
        help=_("Only so many of the likeliest letters have a chance; 0 lets all have one."),
    )
    top_p = right.slider(
        _("Top-p"),
        *Manner.bounds("top_p"),
        Manner.default("top_p"),
        0.05,
        key="write_top_p",
        help=_("Only the likeliest letters that together hold such a share have a chance; 1 lets all have one."),
    )
    return Manner(temperature=temperature, top_k=top_k, top_p=top_p)
