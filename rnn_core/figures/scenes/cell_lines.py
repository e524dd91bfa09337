"""What a step works out for one unit, as lines of numbers under the drawing of its cell. Pure."""

from dataclasses import dataclass

from rnn_core.figures.scenes.cell_parts import digits
from rnn_core.lessons.cell.blocks import BLOCKS, CANDIDATE, GATES, RESULT
from rnn_core.lessons.cell.walk import Sum, Walk

_BENT = {"s": "s(W x + U h + b)", "tanh": "tanh(W x + U h + b)"}
_RESET = "tanh(W x + b + r (U h + b′))"
_STATES = {
    "LSTM": (("c", "c′ = f c + i g"), ("h", "h′ = o tanh(c′)")),
    "GRU": (("h", "h′ = z h + (1 − z) n"),),
}


@dataclass(frozen=True)
class Line:
    """One equation: the `letter` of what it gives, how it is written, and in which `part` of the step it belongs."""

    letter: str
    written: str
    part: int


def lines_of(walk: Walk) -> tuple[Line, ...]:
    """The equations of the cell, in the order in which they are worked out."""
    last = (Line("y", "y = V h′ + d", RESULT),) if walk.output is not None else ()
    if walk.cell == "SimpleRNN":
        return (Line("a", "a = W x + U h + b", GATES), Line("h", "h′ = tanh(a)", RESULT), *last)
    return (*_blocks(walk.cell), *(Line(letter, written, RESULT) for letter, written in _STATES[walk.cell]), *last)


def _blocks(cell: str) -> tuple[Line, ...]:
    def line(letter: str, bend: str, reset: str) -> Line:
        right = _RESET if reset else _BENT[bend]
        return Line(letter, f"{letter} = {right}", CANDIDATE if bend == "tanh" else GATES)

    blocks = sorted(BLOCKS[cell], key=lambda block: block.bend == "tanh")  # gates open first
    return tuple(line(block.letter, block.bend, block.reset) for block in blocks)


def in_numbers(walk: Walk, letter: str, step: int, unit: int) -> str:
    """The equation of `letter` with the numbers of a step and a unit.

    Unrounded numbers are behind those that are shown, whose last digit may seem to be off by one: hence the ≈.
    """
    here = _Here(walk, step, unit)
    match letter:
        case "a":
            return f"a = {_added(walk.sums['h'], step, unit)} ≈ {digits(walk.sums['h'].total[step, unit])}"
        case "c":
            return f"c′ = {here.now('f')} · {here.old('c')} + {here.now('i')} · {here.now('g')} ≈ {here.now('c')}"
        case "h":
            return f"h′ = {_state(here)} ≈ {here.now('h')}"
        case "y":
            assert walk.outputs is not None
            return f"y = {_result(walk, step)} ≈ {digits(walk.outputs[step])}"
    bend = next(block.bend for block in BLOCKS[walk.cell] if block.letter == letter)
    return f"{letter} = {bend}({_added(walk.sums[letter], step, unit)}) ≈ {here.now(letter)}"


@dataclass(frozen=True)
class _Here:
    walk: Walk
    step: int
    unit: int

    def now(self, letter: str) -> str:
        return digits(self.walk.after[letter][self.step, self.unit])

    def old(self, letter: str) -> str:
        return digits(self.walk.before[letter][self.step, self.unit])


def _state(here: _Here) -> str:
    match here.walk.cell:
        case "LSTM":
            return f"{here.now('o')} · tanh({here.now('c')})"
        case "GRU":
            rest = 1 - here.walk.after["z"][here.step, here.unit]
            return f"{here.now('z')} · {here.old('h')} + {digits(rest)} · {here.now('n')}"
    return f"tanh({digits(here.walk.sums['h'].total[here.step, here.unit])})"


def _result(walk: Walk, step: int) -> str:
    assert walk.output is not None
    terms = zip(walk.output.weights, walk.after["h"][step], strict=True)
    written = [f"{weight:g}".replace("-", "−") + f" · {digits(value)}" for weight, value in terms]
    return _signed([*written, f"{walk.output.bias:g}".replace("-", "−")])


def _added(summed: Sum, step: int, unit: int) -> str:
    return _signed([digits(part[step, unit]) for part in (summed.read, summed.back, summed.bias)])


def _signed(terms: list[str]) -> str:
    """A sum in which a minus takes the place of the plus.

    >>> _signed(["1.00", "−0.50", "0.10"])
    '1.00 − 0.50 + 0.10'
    """
    return terms[0] + "".join(f" − {term[1:]}" if term.startswith("−") else f" + {term}" for term in terms[1:])
