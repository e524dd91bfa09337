"""Learning, as one watches it: a card a network, the prediction redrawing itself, the losses. Twice a second."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import data, state, trainings
from pages.ui.chart import chart
from pages.ui.language import _, number, tell_plainly
from pages.ui.training.headline import headline, time_told
from rnn_core.engine import Job, State, Status
from rnn_core.figures import live as figures
from rnn_core.figures.alt import live_alt, losses_alt
from rnn_core.figures.names import group_all
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.forecast.windows import thin
from rnn_core.series import Series

# Half of this is how long a first epoch waits to be seen.
_SECONDS_BETWEEN_LOOKS = 0.5
_SECONDS_BETWEEN_GLANCES = 1.6  # of the sidebar

_UNDER_WAY = frozenset({State.PREPARING, State.TRAINING, State.STOPPING})


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def watch() -> None:
    """Everything about the trainings on display; once all have ended, the whole page runs again and shows results."""
    statuses = trainings.on_display()
    if not trainings.live(statuses):
        st.rerun()
    mine = {status.key for status in trainings.mine(statuses)}
    learners = [_learner(status) for status in statuses]
    groups = group_all(learners, _)
    for column, group in zip(st.columns(len(groups)), groups, strict=True):
        with column, st.container(border=True):
            seeds = [statuses[place] for place in group.places]
            _card(group.label.name, seeds)
            _stop_button([status for status in seeds if status.key in mine])
    # Of several seeds the one that moved last is drawn.
    shown = [learners[max(group.places, key=lambda place: _how_far(statuses[place]))] for group in groups]
    _prediction(statuses[0].job, shown)
    if not any(status.history for status in statuses):
        return
    chart(
        figures.live_losses(shown, log=True, theme=PAGE, say=_),
        key="live_losses",
        alt=tell_plainly(losses_alt(shown, _)),
    )


def _learner(status: Status) -> figures.Learner:
    return figures.Learner(status.job.spec, status.history, status.curve)


def _how_far(status: Status) -> tuple[bool, bool, float]:
    """What is under way comes before what has ended, that before what waits."""
    return status.state in _UNDER_WAY, status.ended, status.share


def before(series: Series, spec: ForecastSpec) -> None:
    """What will be predicted, while nothing has been trained yet."""
    _prediction(Job(spec, series), [])


def _prediction(job: Job, learners: list[figures.Learner]) -> None:
    rows = _test_rows(job.key, state.language(), job)
    chart(
        figures.live_figure(rows, learners, theme=PAGE, say=_),
        key="live_prediction",
        alt=tell_plainly(live_alt(rows, learners, _)),
    )


def _card(name: str, seeds: list[Status]) -> None:
    """One network: how far its trainings are, and how long they take."""
    status = max(seeds, key=_how_far)
    st.markdown(f"**{name}**")
    done = sum(one.state is State.FINISHED for one in seeds)
    if len(seeds) == 1:
        st.progress(status.share, text=headline(status))
    else:
        st.progress(sum(one.share for one in seeds) / len(seeds), text=headline(status))
        st.caption(_("{done} of {count} seeds done", done=done, count=len(seeds)))
    loss = number(status.history[-1].loss) if status.history else "–"
    st.caption(_("Loss {loss}", loss=loss) + (" · " + time_told(status) if status.seconds else ""))


def _stop_button(going: list[Status]) -> None:
    """Stop those of a network's trainings that this visitor has going."""
    if not going:
        return
    st.button(
        _("Stop"),
        key=f"stop_{going[0].key}",
        on_click=trainings.stop,
        args=([status.key for status in going],),
        disabled=all(status.state is State.STOPPING for status in going),
        icon=":material/stop:",
    )


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


def running_now(place: DeltaGenerator) -> None:
    """What this visitor has in training, with a Stop, in the sidebar's `place`."""
    if trainings.mine(trainings.on_display()):
        with place:
            _running_now()


@st.fragment(run_every=_SECONDS_BETWEEN_GLANCES)
def _running_now() -> None:
    statuses = trainings.mine(trainings.on_display())
    for group in group_all([_learner(status) for status in statuses], _):
        seeds = [statuses[place] for place in group.places]
        share = sum(status.share for status in seeds) / len(seeds)
        st.progress(share, text=f"{group.label.name}: {headline(max(seeds, key=_how_far))}")
    if statuses:
        keys = [status.key for status in statuses]
        st.button(_("Stop all"), key="stop_all", on_click=trainings.stop, args=(keys,), icon=":material/stop:")
