"""One mistake at a time: its story, what can be moved, both scores, a picture, and what to notice."""

import streamlit as st

from pages.ui import widgets
from pages.ui.chart import chart
from pages.ui.language import _, shown, tell, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.learn.pitfalls.series import Shown
from rnn_core.figures.pitfall_charts import pitfall_alt, pitfall_figure
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.pitfalls import PITFALLS, Demonstration, Knob, Material, Pitfall


@st.fragment(key="pitfalls")
def show(on: Shown) -> None:
    """One of PITFALLS, by a person's choice, on the series `on`."""
    name = st.pills(
        _("Which mistake?"),
        list(PITFALLS),
        format_func=lambda name: _(PITFALLS[name].title),
        default=next(iter(PITFALLS)),
        key=widgets.key("pitfall"),
        required=True,
    )
    _show(PITFALLS[name], on)


def _show(pitfall: Pitfall, on: Shown) -> None:
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"#### {_(pitfall.title)}")
        st.markdown(_(pitfall.story))
        amount = _turn(pitfall, pitfall.knob(on.material))
        with st.spinner(_("Working it out")):
            found = _demonstrated(pitfall.name, amount, on.key, on.material)
        st.markdown("\n".join(f"- {tell(sentence)}" for sentence in found.findings))
    with right:
        _scores(found)
        unit = on.material.unit
        picture = found.picture
        figure = pitfall_figure(picture, unit, revision=f"{pitfall.name} {amount} {on.key}", theme=PAGE, say=_)
        chart(figure, key="pitfall_chart", alt=tell_plainly(pitfall_alt(found, _)))
        notice(_(pitfall.notice))


def _turn(pitfall: Pitfall, knob: Knob) -> int:
    """What a person moves; it starts anew on a series with other ends."""
    key = widgets.key(f"pitfall_{pitfall.name}_{knob.low}_{knob.high}")
    if knob.choices:
        words = dict(knob.choices)
        return int(
            st.segmented_control(
                _(knob.label),
                list(words),
                format_func=lambda value: _(words[value]),
                default=knob.start,
                key=key,
                help=_(knob.help),
                required=True,
            )
        )
    return int(st.slider(_(knob.label), knob.low, knob.high, knob.start, knob.step, key=key, help=_(knob.help)))


def _scores(found: Demonstration) -> None:
    """The misleading score beside the honest one, in the colours of their lines."""
    badges = (("orange", _("misleading")), ("blue", _("honest")))
    for column, score, (colour, word) in zip(st.columns(2), found.scores, badges, strict=True):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(f":{colour}-badge[{word}] {_(score.label)}")
            st.markdown(f"### {shown(score.value)}")
            st.caption(tell(score.note))


@st.cache_data(show_spinner=False, max_entries=200)
def _demonstrated(name: str, amount: int, key: str, _material: Material) -> Demonstration:  # noqa: ARG001
    """Worked out once for a series, its split and what was moved, all of which `key` and `amount` tell."""
    return PITFALLS[name].demonstrate(_material, amount)
