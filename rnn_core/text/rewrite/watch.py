"""The watch of a rewriting network: it also asks it a few questions. Runs in a worker only: imports Keras."""

from collections.abc import Callable
from typing import Any

from rnn_core.errors import RecordError
from rnn_core.learning.watch import Leisure, Watch
from rnn_core.text.events import Sampled
from rnn_core.text.rewrite.decoding import greedy
from rnn_core.text.rewrite.marks import mark
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.task import Texts

# A person reads so many lines, and not faster than this.
_LINES, _SECONDS_BETWEEN_SAMPLES = 5, 1.0


class RewriteWatch(Watch):
    """A `Watch` over `epochs` that asks the network of the moment, `now()`, some `questions`.

    They are neither learnt from nor of the test. After each epoch it tells how many of them are answered without a
    mistake; and now and then what is answered to the first ones, a line each.
    """

    def __init__(
        self,
        *,
        epochs: int,
        now: Callable[[], Rewriter],
        questions: Texts,
        right: Texts,
        on_event: Callable[[Any], None],
        **watch: Any,
    ) -> None:
        super().__init__(on_event=on_event, **watch)
        self._epochs, self._now, self._on_event = epochs, now, on_event
        self._questions, self._right = questions, right
        self._leisure = Leisure(_SECONDS_BETWEEN_SAMPLES)

    def begin(self) -> None:
        """No time has been spent on questions."""
        self._leisure.begin()

    def more(self, epoch: int) -> dict[str, Any]:
        """The share of right answers after `epoch`; None where the network was lost."""
        with self._leisure.spent():
            try:
                said = greedy(self._now(), self._questions)
            except RecordError:
                return {"measure": None}
        self._tell_sample(said, epoch / self._epochs)
        return {"measure": mark(self._right, said).exact}

    def meanwhile(self) -> None:
        """Within an epoch, where there is time for it."""
        if not self._leisure.has_time():
            return
        with self._leisure.spent():
            try:
                said = greedy(self._now(), self._questions[:_LINES])
            except RecordError:
                return
        self._tell_sample(said, len(self.history) / self._epochs)

    def _tell_sample(self, said: list[str], share: float) -> None:
        pairs = list(zip(self._questions, said, strict=False))[:_LINES]
        text = "\n".join(f"{question} → {answer}" for question, answer in pairs)
        self._on_event(Sampled(text, share, self.seconds))
