"""`text rewrite`: networks learn to rewrite dates, strings or sums, are tested, and answer a question."""

import argparse
import sys
from typing import Any

from rnn_core.commands.options import chosen, unusable
from rnn_core.commands.specs import specs_for
from rnn_core.commands.text.rewrite_answer import Asked, rewriting_json, rewriting_text
from rnn_core.commands.text.wishes import Search
from rnn_core.commands.training import train_all
from rnn_core.engine.text_jobs import RewriteJob
from rnn_core.errors import SpecError
from rnn_core.text.rewrite.decoding import answers
from rnn_core.text.rewrite.result import Rewritten
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.task import Task
from rnn_core.text.rewrite.tasks import TASKS


def rewrite(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """What came of it, as JSON and as text.

    Raises:
        RnnLabError: the settings do not fit, what is asked is no question of the task, or a training failed.
    """
    specs = specs_for(RewriteSpec, options.cells, 1, _settings(options))
    search = Search.make(**chosen(options, Search))
    if options.beam is not None and options.ask is None:
        raise unusable("--beam says how an answer to --ask is looked for, and nothing is asked")
    question = None if options.ask is None else question_of(specs[0].what, options.ask)
    runs: list[Rewritten] = train_all([RewriteJob(spec) for spec in specs], sys.stderr)
    asked = [_ask(run, question, search.beam) for run in runs]
    return rewriting_json(runs, asked), rewriting_text(runs, asked)


def question_of(task: Task, typed: str) -> str:
    """What was typed, in the form in which a network of `task` knows it.

    Raises:
        SpecError: it is no question of this task; the sentence is the task's own.
    """
    question = task.clean(typed)
    if task.answer(question) is None:
        refusal = task.refusal(typed)
        raise SpecError(refusal.code, refusal.template, **refusal.values)
    return question


def _settings(options: argparse.Namespace) -> dict[str, Any]:
    """The settings that were given; a task that is named knows how long it takes to learn."""
    settings = chosen(options, RewriteSpec)
    task = TASKS.get(settings.get("task", ""))
    return ({"epochs": task.epochs} if task else {}) | settings


def _ask(run: Rewritten, question: str | None, width: int) -> Asked | None:
    """A network's answers to `question`; None where nothing is asked, or where the network was lost."""
    if question is None or not run.greedy.count:
        return None
    right = run.spec.what.answer(question)
    return Asked(question, right or "", width, tuple(answers(run.rewriter, question, width=width)))
