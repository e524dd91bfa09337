"""How it learnt: right answers after each epoch, and what the teacher had to do with it."""

from collections.abc import Mapping

from pages.ui.language import _
from pages.ui.learn.notice import notice
from pages.ui.text.rewrite import learning
from rnn_core.figures.rewrite_progress import Learning
from rnn_core.text.rewrite.result import Rewritten


def show(runs: Mapping[str, Rewritten]) -> None:
    """The chart, beside the usual answer, and what to notice."""
    usual = next(iter(runs.values())).usual.exact
    learnings = [Learning(name, run.spec, run.history) for name, run in runs.items()]
    learning.progress(learnings, {_("Usual answer"): usual})
    notice(
        _(
            "Only answers without any mistake count. So the line stays at the bottom for long, while letter after "
            "letter already gets better, and then climbs steeply."
        ),
        _("What is asked after each epoch is never learnt from, and does not come in the test either."),
        _(
            "Teacher forcing tells the decoder the right letter before each next one, as long as it learns. At 0 % it "
            "goes on from its own mistakes from the first day and learns slower; at 100 % it meets them only in the "
            "test."
        ),
    )
