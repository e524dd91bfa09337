"""Moment: what of a walk is looked at, and what is to be said of it. Plain values and sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rnn_core.lessons.cell.blocks import CANDIDATE, GATES, READS, RESULT
from rnn_core.lessons.cell.walk import Walk
from rnn_core.words import Percent, Sentence


@dataclass(frozen=True)
class Moment:
    """A `step` up to its `part`: all of it, or in `slow` motion one part after the other."""

    step: int
    part: int = RESULT
    slow: bool = False


def moments(steps: int, *, slow: bool) -> tuple[Moment, ...]:
    """All there is to look at in a sequence, in order.

    >>> len(moments(8, slow=False)), len(moments(8, slow=True))
    (8, 32)
    """
    if not slow:
        return tuple(Moment(step) for step in range(steps))
    return tuple(Moment(step, part, True) for step in range(steps) for part in range(RESULT + 1))


def told(walks: Sequence[Walk], moment: Moment) -> tuple[Sentence, ...]:
    """What happens at `moment` in the cells of `walks`."""
    if moment.slow and moment.part != RESULT:
        return (_PARTS[moment.part](walks[0], moment.step),)
    return (_came_in(walks[0], moment.step), *(_KEPT[walk.cell](walk, moment.step) for walk in walks))


def _came_in(walk: Walk, step: int) -> Sentence:
    return Sentence("step_reads", "Step {step} reads {x}.", {"step": step + 1, "x": _read(walk, step)})


def _meets(walk: Walk, step: int) -> Sentence:
    return Sentence(
        "step_meets",
        "Step {step}: {x} comes in from below and meets the state that the step before has left.",
        {"step": step + 1, "x": _read(walk, step)},
    )


def _opens(_walk: Walk, step: int) -> Sentence:
    return Sentence(
        "step_opens",
        "Step {step}: input and state are weighed and added up. In a gate the sum is squeezed to between 0 (shut) and "
        "1 (open).",
        {"step": step + 1},
    )


def _proposes(_walk: Walk, step: int) -> Sentence:
    return Sentence(
        "step_proposes",
        "Step {step}: the candidate is worked out, what could be new. It lies between −1 and 1. A SimpleRNN has none.",
        {"step": step + 1},
    )


_PARTS: Mapping[int, Callable[[Walk, int], Sentence]] = MappingProxyType(
    {READS: _meets, GATES: _opens, CANDIDATE: _proposes}
)


def _lstm(walk: Walk, step: int) -> Sentence:
    return Sentence(
        "step_lstm",
        "The LSTM's forget gate lets {kept} of its memory through on average, its input gate {taken} of what is new.",
        {"kept": _share(walk, "f", step), "taken": _share(walk, "i", step)},
    )


def _gru(walk: Walk, step: int) -> Sentence:
    return Sentence(
        "step_gru",
        "The GRU's update gate keeps {kept} of its state on average; the rest is new.",
        {"kept": _share(walk, "z", step)},
    )


def _simple(_walk: Walk, _step: int) -> Sentence:
    return Sentence("step_simple", "The SimpleRNN has no gate: it mixes state and input anew.")


_KEPT: Mapping[str, Callable[[Walk, int], Sentence]] = MappingProxyType(
    {"LSTM": _lstm, "GRU": _gru, "SimpleRNN": _simple}
)


def _share(walk: Walk, letter: str, step: int) -> Percent:
    """How far a gate is open, both units together."""
    return Percent(float(walk.after[letter][step].mean()))


def _read(walk: Walk, step: int) -> str:
    """The number as it was chosen or typed."""
    return f"{float(walk.inputs[step, 0]):g}".replace("-", "−")
