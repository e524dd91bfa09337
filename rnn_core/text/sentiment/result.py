"""Judged: what one training of a judge of texts produced, as a value. Pure: no Keras."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from rnn_core.cells import Choice
from rnn_core.learning.events import EpochDone
from rnn_core.text.passage import Language, Origin
from rnn_core.text.sentiment.baseline import Baseline
from rnn_core.text.sentiment.model import Judge
from rnn_core.text.sentiment.scores import Labels, Probabilities, Scores
from rnn_core.text.sentiment.spec import SentimentSpec
from rnn_core.text.sentiment.tokens import Way
from rnn_core.text.vocabulary import Vocabulary

# Of the tested texts only those are kept that were judged wrongly, so many and so much of each.
MOST_MISSED, LONGEST_MISSED = 400, 300


@dataclass(frozen=True)
class DataFacts:
    """What a result remembers of the texts that it was trained on.

    `learning`, `validation` and `test` count the texts of each class; texts without a word, `empty`, are in no part.
    `shortened` texts were longer than what is read, `unknown` is the share of unknown words in the test texts. `way`
    says whether words or characters were read.
    """

    name: str
    origin: Origin
    language: Language
    fingerprint: str
    classes: tuple[str, ...] = field(repr=False)
    way: Way
    learning: tuple[int, ...]
    validation: tuple[int, ...]
    test: tuple[int, ...]
    empty: int
    shortened: int
    unknown: float


@dataclass(frozen=True)
class Missed:
    """The beginning of a test text that was judged wrongly; `place` counts the test texts from 0."""

    place: int
    text: str = field(repr=False)


@dataclass(frozen=True)
class Judged:
    """One finished (or stopped) training.

    `labels` `(n,)` are those of the test texts as numbers of the classes, `probabilities` `(n, classes)` what the
    network said of them: no numbers where it lost its own. `missed` are texts that it got wrong, the surest mistakes
    first. `best_epoch` (counted from 1, 0 before the first) is the one whose weights it has, of a training stopped
    within an epoch the last whole one; `measure` in the history is the accuracy on the validation texts. `seconds` is
    the time spent training. `model_file` is the network as a `.keras` file, of Keras' own layers alone.
    """

    key: str
    spec: SentimentSpec
    data: DataFacts
    vocabulary: Vocabulary
    history: tuple[EpochDone, ...]
    labels: Labels
    probabilities: Probabilities
    scores: Scores
    baselines: tuple[Baseline, ...]
    missed: tuple[Missed, ...]
    best_epoch: int
    seconds: float
    stopped: bool
    weights: tuple[npt.NDArray[np.float32], ...]
    versions: dict[str, str]
    layer_choice: Choice
    model_file: bytes = b""

    @property
    def lost(self) -> bool:
        """Whether the network's numbers grew beyond all bounds, so that it says nothing any more."""
        return not bool(np.isfinite(self.probabilities).all())

    @property
    def judge(self) -> Judge:
        """The network, ready to read texts.

        Raises:
            RecordError: its numbers were lost, or are not those of such a network.
        """
        return Judge.of(self.spec, self.data.way, self.vocabulary, self.weights)

    @property
    def parameters(self) -> int:
        """All weights of the network."""
        return sum(array.size for array in self.weights)

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
        arrays: list[npt.NDArray[Any]] = [self.labels, self.probabilities, *self.weights]
        arrays += [one.probabilities for one in self.baselines]
        texts = [*self.vocabulary.symbols, *(one.text for one in self.missed)]
        return sum(one.nbytes for one in arrays) + sum(len(one.encode()) for one in texts) + len(self.model_file)
