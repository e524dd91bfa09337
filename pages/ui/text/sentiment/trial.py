"""A sentence of one's own: what a network thinks after each word, which words it knows, and where it looks."""

import streamlit as st

from pages.ui import widgets
from pages.ui.chart import chart
from pages.ui.language import _, listed, tell, tell_plainly
from pages.ui.learn.notice import notice
from pages.ui.text.sentiment import words
from pages.ui.text.sentiment.looked import Looked
from rnn_core.errors import RnnLabError
from rnn_core.figures.sentiment_words import words_alt, words_figure
from rnn_core.figures.theme import PAGE
from rnn_core.text.sentiment.model import Reading
from rnn_core.text.sentiment.result import Judged
from rnn_core.text.sentiment.tokens import Way, tokens_of
from rnn_core.words import N_, Percent

# Letters that may be written. A network that also reads from the end reads anew for each token, and somebody waits.
_MOST: dict[Way, int] = {"words": 600, "characters": 300}
_LABELS, _WORTH_NAMING = 5, 0.005
_FITTING = {
    "en": "The soup was not tasty, but the waiters were friendly.",
    "zh": "面条不好吃，不过服务员很热情。",
}
_ATTENTION, _CHANGES = "attention", "changes"
_VIEWS = {_ATTENTION: N_("Where it looks"), _CHANGES: N_("What each word changes")}


def show(looked: Looked) -> None:
    """A box to write in, and what becomes of it."""
    run = looked.run
    text = st.text_input(
        _("Your own sentence"),
        _beginning(looked),
        max_chars=_MOST[run.data.way],
        key=f"sentiment_sentence_{run.data.fingerprint[:12]}",
        help=_("Write a sentence and press Enter. Words that it has not learnt tell it nothing."),
    )
    try:
        reading = run.judge.read(text)
    except RnnLabError as refusal:
        st.info(tell(refusal), icon=":material/info:")
        return
    _answer(run, reading)
    figure = words_figure(reading, run.data.classes, theme=PAGE, say=_)
    chart(figure, key="sentiment_words", alt=tell_plainly(words_alt(reading, run.data.classes)))
    if len(tokens_of(text, run.data.way)) > len(reading.tokens):
        st.caption(_("Only the first {count} are read, as it learnt to.", count=len(reading.tokens)))
    _words(run, reading)
    _notice(run)


def _beginning(looked: Looked) -> str:
    """A sentence of the kind that was learnt from; the same whichever network is looked into."""
    data = looked.run.data
    if data.origin == "built_in" and data.language in _FITTING:
        return _FITTING[data.language]
    missed = next((run.missed[0].text for run in looked.runs if run.missed), looked.examples.texts[0])
    return missed[: _MOST[data.way]]


def _answer(run: Judged, reading: Reading) -> None:
    """What it says in the end, and how likely it takes others for that may be; first where it has nothing to go by."""
    if not any(reading.known):
        st.warning(_("It knows none of these words, so what it says is a guess."), icon=":material/question_mark:")
    elif reading.known.count(False) > len(reading.known) / 2:
        st.warning(
            _("It does not know most of these words, so do not trust what it says."), icon=":material/question_mark:"
        )
    order = (-reading.probabilities).argsort()
    label, *others = [(run.data.classes[place], Percent(float(reading.probabilities[place]))) for place in order]
    st.markdown("##### " + _("It says: {label} ({share})", label=label[0], share=label[1]))
    likely = [(name, share) for name, share in others[:_LABELS] if share.share >= _WORTH_NAMING]
    if likely:
        st.caption(listed(_("{label}: {share}", label=name, share=share) for name, share in likely))


def _words(run: Judged, reading: Reading) -> None:
    view = _CHANGES
    if reading.attention is not None:
        view = st.segmented_control(
            _("Shown on the words"),
            list(_VIEWS),
            default=_ATTENTION,
            format_func=lambda view: _(_VIEWS[view]),
            key=widgets.key("sentiment_view"),
            required=True,
        )
    if view == _ATTENTION:
        words.show(words.attended(reading), key="sentiment_words_attended")
        st.caption(_("Below each word its share of the attention, in percent; all together make 100."))
    else:
        label = int(reading.probabilities.argmax())
        words.show(words.changed(reading, label), key="sentiment_words_changed")
        st.caption(
            _(
                "Below each word by how many points it changes the probability of {label}.",
                label=run.data.classes[label],
            )
        )
    if not all(reading.known):
        st.caption(_("Words with a question mark are not in its vocabulary: to it they are all the same word."))


def _notice(run: Judged) -> None:
    lines = [
        _("Follow a “not” or a “but”: where the network has learnt what it does, the lines turn there."),
        _("It knows only the kind of texts that it has learnt from. What it says of others means little."),
    ]
    if run.spec.attention:
        lines.append(_("Attention tells where the network looks, not why it decides as it does."))
    notice(*lines)
