"""Activity: what stood in the cells of the last recurrent layer when each test window had been read. Pure: no Keras."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rnn_core.cells.loops import LOOPS
from rnn_core.cells.through_time import Array
from rnn_core.forecast.inside.inside import Inside, Places
from rnn_core.forecast.inside.network import Walked
from rnn_core.forecast.predicting import some_size
from rnn_core.forecast.run import Dates, Floats
from rnn_core.judge.spread import spread

# The quantities of each cell that lie between 0 (shut) and 1 (open).
GATES: Mapping[str, tuple[str, ...]] = MappingProxyType({"LSTM": ("i", "f", "o"), "GRU": ("z", "r"), "SimpleRNN": ()})


@dataclass(frozen=True)
class Activity:
    """What stood in the last recurrent layer at the last step of some test windows.

    `places` `(k,)` are those of the test part; `dates` `(k,)` is the last row of each window, what was read last, with
    its `values` in the series' unit; `jumps` is the size of each value's change to the row before, in multiples of what
    was usual until then. `quantities` are named by the letters of the
    cell's equations, `(k, units)` each. Of a layer with two directions there are twice as many units:
    first those forward in time, then those that read from the end, whose last step has the oldest day of the window.
    """

    cell: str
    places: npt.NDArray[np.int64]
    dates: Dates
    values: Floats
    jumps: Floats
    quantities: Mapping[str, Array]

    @property
    def gates(self) -> dict[str, Array]:
        """Those between 0 (shut) and 1 (open), `(k, units)` each; a SimpleRNN has none."""
        return {name: self.quantities[name] for name in GATES[self.cell]}

    @property
    def means(self) -> dict[str, Array]:
        """The mean of each quantity over the units, `(k,)` each."""
        return {name: values.mean(axis=1) for name, values in self.quantities.items()}

    @property
    def hidden(self) -> Array:
        """The hidden states `h`, `(k, units)`: what the layer hands on."""
        return self.quantities["h"]


def gate_activity(inside: Inside, places: Places) -> Activity:
    """What stood in the last recurrent layer of `inside` when the windows of `places` had been read."""
    return activity_of(inside, places, [at_last_step(inside, walked) for _, walked in inside.walks(places)])


def activity_of(inside: Inside, places: Places, pieces: Sequence[Mapping[str, Array]]) -> Activity:
    """The activity of `places`, whose windows went through in `pieces`, one `at_last_step` after the other."""
    every = np.asarray(places, "int64")
    quantities = {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
    last, target = inside.rows[every] - 1, inside.parts.target
    return Activity(
        cell=inside.run.spec.cell,
        places=every,
        dates=inside.parts.dates[last].to_numpy("datetime64[s]"),
        values=target[last],
        jumps=np.abs(target[last] - target[np.maximum(last - 1, 0)]) / some_size(spread(target)[last]),
        quantities=quantities,
    )


def at_last_step(inside: Inside, walked: Walked) -> dict[str, Array]:
    """The quantities of the last recurrent layer when some windows had been read, `(k, units)` each."""
    layer, passed = inside.network.passed(walked)[-1]
    each = [LOOPS[layer.cell].quantities(one) for one in passed]
    return {name: np.concatenate([quantities[name][-1] for quantities in each], axis=1) for name in each[0]}
