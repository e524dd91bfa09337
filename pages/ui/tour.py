"""The guided tour of the main job: five steps from a series to a verdict, beside what a visitor does anyway.

Law: it only speaks and points; nothing on a page waits for it, and it can be left at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import data, state, trainings
from pages.ui.language import _
from rnn_core.words import N_


@dataclass(frozen=True)
class Step:
    """One step: the page that it happens on, what to do there, and whether it is `done`.

    Without `done` it is one that is only looked at.
    """

    page: str
    title: str
    text: str
    done: Callable[[], bool] | None = None


def _has_series() -> bool:
    return data.quietly_chosen() is not None


def _has_trainings() -> bool:
    return bool(trainings.on_display())


def _has_result() -> bool:
    statuses = trainings.on_display()
    return bool(statuses) and not trainings.live(statuses)


TOUR = (
    Step(
        "data",
        N_("Choose a series"),
        N_(
            "Networks learn from numbers in the order of time. Take a built-in series here, such as the simulated "
            "share, or bring a ticker or a file of your own."
        ),
        _has_series,
    ),
    Step(
        "data",
        N_("See what will be tested"),
        N_(
            "The last part of the series is the test part: the networks never see it while they learn. In the chart "
            "you can drag the border. What counts later is how well they foretell those days, one day ahead."
        ),
    ),
    Step(
        "train",
        N_("Press Train"),
        N_(
            "LSTM and GRU are chosen already. Every other setting has a sensible value, so press Train; the line above "
            "the button says about how long it takes."
        ),
        _has_trainings,
    ),
    Step(
        "train",
        N_("Watch them learn"),
        N_(
            "Each card counts the epochs: one epoch is one reading of the whole training part. The coloured curves "
            "move towards the real one, and the loss falls. You may look at other pages meanwhile: training goes on."
        ),
        _has_result,
    ),
    Step(
        "train",
        N_("Read the verdict"),
        N_(
            "The large sentence says who came closest, and whether that beats “tomorrow = today”, the naive line. "
            "Often it does not, and that is worth knowing: the page Inside the cell shows how such a network works, "
            "and the card Beat the tutorial on Home how to do better."
        ),
    ),
)


# The step, counted from 1, that a click on Train ends.
_PRESS_TRAIN = 3


def begin() -> None:
    """Start the tour at its first step."""
    _turn_to(1)
    lead()


def lead() -> None:
    """Go to the page that a click of the tour asked for; before a page is run, which would be in vain."""
    page = state.kept("tour_page", "")
    if page:
        state.keep("tour_page", "")
        st.switch_page(f"pages/{page}.py")


def show(place: DeltaGenerator, page: str) -> None:
    """In `place`, on top of `page`: the step that this visitor is at; nothing where no tour is under way.

    To be called after the page, which may have begun a training.
    """
    number = _with_the_training(state.kept("tour", 0))
    if number:
        with place.container(border=True, key="tour"):
            _show(number, TOUR[number - 1], page)


def _with_the_training(number: int) -> int:
    """The step that this visitor is at; a training that has begun since the third one brings the fourth by itself."""
    begun = state.runs() not in ((), state.kept("tour_runs", ()))
    if number == _PRESS_TRAIN and begun:
        _turn_to(number + 1)
        state.keep("tour_page", "")
    return int(state.kept("tour", 0))


def _show(number: int, step: Step, page: str) -> None:
    badge = ":green-badge[:material/check: " + _("done") + "]" if step.done is not None and step.done() else ""
    words = _("Tour, step {number} of {steps}", number=number, steps=len(TOUR))
    st.markdown(f":violet-badge[{words}] **{_(step.title)}** {badge}")
    st.markdown(_(step.text))
    for before, earlier in enumerate(TOUR[: number - 1], start=1):
        if earlier.done is not None and not earlier.done():
            st.caption(_("Step {number} comes first: {title}.", number=before, title=_(earlier.title)))
            break
    with st.container(horizontal=True):
        if page != step.page:
            _button(_("Go to that page"), "tour_there", "arrow_forward", number)
        elif number < len(TOUR):
            _button(_("Next step"), "tour_next", "arrow_forward", number + 1)
        if number > 1:
            _button(_("One step back"), "tour_back", "arrow_back", number - 1)
        leave = _("Leave the tour") if number < len(TOUR) else _("End the tour")
        st.button(leave, key="tour_leave", icon=":material/close:", on_click=_leave)


def _button(label: str, key: str, icon: str, number: int) -> None:
    """A button that goes to step `number`, and to its page."""
    st.button(label, key=key, icon=f":material/{icon}:", on_click=_turn_to, args=(number,))


def _turn_to(number: int) -> None:
    state.keep("tour", number)
    state.keep("tour_page", TOUR[number - 1].page)
    state.keep("tour_runs", state.runs())


def _leave() -> None:
    state.keep("tour", 0)
