"""Rewritten: what one training of an encoder and a decoder produced, as a value. Pure: no Keras."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from rnn_core.cells import KERAS_LAYERS, Choice
from rnn_core.learning.events import EpochDone
from rnn_core.text.rewrite.marks import LengthMarks, Marks, RightOnes
from rnn_core.text.rewrite.model import Rewriter
from rnn_core.text.rewrite.spec import RewriteSpec
from rnn_core.text.rewrite.weights import parameters


@dataclass(frozen=True)
class Mistake:
    """A question of the test that was answered wrongly."""

    question: str
    right: str
    said: str


@dataclass(frozen=True)
class Rewritten:
    """One finished (or stopped) training.

    `greedy` and `beam` are the marks of the same questions, which were kept back: the likeliest letter each time, and
    a beam search of width `BEAM_WIDTH`, None where somebody did not want to wait for it. `usual` are those of
    `usual_text`, the one answer that fits best without reading any question. `right` says which of the questions each
    of them got right. `by_length` has the marks (greedy) of
    questions of each length; where a person chooses how long strings are, also of longer ones than were learnt. All
    marks are of no question (`count` 0) if the network was lost while it learnt. `mistakes` are some of greedy's
    wrong answers. `seconds` is the time spent training. `weights` are in the order of `weights.py`; `model_file` is
    the network as a `.keras` file, of Keras' own layers alone.
    """

    key: str
    spec: RewriteSpec
    history: tuple[EpochDone, ...]
    greedy: Marks
    beam: Marks | None
    usual: Marks
    usual_text: str
    right: RightOnes
    by_length: tuple[LengthMarks, ...]
    mistakes: tuple[Mistake, ...]
    seconds: float
    stopped: bool
    weights: tuple[npt.NDArray[np.float32], ...]
    versions: dict[str, str]
    layer_choice: Choice = KERAS_LAYERS
    model_file: bytes = b""

    @cached_property
    def rewriter(self) -> Rewriter:
        """The network, ready to be asked.

        Raises:
            RecordError: its weights are no numbers.
        """
        return Rewriter(self.spec, self.weights)

    @property
    def parameters(self) -> int:
        """All weights of the network."""
        return parameters(self.spec)

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
        return sum(one.nbytes for one in self.weights) + len(self.model_file) + 200 * len(self.history)
