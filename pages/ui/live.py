"""Learning, as one watches it: a card a cell, the prediction redrawing itself, the losses. Redraws once a second."""

import streamlit as st

from pages.ui import data, state, trainings
from pages.ui.engine import engine
from pages.ui.language import _, number, tell_plainly
from pages.ui.live_chart import live_chart
from pages.ui.words import duration
from rnn_core.engine import Job, State, Status
from rnn_core.figures import live as figures
from rnn_core.figures.alt import live_alt, losses_alt
from rnn_core.figures.losses import HEIGHT as LOSS_HEIGHT
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.forecast.windows import thin
from rnn_core.series import Series
from rnn_core.words import N_

_SECONDS_BETWEEN_LOOKS = 0.8

_HEADLINES = {
    State.QUEUED: N_("Waiting until other trainings end: place {position} in the queue"),
    State.PREPARING: N_("Building the network"),
    State.TRAINING: N_("Epoch {epoch} of {epochs}"),
    State.STOPPING: N_("Stopping"),
    State.FINISHED: N_("Done"),
    State.STOPPED: N_("Stopped"),
    State.FAILED: N_("Could not finish"),
}


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def watch() -> None:
    """Everything about the trainings on display; once all have ended, the whole page runs again and shows results."""
    statuses = trainings.on_display()
    if not trainings.live(statuses):
        st.rerun()
    mine = {status.key for status in trainings.mine(statuses)}
    for column, status in zip(st.columns(len(statuses)), statuses, strict=True):
        with column, st.container(border=True):
            _card(status)
            if status.key in mine:
                _stop_button(status)
    learners = [figures.Learner(status.job.spec, status.history, status.curve) for status in statuses]
    _prediction(statuses[0].job, learners)
    if not any(status.history for status in statuses):
        return
    live_chart(
        figures.live_losses(learners, log=True, theme=PAGE, say=_),
        key="live_losses",
        height=LOSS_HEIGHT,
        alt=tell_plainly(losses_alt(learners, _)),
    )


def before(series: Series, spec: ForecastSpec) -> None:
    """What will be predicted, while nothing has been trained yet."""
    _prediction(Job(spec, series), [])


def _prediction(job: Job, learners: list[figures.Learner]) -> None:
    rows = _test_rows(job.key, state.language(), job)
    live_chart(
        figures.live_figure(rows, learners, theme=PAGE, say=_),
        key="live_prediction",
        height=figures.HEIGHT,
        alt=tell_plainly(live_alt(rows, learners, _)),
    )


def _card(status: Status) -> None:
    """One training: how far it is, and how long it takes."""
    st.markdown(f"**{status.job.spec.cell}**")
    st.progress(status.share, text=_headline(status))
    loss = number(status.history[-1].loss) if status.history else "–"
    st.caption(_("Loss {loss}", loss=loss) + (" · " + _time(status) if status.seconds else ""))


def _stop_button(status: Status) -> None:
    st.button(
        _("Stop"),
        key=f"stop_{status.key}",
        on_click=trainings.stop,
        args=([status.key],),
        disabled=status.state is State.STOPPING,
        icon=":material/stop:",
    )


def _headline(status: Status) -> str:
    if status.state is State.QUEUED and not engine().ready():
        return _("The engine is starting")
    return _(
        _HEADLINES[status.state],
        position=status.position,
        epoch=status.epoch,
        epochs=status.job.spec.epochs,
    )


def _time(status: Status) -> str:
    if status.seconds_left is None:
        return _("{time} so far", time=duration(status.seconds))
    return _("{time} left", time=duration(status.seconds_left))


@st.cache_data(show_spinner=False, max_entries=50)
def _test_rows(key: str, language: str, _job: Job) -> figures.Rows:  # noqa: ARG001
    """The thinned test rows of the job called `key`; the same for all cells of a comparison."""
    parts = split(_job.spec, _job.series)
    rows = parts.test_rows[thin(parts.test_windows)]
    return figures.Rows(
        dates=parts.dates[rows].to_numpy("datetime64[s]"),
        actual=parts.target[rows],
        target=parts.columns[0],
        unit=data.ours(_job.series.unit, _job.series.receipt),
    )


def running_now() -> None:
    """For the sidebar: what this visitor has in training, with a Stop."""
    if trainings.mine(trainings.on_display()):
        _running_now()


@st.fragment(run_every=2 * _SECONDS_BETWEEN_LOOKS)
def _running_now() -> None:
    statuses = trainings.mine(trainings.on_display())
    for status in statuses:
        st.progress(status.share, text=f"{status.job.spec.cell}: {_headline(status)}")
    if statuses:
        keys = [status.key for status in statuses]
        st.button(_("Stop all"), key="stop_all", on_click=trainings.stop, args=(keys,), icon=":material/stop:")
