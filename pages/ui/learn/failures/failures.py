"""Trainings that go wrong: one is chosen, its story told, and a click makes it fail beside its cure."""

import streamlit as st

from pages.ui import data, refused, state, widgets
from pages.ui.language import _
from pages.ui.learn.failures import listing, result, runs
from rnn_core.forecast.choice_words import CHOICES
from rnn_core.forecast.failures import FAILURES, Failure, Pair, Setting
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Source


@st.fragment(key="failures")
def show() -> None:
    """One of FAILURES, by a person's choice, and how many of them have been cured so far."""
    st.markdown("#### " + _("Five trainings that fail"))
    st.markdown(_("Each takes a few seconds. See it fail, see it cured, then turn what is to blame yourself."))
    name = st.pills(
        _("Which failure?"),
        list(FAILURES),
        format_func=lambda name: _(FAILURES[name].words.title),
        default=state.kept("failure", next(iter(FAILURES))),
        key=widgets.key("failure"),
        required=True,
    )
    state.keep("failure", name)
    _show(FAILURES[name])
    listing.show()


def _show(failure: Failure) -> None:
    words = failure.words
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.markdown(f"#### {_(words.title)}")
        st.markdown(_(words.story))
        value = _turn(failure)
        pair = failure.pair(value)
        st.button(
            _("Make it fail"),
            type="primary",
            width="stretch",
            icon=":material/play_arrow:",
            key=f"fail_{failure.name}",
            help=_("Trains both networks here. What you have on the Train page goes on undisturbed."),
            on_click=refused.attempt,
            args=("failure", runs.begin, failure, value, pair),
        )
        refused.show("failure")
        st.markdown("**" + _("What betrays it") + f"**\n\n{_(words.betrays)}")
        st.markdown("**" + _("The cure") + f"**\n\n{_(words.cure)}")
        _offer(failure, pair)
    with right:
        result.show(failure, value, pair)


def _turn(failure: Failure) -> Setting:
    """The one setting that is to blame."""
    dial, words = failure.dial, failure.words
    key, name = widgets.key(f"dial_{failure.name}"), f"dial_{failure.name}"
    start = state.kept(name, dial.start)
    if dial.field in CHOICES:
        titles = CHOICES[dial.field]
        value = st.segmented_control(
            _(words.dial),
            list(dial.values),
            format_func=lambda value: _(titles[value]),
            default=start,
            key=key,
            help=_(words.help),
            required=True,
        )
    else:
        value = st.select_slider(
            _(words.dial), list(dial.values), value=start, format_func=_written, key=key, help=_(words.help)
        )
    state.keep(name, value)
    return value


def _written(value: Setting) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _offer(failure: Failure, pair: Pair) -> None:
    """Bring the cure, or what fails, to the Train page."""
    with st.container(horizontal=True):
        for what, spec, label in (
            ("cured", pair.cured, _("Try the cure on Train")),
            ("wrong", pair.wrong, _("Try to rescue it on Train")),
        ):
            if st.button(label, key=f"take_{what}_{failure.name}", icon=":material/tune:"):
                _take(pair.source, spec)
    series = data.load(pair.source)
    st.caption(f"**{data.name_of(series)}** · {data.origin_of(series)}")


def _take(source: Source, spec: ForecastSpec) -> None:
    state.set_source(source)
    state.set_cells((spec.cell,))
    state.set_repeats(1)
    state.apply(spec.model_dump(exclude={"kind", "cell"}))
    st.switch_page("pages/train.py")
