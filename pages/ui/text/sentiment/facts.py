"""Which texts and settings made a result, so that anybody can make it again."""

import pandas as pd
import streamlit as st

from pages.ui.language import _, plain, shown
from pages.ui.text.sentiment.looked import Looked
from pages.ui.words import duration
from rnn_core.text.sentiment.result import Judged
from rnn_core.words import Percent


def show(looked: Looked) -> None:
    """Texts by label, what was not read, how long it learnt, settings and versions."""
    run = looked.run
    st.table(_counts(run))
    st.markdown("\n".join(f"- {line}" for line in _lines(run)))
    st.json(run.spec.model_dump(mode="json", exclude={"kind"}), expanded=False)
    st.caption(", ".join(f"{name} {version}" for name, version in run.versions.items()))


def _counts(run: Judged) -> pd.DataFrame:
    data = run.data
    parts = (data.learning, data.validation, data.test)
    rows = [(*(shown(part[place]) for part in parts),) for place in range(len(data.classes))]
    rows.append((*(shown(sum(part)) for part in parts),))
    names = [*map(plain, data.classes), _("all labels")]
    return pd.DataFrame(rows, index=names, columns=[_("Learnt from"), _("Validation"), _("Test")])


def _lines(run: Judged) -> list[str]:
    data = run.data
    words = data.way == "words"
    unknown = _("Words of the test texts that it does not know: {share}", share=Percent(data.unknown))
    if not words:
        unknown = _("Characters of the test texts that it does not know: {share}", share=Percent(data.unknown))
    read = _("It reads words.") if words else _("It reads characters.")
    lines = [f"{plain(_(data.name) if data.origin == 'built_in' else data.name)} · {read}", unknown]
    if data.shortened:
        longest = run.spec.longest
        lines.append(_("Texts longer than {longest}, read only so far: {count}", longest=longest, count=data.shortened))
    if data.empty:
        lines.append(_("Texts without a word, left out: {count}", count=data.empty))
    size = _("{count} weights, learnt in {time}", count=run.parameters, time=duration(run.seconds))
    return [*lines, _length(run), size]


def _length(run: Judged) -> str:
    """How long it learnt, and why no longer."""
    done, planned = len(run.history), run.spec.epochs
    if run.lost:
        return _(
            "Epochs: {done} of {planned}; by then its numbers had grown beyond all bounds", done=done, planned=planned
        )
    if run.stopped or done == planned or not run.spec.stops_early:
        return _("Epochs: {done} of {planned}", done=done, planned=planned)
    return _(
        "Epochs: {done} of {planned}; it stopped by itself, as it got no better, and is as it was after epoch {best}",
        done=done,
        planned=planned,
        best=run.best_epoch,
    )
