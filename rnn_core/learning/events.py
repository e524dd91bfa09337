"""Events: the plain values that leave a running training. Pure; every field survives JSON."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Stage = Literal["preparing", "training", "predicting"]


@dataclass(frozen=True)
class StageBegan:
    """The run entered a new stage."""

    stage: Stage


@dataclass(frozen=True)
class BatchDone:
    """`share` (0 to 1) of epoch `epoch` (counted from 1) is through; `seconds` since training began."""

    epoch: int
    share: float
    loss: float
    seconds: float


@dataclass(frozen=True)
class EpochDone:
    """Epoch `epoch` (counted from 1) ended, `seconds` after training began; losses as the network has them.

    `curve` is a forecast's prediction of the thinned test rows (`thin` says which) in the series' unit; it is empty
    when too little time has passed since the last one. `measure` is what a person follows where a loss says little: the
    share (0 to 1) of what is right, of examples that are kept back.
    """

    epoch: int
    loss: float
    validation_loss: float | None
    seconds: float
    curve: tuple[float, ...] = ()
    measure: float | None = None


Event = StageBegan | BatchDone | EpochDone
OnEvent = Callable[[Event], None]


def ignore(event: Event) -> None:
    """The default listener: does nothing."""


def never() -> bool:
    """The default answer to "should this training stop?"."""
    return False
