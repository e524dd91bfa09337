"""Exported: one run with all that belongs to it, as it leaves the house and comes back. Pure."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Exported:
    """A run with a result, the data that it was trained on, and a person's own words about it.

    Of which types run and data are, the kind of the run says (see `KINDS` in `rnn_core/records`).
    """

    run: Any
    data: Any
    title: str = ""
    note: str = ""

    @property
    def kind(self) -> str:
        """The kind of work that the run did."""
        kind: str = self.run.spec.kind
        return kind
