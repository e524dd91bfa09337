"""The memory task, trained on the spot: a sequence going by, what can be set, the race of the cells, its end."""

import streamlit as st

from pages.ui import refused, state, widgets
from pages.ui.chart import chart
from pages.ui.engine import engine
from pages.ui.language import _, tell, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.learn.stage import stage
from rnn_core.cells import CELLS
from rnn_core.engine import Practice, PracticeStatus, State
from rnn_core.figures.recall_chart import recall_alt, recall_figure
from rnn_core.figures.scenes import Scene
from rnn_core.figures.scenes.recall import recall_scene, recall_scene_alt
from rnn_core.figures.theme import PAGE
from rnn_core.lessons.memory.recall_findings import recall_findings
from rnn_core.lessons.memory.recall_spec import STARTS, RecallSpec
from rnn_core.store.names import run_name
from rnn_core.words import N_

_SECONDS_BETWEEN_LOOKS = 0.5
_SEEDS = (1, 20)
_START_WORDS = {"long": N_("for a long memory"), "usual": N_("Keras' usual one")}
_HEADLINES = {
    State.QUEUED: N_("Waiting until other trainings end: place {position} in the queue"),
    State.PREPARING: N_("Beginning"),
    State.TRAINING: N_("{steps} training steps"),
    State.STOPPING: N_("Stopping"),
    State.FINISHED: N_("Done after {steps} training steps"),
    State.STOPPED: N_("Stopped"),
    State.FAILED: N_("Could not finish"),
    State.INTERRUPTED: N_("Interrupted"),
}


@st.fragment(key="memory_recall")
def show() -> None:
    """All of it. Nothing is trained here: the engine's workers do that, in their turn among all trainings."""
    st.markdown("#### " + _("Who remembers?"))
    st.markdown(
        _(
            "A network sees a symbol once, up or down. Then comes noise, twice as strong and on the same channels. At "
            "the end it is asked which symbol it was. Who guesses is right half of the time."
        )
    )
    left, right = st.columns([2, 3], gap="large")
    with left:
        specs = _choose()
        _train_button(specs)
    with right:
        distance, seed = specs[0].distance, specs[0].seed
        stage(_scene(distance, seed, state.language()), key="recall", alt=tell_plainly(recall_scene_alt(distance)))
    if _live(specs):
        _race(specs)
    else:
        _show(specs)
    _notice()


@st.cache_resource(show_spinner=False, max_entries=50)
def _scene(distance: int, seed: int, language: str) -> Scene:  # noqa: ARG001
    """The same for all who speak `language`; nothing changes it."""
    return recall_scene(distance, seed, _)


def _choose() -> list[RecallSpec]:
    """A spec for each chosen cell, alike but for the cell."""
    lowest, highest = RecallSpec.bounds("distance")
    distance = st.slider(
        _("Steps of noise to remember for"),
        lowest,
        highest,
        RecallSpec().distance,
        key="recall_distance",
        help=_("How long the symbol must be remembered. With more steps it is harder; from 2 to about 60 is sensible."),
    )
    cells = st.pills(_("Cells"), list(CELLS), default=list(CELLS), selection_mode="multi", key="recall_cells")
    start = st.segmented_control(
        _("Weights at the start"),
        list(STARTS),
        format_func=lambda name: _(_START_WORDS[name]),
        default=STARTS[0],
        key=widgets.key("recall_start"),
        required=True,
        help=_(
            "For a long memory: gates that keep for up to as many steps as are asked (Tallec and Ollivier 2018); the "
            "SimpleRNN has no gates, and hands its state on as it is (Le, Jaitly and Hinton 2015). Keras' usual "
            "start: orthogonal recurrent weights, biases of 0, and of 1 at the LSTM's forget gate."
        ),
    )
    seed = st.slider(_("Seed"), *_SEEDS, key="recall_seed", help=_("Other random numbers, the same task."))
    return [
        RecallSpec(cell=cell, distance=distance, start=start, seed=seed) for cell in CELLS if cell in cells or not cells
    ]


def _train_button(specs: list[RecallSpec]) -> None:
    """Train what has not been trained yet."""
    statuses = _statuses(specs)
    done = all(status is not None and status.state is State.FINISHED for status in statuses)
    st.button(
        _("Train them now"),
        key="recall_train",
        type="primary",
        disabled=done or _live(specs),
        icon=":material/play_arrow:",
        on_click=refused.attempt,
        args=("recall", _train, specs),
    )
    refused.show("recall")


def _train(specs: list[RecallSpec]) -> None:
    engine().practise([Practice(spec) for spec in specs], state.owner())


@st.fragment(key="memory_recall_race", run_every=_SECONDS_BETWEEN_LOOKS)
def _race(specs: list[RecallSpec]) -> None:
    """The same again and again; once all have ended, the page runs anew and no longer looks by itself."""
    if not _live(specs):
        st.rerun()
    _show(specs)


def _show(specs: list[RecallSpec]) -> None:
    """How often each cell is right so far, and what came of it."""
    statuses = _statuses(specs)
    begun = [status for status in statuses if status is not None]
    _progress(begun)
    histories = {spec.cell: () if one is None else one.history for spec, one in zip(specs, statuses, strict=True)}
    chart(
        recall_figure(histories, specs[0].most_steps, theme=PAGE, say=_),
        key="recall_chart",
        alt=tell_plainly(recall_alt(histories)),
    )
    _conclude(begun)


def _progress(begun: list[PracticeStatus]) -> None:
    """How each training stands."""
    if not all(status.ended for status in begun):
        for column, status in zip(st.columns(len(begun)), begun, strict=True):
            column.progress(status.share, text=f"{status.job.spec.cell}: {_headline(status)}")
        keys = [status.key for status in begun if not status.ended]
        st.button(_("Stop"), key="recall_stop", on_click=_stop, args=(keys,), icon=":material/stop:")
    for status in begun:
        if status.problem is not None:
            st.warning(tell(status.problem))


def _conclude(begun: list[PracticeStatus]) -> None:
    """In sentences what has come of those that have ended."""
    learnt = [status.run for status in begun if status.run is not None and status.run.history]
    if learnt:
        st.markdown("\n".join(f"- {tell(sentence)}" for sentence in recall_findings(learnt)))


def _headline(status: PracticeStatus) -> str:
    if status.state is State.QUEUED and not engine().ready():
        return _("The engine is starting")
    steps = status.history[-1].steps if status.history else 0
    return _(_HEADLINES[status.state], position=status.position, steps=steps)


def _stop(keys: list[str]) -> None:
    for key in keys:
        engine().stop(key, state.owner())


def _statuses(specs: list[RecallSpec]) -> list[PracticeStatus | None]:
    """How this visitor's training of each of `specs` stands; None where there has been none."""
    return [engine().practice(run_name(spec.key, state.owner())) for spec in specs]


def _live(specs: list[RecallSpec]) -> bool:
    return any(status is not None and not status.ended for status in _statuses(specs))


def _notice() -> None:
    notice(
        _(
            "All cells have {units} units, the same sequences, optimizer, learning rate and number of steps. At 5 "
            "steps of noise all of them manage. Go on to 20 and 40: the gated cells still do, because an open road "
            "through their memory carries the gradient back, while that of the SimpleRNN has vanished. (At ten times "
            "the learning rate a lucky seed of it may get part of the way.) Then, at 40, choose Keras' usual start: "
            "gates that let go of a quarter or a half at each step lose the symbol too.",
            units=RecallSpec().units,
        )
    )
