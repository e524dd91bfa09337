"""A failure and its cure side by side: how far they are, their curves as they grow, and then what came of them."""

import streamlit as st

from pages.ui import data, trainings
from pages.ui.chart import chart
from pages.ui.engine import engine
from pages.ui.language import _, number, tell, tell_plainly
from pages.ui.learn.failures import runs
from pages.ui.learn.failures.runs import Both
from pages.ui.learn.notice import notice
from rnn_core.engine import State, Status
from rnn_core.figures.alt import series_alt
from rnn_core.figures.failure_charts import Line, failure_alt, failure_figure
from rnn_core.figures.spark import spark_svg
from rnn_core.figures.theme import PAGE
from rnn_core.forecast.failures import Failure, Pair, Setting
from rnn_core.forecast.run import Run
from rnn_core.lessons.failures import Misses, findings, see

_SECONDS_BETWEEN_LOOKS = 0.5


def show(failure: Failure, value: Setting, pair: Pair) -> None:
    """What there is to see of `failure`: nothing yet, two networks that learn, or what they have learnt."""
    both = runs.find(failure, value)
    if both is None:
        _before(pair)
        return
    if both.value != value:
        st.info(
            _("These curves are of before you turned the dial. Press “Make it fail” to train anew."),
            icon=":material/history:",
        )
    if not both.ended:
        _watch(failure, both.value)
        return
    _tell_trouble(both)
    _curves(failure, both)
    if (misses := _misses(both.wrong.run, both.cured.run)) is not None:
        _outcome(failure, both, misses)
    _notice(failure)


def _before(pair: Pair) -> None:
    series = data.load(pair.source)
    st.markdown(_("Two small networks will learn to foretell this series, side by side:"))
    st.image(spark_svg(series.frame[series.default_target].to_numpy("float64")[-400:]), width="stretch")
    told = tell(series_alt(data.in_my_language(series), series.default_target))
    st.caption(f"{data.size_of(series)} · {told}")


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _watch(failure: Failure, value: Setting) -> None:
    both = runs.find(failure, value)
    if both is None or both.ended:
        st.rerun()
    words = failure.words
    for column, status, name in zip(st.columns(2), (both.wrong, both.cured), (words.wrong, words.cured), strict=True):
        with column:
            st.progress(status.share, text=f"{_(name)}: {_headline(status)}")
    _curves(failure, both)
    going = [status.key for status in (both.wrong, both.cured) if not status.ended]
    st.button(
        _("Stop"), key=f"stop_failure_{failure.name}", on_click=trainings.stop, args=(going,), icon=":material/stop:"
    )


def _headline(status: Status) -> str:
    if status.ended:
        return _("Done")
    if status.state is State.QUEUED:
        return _("Building the network") if engine().ready() else _("The engine is starting")
    return _("Epoch {epoch} of {epochs}", epoch=max(1, status.epoch), epochs=status.job.spec.epochs)


def _curves(failure: Failure, both: Both) -> None:
    words = failure.words
    lines = [
        Line(_(name), runs.curve_of(status)) for name, status in ((words.wrong, both.wrong), (words.cured, both.cured))
    ]
    epochs = both.wrong.job.spec.epochs
    figure = failure_figure(lines, epochs, revision=f"{failure.name} {both.value}", theme=PAGE, say=_)
    chart(figure, key="failure_chart", alt=tell_plainly(failure_alt(lines)))


def _tell_trouble(both: Both) -> None:
    for status in (both.wrong, both.cured):
        if status.problem is not None:
            st.error(tell(status.problem), icon=":material/error:")
        elif status.state is State.STOPPED:
            st.info(_("This training was stopped before its end."), icon=":material/info:")


def _outcome(failure: Failure, both: Both, misses: Misses) -> None:
    """Three misses, and what the curves say."""
    words = failure.words
    boxes = ((_(words.wrong), misses.wrong), (_(words.cured), misses.cured), (_("naive line"), misses.naive))
    for column, (name, rmse) in zip(st.columns(3), boxes, strict=True):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.markdown(name)
            st.markdown(f"### {_amount(rmse, misses.unit)}")
            st.caption("RMSE")
    wrong, cured = runs.curve_of(both.wrong), runs.curve_of(both.cured)
    if wrong is None or cured is None:
        return
    seen = see(failure.name, wrong, cured)
    st.markdown("\n".join(f"- {tell(sentence)}" for sentence in findings(seen, misses)))
    finished = both.wrong.state is State.FINISHED and both.cured.state is State.FINISHED
    if finished and seen.shows and misses.better:
        runs.tick(failure)
    runs.note(failure, both)


def _misses(wrong: Run | None, cured: Run | None) -> Misses | None:
    if wrong is None or cured is None:
        return None
    unit = data.ours(wrong.series.unit, wrong.series.receipt)
    return Misses(wrong.scores.rmse, cured.scores.rmse, wrong.naive_scores.rmse, unit)


def _amount(value: float, unit: str) -> str:
    return f"{number(value)} {unit}".rstrip()


def _notice(failure: Failure) -> None:
    notice(_(failure.words.notice))
