"""RNN, CNN and Transformer beside each other: what one layer costs, and words on the rest. Pure.

Costs are those of table 1 of Vaswani et al. (2017), "Attention is all you need"; the convolution is causal and its
filters spread out layer by layer, as in Bai, Kolter and Koltun (2018), "An empirical evaluation of generic
convolutional and recurrent networks for sequence modeling".
"""

from dataclasses import dataclass

from rnn_core.words import N_

FILTER = 3
"""Steps that a filter of the convolution sees, k."""


@dataclass(frozen=True)
class Costs:
    """Of one family, for a window of n steps, d numbers each.

    `waiting`: steps of work one of which must wait for the other, in one layer; `work`: multiplications of one layer,
    about; `apart`: layers or steps between the first day and the last; `memory`: numbers kept to go on day by day.
    """

    waiting: int
    work: int
    apart: int
    memory: int


@dataclass(frozen=True)
class Row:
    """One row of the table; `about` and the three cells are marked for translation and name the fields of Costs."""

    about: str
    rnn: str
    cnn: str
    transformer: str


def layers_to_reach(steps: int) -> int:
    """Layers of filters, each k times as far spread as the one below, until one sees `steps` steps.

    >>> layers_to_reach(1), layers_to_reach(9), layers_to_reach(10)
    (0, 2, 3)
    """
    layers, seen = 0, 1
    while seen < steps:
        layers, seen = layers + 1, seen * FILTER
    return layers


def recurrent(steps: int, width: int) -> Costs:
    """A recurrent layer: O(n d^2) work, O(n) steps that wait, O(n) between two days."""
    return Costs(steps, steps * width**2, steps, width)


def convolution(steps: int, width: int) -> Costs:
    """A convolution: O(k n d^2) work, O(1) steps that wait, O(log_k n) between two days."""
    return Costs(1, FILTER * steps * width**2, layers_to_reach(steps), steps * width)


def attention(steps: int, width: int) -> Costs:
    """Self-attention: O(n^2 d) work, O(1) steps that wait, O(1) between two days; a key and a value a step are kept."""
    return Costs(1, steps**2 * width, 1, 2 * steps * width)


ROWS: tuple[Row, ...] = (
    Row(
        N_("What one layer sees"),
        N_("all steps so far, squeezed into one state"),
        N_("{filter} neighbouring steps; with each further layer a longer stretch"),
        N_("all steps at once, each by itself"),
    ),
    Row(
        N_("Steps that must wait for each other"),
        N_("**{waiting}**: all, one after the other (n)"),
        N_("**{waiting}**: all steps are worked out at once"),
        N_("**{waiting}** while it learns; when it writes, word by word, all"),
    ),
    Row(
        N_("Work of one layer (multiplications)"),
        N_("**{work}** (n · d²)"),
        N_("**{work}** (k · n · d²)"),
        N_("**{work}** (n² · d)"),
    ),
    Row(
        N_("From the first day to the last"),
        N_("**{apart}** steps (n)"),
        N_("**{apart}** layers (log n, with filters that spread out)"),
        N_("**{apart}** layer"),
    ),
    Row(
        N_("Numbers to keep when a new day comes"),
        N_("**{memory}**: one state, however long it runs (d)"),
        N_("**{memory}**: the stretch that it sees (n · d a layer at most)"),
        N_("**{memory}**: a key and a value for each day (2 · n · d)"),
    ),
    Row(
        N_("Knows the order by"),
        N_("reading in order"),
        N_("the places in its filter"),
        N_("a code for the place, added to each step"),
    ),
    Row(
        N_("Data that it needs"),
        N_("little will do"),
        N_("little will do"),
        N_("much, or one that has learnt elsewhere"),
    ),
    Row(
        N_("Where it is the first choice today"),
        N_("short series, little data, small devices, endless streams"),
        N_("sound, sensors, long even signals"),
        N_("language, and whatever has very much data"),
    ),
)
