"""Written: what the training of a character model produced, as a value. Pure: no Keras.

Losses in its history are nats per character, as the network has them; `bits` and `held_out_bits` are what is shown.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rnn_core.cells import Choice
from rnn_core.learning.events import EpochDone
from rnn_core.text.events import Sampled
from rnn_core.text.passage import Language, Origin, Passage
from rnn_core.text.vocabulary import Vocabulary
from rnn_core.text.write.bits import bits_of, perplexity_of
from rnn_core.text.write.model import Writer
from rnn_core.text.write.spec import WriteSpec

# So many samples make the film of a training.
MOST_SAMPLES = 40


@dataclass(frozen=True)
class PassageFacts:
    """What is remembered of the text that was learnt from, which is not the text itself."""

    name: str
    origin: Origin
    language: Language
    characters: int
    fingerprint: str

    @classmethod
    def of(cls, passage: Passage) -> "PassageFacts":
        """The facts of `passage`."""
        return cls(passage.name, passage.origin, passage.language, len(passage.text), passage.fingerprint)


@dataclass(frozen=True)
class Counted:
    """What counting does on the same characters: bits per held-out character of a context of `order` characters.

    Order 0 is letter frequencies.
    """

    order: int
    bits: float

    @property
    def perplexity(self) -> float:
        """Among how many equally likely characters it would be as unsure."""
        return perplexity_of(self.bits)


@dataclass(frozen=True)
class Written:
    """One finished (or stopped) training.

    `learnt` and `held_out` count characters, `unknown_share` (0 to 1) is the part of the held-out ones that the
    vocabulary does not know: networks and counting alike foresee them as the one unknown symbol. `held_out_loss` is
    nats per held-out character, of which the first is only read, by the weights that are kept. `baselines` begin with
    letter frequencies; `counted_sample` is what the table of `baselines.COMPARED_ORDER` writes. The last of `samples`
    is by the weights that are kept; which earlier ones there are hangs on the clock, and nothing else here does but
    `seconds`. `layer_choice` says which layers did the work, `model_file` is the network as a `.keras` file.
    """

    key: str
    spec: WriteSpec
    passage: PassageFacts
    vocabulary: Vocabulary
    learnt: int
    held_out: int
    unknown_share: float
    history: tuple[EpochDone, ...]
    held_out_loss: float
    baselines: tuple[Counted, ...]
    counted_sample: str = field(repr=False)
    samples: tuple[Sampled, ...]
    seconds: float
    stopped: bool
    weights: tuple[npt.NDArray[np.float32], ...]
    versions: dict[str, str]
    layer_choice: Choice
    model_file: bytes = b""

    @property
    def held_out_bits(self) -> float:
        """Bits per held-out character."""
        return bits_of(self.held_out_loss)

    @property
    def perplexity(self) -> float:
        """Among how many equally likely characters it would be as unsure."""
        return perplexity_of(self.held_out_bits)

    @property
    def bits(self) -> tuple[tuple[float, float], ...]:
        """After each epoch, bits per character of what was learnt from, and of what is held out."""
        losses = ((one.loss, math.nan if one.validation_loss is None else one.validation_loss) for one in self.history)
        return tuple((bits_of(learnt), bits_of(held_out)) for learnt, held_out in losses)

    @property
    def lost(self) -> bool:
        """Whether the training ended in numbers that are none: such a network cannot write."""
        return not all(bool(np.isfinite(one).all()) for one in self.weights)

    @property
    def writer(self) -> Writer:
        """The network in NumPy."""
        return Writer.of(self.spec.cell, self.weights)

    @property
    def parameters(self) -> int:
        """All weights of the network."""
        return sum(one.size for one in self.weights)

    @property
    def nbytes(self) -> int:
        """About how much memory it holds."""
        texts = [self.counted_sample, *self.vocabulary.symbols, *(one.text for one in self.samples)]
        weights = sum(one.nbytes for one in self.weights)
        return weights + len(self.model_file) + 4 * sum(map(len, texts)) + 200 * len(self.history)


def film(samples: Sequence[Sampled]) -> tuple[Sampled, ...]:
    """At most `MOST_SAMPLES` of them, first and last among them; more from the beginning, where most happens."""
    if not samples:
        return ()
    places = np.geomspace(1, len(samples), MOST_SAMPLES).round().astype(int) - 1
    return tuple(samples[place] for place in np.unique(places).tolist())
