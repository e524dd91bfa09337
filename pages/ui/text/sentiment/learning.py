"""Learning to judge, as one watches it, and as it went: right answers and losses after each epoch."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.ui.chart import chart
from pages.ui.language import _, tell_plainly
from pages.ui.text.sentiment.looked import Looked
from pages.ui.text.sentiment.names import judge_name, named
from rnn_core.engine.text_jobs import SentimentStatus
from rnn_core.figures.sentiment_learning import Learning, accuracy_alt, accuracy_figure, losses_alt, losses_figure
from rnn_core.figures.theme import PAGE
from rnn_core.words import Percent


def each(status: SentimentStatus) -> None:
    """How often one is right by now."""
    measure = status.history[-1].measure if status.history else None
    if measure is not None:
        st.markdown(_("{share} of the validation texts are judged rightly.", share=Percent(measure)))
    elif status.history:
        st.caption(_("How often it is right will be known at the end: no text is kept back for validation."))
    else:
        st.caption(_("It has not gone through the texts yet."))


def together(statuses: Sequence[SentimentStatus]) -> None:
    """Right answers after each epoch, while they learn."""
    names = named([status.job.spec for status in statuses])
    learning = [Learning(one.name, one.look, status.history) for one, status in zip(names, statuses, strict=True)]
    _accuracy(learning, max(status.job.spec.epochs for status in statuses), {})


def show(looked: Looked) -> None:
    """Right answers and losses after each epoch, beside what simple judges get."""
    learning = [Learning(one.name, one.look, run.history) for one, run in zip(looked.names, looked.runs, strict=True)]
    epochs = max(run.spec.epochs for run in looked.runs)
    if not any(one.history for one in learning):
        st.caption(_("No network has gone through the texts even once."))
        return
    levels = {judge_name(one): one.scores.accuracy for one in looked.run.baselines}
    if _accuracy(learning, epochs, levels):
        st.caption(_("The level lines are what the simple judges get of the test texts."))
    else:
        st.caption(_("No text was kept back for validation, so nobody knows how often it was right on the way."))
    figure = losses_figure(learning, epochs, theme=PAGE, say=_)
    chart(figure, key="sentiment_losses", alt=tell_plainly(losses_alt(learning)))
    for run, one in zip(looked.runs, learning, strict=True):
        if 0 < run.best_epoch < len(run.history):
            words = _("{name} was tested as it was after epoch {epoch}, its best.", name=one.name, epoch=run.best_epoch)
            st.caption(words)


def _accuracy(learning: Sequence[Learning], epochs: int, levels: Mapping[str, float]) -> bool:
    """Draw it; whether there was anything to draw."""
    if not any(done.measure is not None for one in learning for done in one.history):
        return False
    figure = accuracy_figure(learning, epochs, levels, theme=PAGE, say=_)
    chart(figure, key="sentiment_accuracy", alt=tell_plainly(accuracy_alt(learning)))
    return True
