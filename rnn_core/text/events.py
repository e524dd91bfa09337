"""Events of trainings with text, beside those that all trainings have. Pure; every field survives JSON."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sampled:
    """`text`, which the network made just now, `seconds` after training began; `share` (0 to 1) of it is through."""

    text: str = field(repr=False)
    share: float
    seconds: float
