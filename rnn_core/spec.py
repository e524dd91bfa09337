"""Spec: everything that decides one training except its data, as a frozen value. What all kinds of work share. Pure.

Law: every bound, default and unit of a setting stands once, in its spec; sliders, the command line and stored runs read
them there.
"""

from dataclasses import dataclass
from typing import Any, Self

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, ValidationError

from rnn_core.errors import SpecError

_LONGEST = 60


@dataclass(frozen=True)
class FieldWords:
    """What stands beside the control of one setting."""

    label: str
    help: str


class Spec(BaseModel):
    """The base of all specs: `kind` names the kind of work, `cell` the cell, `epochs` is how many it takes at most."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def make(cls, **fields: Any) -> Self:
        """A spec, refused in words where a field is wrong.

        Raises:
            SpecError: the first field that does not fit, or settings that contradict each other.
        """
        try:
            return cls(**fields)
        except ValidationError as error:
            first = error.errors()[0]
            raise SpecError(
                "bad_setting",
                "The setting {name} does not fit: {reason}. We got {value}.",
                name=".".join(str(part) for part in first["loc"]),
                reason=str(first["msg"]).removeprefix("Value error, "),
                value=_shown(first["input"]),
            ) from error

    def change(self, **fields: Any) -> Self:
        """A validated copy with other `fields`.

        Raises:
            SpecError: as in `make`.
        """
        return self.make(**{**self.model_dump(), **fields})

    @classmethod
    def bounds(cls, name: str) -> tuple[Any, Any]:
        """Smallest and largest allowed value of a numeric field."""
        rules = cls.model_fields[name].metadata
        low = next(rule.ge for rule in rules if isinstance(rule, Ge))
        high = next(rule.le for rule in rules if isinstance(rule, Le))
        return low, high

    @classmethod
    def default(cls, name: str) -> Any:
        """The default of a field."""
        return cls.model_fields[name].default


def _shown(value: object) -> str:
    return repr(value) if len(repr(value)) < _LONGEST else repr(value)[: _LONGEST - 3] + "..."
