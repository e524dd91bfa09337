"""Lesson: what a teacher's link says beside data and settings: controls to fix or to hide, large type. Pure.

A lesson is a help, not a lock: whoever wants may leave it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.forecast.field_words import EARLY_STOPPING, FIELDS, REPEATS, SEES
from rnn_core.words import N_

_SPLIT = ("test_share", "train_from", "train_to", "test_from", "test_to", "validation_from", "validation_share")

# Settings whose controls only make sense together with others.
_TOGETHER: Mapping[str, str] = MappingProxyType({**dict.fromkeys(_SPLIT, "split"), "sees": "inputs"})

CONTROLS: Mapping[str, str] = MappingProxyType(
    {
        "data": N_("The choice of data"),
        "cell": FIELDS["cell"].label,
        **{name: FIELDS[name].label for name in ("units", "window", "epochs")},
        "repeats": REPEATS.label,
        **{name: FIELDS[name].label for name in ("layers", "bidirectional", "attention")},
        **{name: FIELDS[name].label for name in ("dropout", "recurrent_dropout", "l2")},
        **{name: FIELDS[name].label for name in ("optimizer", "learning_rate", "schedule", "batch_size")},
        **{name: FIELDS[name].label for name in ("clip_norm", "loss")},
        "patience": EARLY_STOPPING.label,
        "seed": FIELDS["seed"].label,
        "target": FIELDS["target"].label,
        "inputs": SEES.label,
        **{name: FIELDS[name].label for name in ("predict", "scaling", "missing", "horizon")},
        "split": N_("Split the series"),
    }
)
"""What a teacher may fix or hide, and its words; a test holds it against the controls of the form."""


@dataclass(frozen=True)
class Lesson:
    """The names (of CONTROLS) that are shown but cannot be changed, and those that are not shown; large type or not."""

    fixed: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    large: bool = False

    @property
    def closed(self) -> bool:
        """Whether anything is fixed or hidden."""
        return bool(self.fixed or self.hidden)


def control_of(name: str) -> str:
    """The control that the setting `name` belongs to.

    >>> control_of("test_from"), control_of("units")
    ('split', 'units')
    """
    return _TOGETHER.get(name, name)


def read_lesson(params: Mapping[str, str]) -> Lesson:
    """The lesson in an address; what it names and we do not know is left out."""
    hidden = _known(params.get("hide", ""))
    return Lesson(_known(params.get("fix", "")) - hidden, hidden, params.get("view") == "large")


def write_lesson(lesson: Lesson) -> dict[str, str]:
    """The parameters of an address that say `lesson`."""
    params = {"fix": _listed(lesson.fixed), "hide": _listed(lesson.hidden), "view": "large" if lesson.large else ""}
    return {name: text for name, text in params.items() if text}


def _known(text: str) -> frozenset[str]:
    return frozenset(text.split(",")) & CONTROLS.keys()


def _listed(names: Iterable[str]) -> str:
    return ",".join(name for name in CONTROLS if name in frozenset(names))
