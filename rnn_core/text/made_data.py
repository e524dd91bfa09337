"""The data of a training that makes its own from its seed. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MadeData:
    """Nothing that would have to be kept."""

    name: str = ""


MADE_DATA = MadeData()
