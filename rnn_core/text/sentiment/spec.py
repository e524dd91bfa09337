"""SentimentSpec: everything that decides one training of a judge of texts. Bounds and defaults stand here alone."""

import hashlib
import json
from typing import Annotated, Literal, Self, get_args

from annotated_types import Ge, Le
from pydantic import model_validator

from rnn_core.cells import CellName
from rnn_core.errors import SpecError
from rnn_core.spec import Spec
from rnn_core.text.examples import Examples
from rnn_core.words import Percent

By = Literal["fitting", "words", "characters"]
BY: tuple[By, ...] = get_args(By)

# What must be left to learn from, as a share.
_LEAST_LEARNT = 0.2


class SentimentSpec(Spec):
    """One network that reads a text symbol by symbol and says which label it has, and how it learns and is tested.

    A text is cut into words or characters (`by`; "fitting" means characters where a language writes no spaces), of
    which the first `longest` are read. The `most_symbols` most frequent ones are known, the others are all the same to
    it. Shares are fractions of all texts; `split_seed` decides which texts are tested, so that networks with other
    `seed`s are tested on the same ones. `patience` counts epochs; 0 switches early stopping and clipping off.
    """

    kind: Literal["sentiment"] = "sentiment"

    cell: CellName = "LSTM"
    units: Annotated[int, Ge(1), Le(256)] = 32
    embedding: Annotated[int, Ge(1), Le(128)] = 32
    bidirectional: bool = False
    attention: bool = False
    dropout: Annotated[float, Ge(0.0), Le(0.8)] = 0.3
    recurrent_dropout: Annotated[float, Ge(0.0), Le(0.8)] = 0.0

    epochs: Annotated[int, Ge(1), Le(200)] = 12
    batch_size: Annotated[int, Ge(1), Le(512)] = 16
    learning_rate: Annotated[float, Ge(0.00001), Le(1.0)] = 0.003
    clip_norm: Annotated[float, Ge(0.0), Le(100.0)] = 1.0
    patience: Annotated[int, Ge(0), Le(50)] = 3
    seed: Annotated[int, Ge(0), Le(2_147_483_647)] = 1

    by: By = "fitting"
    longest: Annotated[int, Ge(1), Le(400)] = 100
    most_symbols: Annotated[int, Ge(10), Le(10_000)] = 5_000
    test_share: Annotated[float, Ge(0.05), Le(0.5)] = 0.2
    validation_share: Annotated[float, Ge(0.0), Le(0.4)] = 0.1
    split_seed: Annotated[int, Ge(0), Le(9_999)] = 1

    @model_validator(mode="after")
    def _leaves_enough_to_learn_from(self) -> Self:
        if self.test_share + self.validation_share > 1 - _LEAST_LEARNT + 1e-9:
            raise SpecError(
                "shares_leave_too_little",
                "At least {least} of the texts must be left to learn from. The test takes {test}, the validation part "
                "{validation}. Make one of them smaller.",
                least=Percent(_LEAST_LEARNT),
                test=Percent(self.test_share),
                validation=Percent(self.validation_share),
            )
        return self

    @property
    def stops_early(self) -> bool:
        """Whether there is patience, and a validation part to watch."""
        return self.patience > 0 and self.validation_share > 0

    def key(self, examples: Examples) -> str:
        """sha256 of the whole spec, the language that decides how texts are cut, and the data's fingerprint."""
        settings = self.model_dump(mode="json") | {"language": examples.language}
        return hashlib.sha256(f"{json.dumps(settings, sort_keys=True)}\n{examples.fingerprint}".encode()).hexdigest()
