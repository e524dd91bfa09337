"""What can be chosen of an encoder and decoder: the task, attention, and how long it learns."""

from typing import Any

import streamlit as st

from pages.ui import widgets
from pages.ui.language import _
from pages.ui.text import choices
from pages.ui.text.form import Form
from rnn_core.cells import CELLS
from rnn_core.engine.text_jobs import RewriteJob
from rnn_core.text.field_words import FIELDS
from rnn_core.text.rewrite.task import Task
from rnn_core.text.rewrite.tasks import TASKS
from rnn_core.words import N_

_FORM = Form("rewrite")
_ATTENTION = {True: N_("With attention"), False: N_("Without attention")}


def jobs() -> list[RewriteJob]:
    """The form, with its button; a job with attention and one without, alike in all else."""
    _begin()
    task = _task()
    chosen: dict[str, Any] = {"task": task.name, "attention": _FORM.several(_ATTENTION)}
    if task.adjustable:
        chosen["longest"] = _FORM.whole("longest", most=30)
    chosen["teacher_forcing"] = _FORM.share("teacher_forcing")
    chosen["epochs"] = _FORM.whole("epochs", most=100)
    chosen["units"] = _FORM.whole("units", most=128)
    with st.expander(_("More settings"), icon=":material/tune:"):
        chosen["cell"] = _FORM.choice("cell", {cell: cell for cell in CELLS})
        chosen["embedding"] = _FORM.whole("embedding", most=64)
        chosen["batch_size"] = _FORM.whole("batch_size", most=256)
        chosen["learning_rate"] = _FORM.number("learning_rate", step=0.001, digits=4)
        chosen["clip_norm"] = _FORM.number("clip_norm", step=0.5, digits=1)
        chosen["seed"] = _FORM.whole("seed", most=20)
    found = [RewriteJob(spec) for spec in _FORM.specs(chosen)]
    _FORM.train_button(found)
    return found


def _begin() -> None:
    """Before anybody has chosen, a network learns for as long as its task takes."""
    settings = choices.settings("rewrite")
    if "epochs" not in settings:
        choices.set_settings("rewrite", settings | {"epochs": TASKS[_FORM.remembered("task")].epochs})


def _task() -> Task:
    """The chosen task, what it is, and examples; another one brings the epochs that it takes."""
    before = _FORM.remembered("task")
    words = FIELDS["rewrite"]["task"]
    # Their titles are too long to stand beside each other.
    name = st.radio(
        _(words.label),
        list(TASKS),
        format_func=lambda name: _(TASKS[name].title),
        key=widgets.primed("rewrite_task", before),
        help=_(words.help),
    )
    # Whoever has chosen another number of epochs keeps it.
    if name != before and _FORM.remembered("epochs") == TASKS[before].epochs:
        settings = choices.settings("rewrite")
        choices.set_settings("rewrite", settings | {"task": name, "epochs": TASKS[name].epochs})
        widgets.show("rewrite_epochs", TASKS[name].epochs)
    task = TASKS[name]
    st.caption(_(task.about))
    st.text("\n".join(f"{example} → {task.answer(example)}" for example in task.examples))
    return task
