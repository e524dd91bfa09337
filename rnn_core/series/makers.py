"""MAKERS: the registry of what a person can make, each with its knobs. Bounds, defaults and words stand here alone."""

from collections.abc import Callable
from dataclasses import dataclass

from rnn_core.series import simulate
from rnn_core.words import N_


@dataclass(frozen=True)
class Knob:
    """One number of a made series, between `low` and `high`; whole where its `step` is."""

    name: str
    label: str
    help: str
    low: float
    high: float
    default: float
    step: float

    @property
    def whole(self) -> bool:
        """Whether only whole numbers fit."""
        return isinstance(self.step, int)

    @property
    def wide(self) -> bool:
        """Whether there are too many values for a slider."""
        return (self.high - self.low) / self.step > 1_000

    def fits(self, value: float) -> bool:
        """Whether `value` may stand here.

        >>> SEED.fits(3), SEED.fits(-1), SEED.fits(0.5), SEED.fits(float("nan"))
        (True, False, False, False)
        """
        return self.low <= value <= self.high and (not self.whole or value == int(value))


@dataclass(frozen=True)
class Maker:
    """One kind of made series: `title` on its button, `series_name` for what comes out, `lesson` what to notice.

    `numbers` takes a value for each knob, by its name, and gives the values in their order. `returns` names the knob
    after whose number of rows things come back, where only a few such stretches show it to the eye.
    """

    name: str
    title: str
    series_name: str
    lesson: str
    knobs: tuple[Knob, ...]
    numbers: Callable[..., simulate.Floats]
    returns: str = ""


ROWS = Knob(
    "rows", N_("Rows"), N_("How many days the series has. More takes longer to train on."), 100, 200_000, 1_000, 100
)
SEED = Knob(
    "seed",
    N_("Random seed"),
    N_("Where chance begins. The same seed makes the same series; another one a sister of it."),
    0,
    2_147_483_647,
    1,
    1,
)

_WALK = Maker(
    "walk",
    N_("Random walk"),
    N_("Home-made random walk"),
    N_(
        "What to notice: every step is chance, so that nothing predicts the next value better than the last one. "
        "Without drift, a network can at best draw level with the naive line."
    ),
    (
        ROWS,
        Knob("drift", N_("Drift"), N_("What is added at every step: above 0 the walk climbs."), -1.0, 1.0, 0.0, 0.05),
        Knob("noise", N_("Noise"), N_("How large the steps of chance are (standard deviation)."), 0.1, 5.0, 1.0, 0.1),
        SEED,
    ),
    simulate.walk,
)
_SINE = Maker(
    "sine",
    N_("Sine"),
    N_("Home-made sine"),
    N_(
        "What to notice: the wave repeats, so that a network can beat the naive line by far; only the noise stays. "
        "With a trend, the test part leaves the range that the network has learned."
    ),
    (
        ROWS,
        Knob("period", N_("Period"), N_("After how many days the wave repeats."), 4, 400, 50, 1),
        Knob("amplitude", N_("Amplitude"), N_("How high the wave rises above its middle."), 0.1, 10.0, 1.0, 0.1),
        Knob(
            "trend",
            N_("Trend"),
            N_("How far the wave climbs from the first day to the last; below 0 it falls."),
            -20.0,
            20.0,
            0.0,
            0.5,
        ),
        Knob("noise", N_("Noise"), N_("How much chance lies on top (standard deviation)."), 0.0, 2.0, 0.1, 0.05),
        SEED,
    ),
    simulate.sine,
)
_ECHO = Maker(
    "echo",
    N_("Echo"),
    N_("Home-made echo"),
    N_(
        "What to notice: neighbouring values have nothing in common, but each one comes back after the delay. "
        "A network finds that only if its window reaches as far back."
    ),
    (
        ROWS,
        Knob("delay", N_("Delay"), N_("After how many days a value comes back."), 2, 200, 20, 1),
        Knob(
            "strength",
            N_("Strength"),
            N_("How much of a value comes back: 0 is pure chance, 1 the same again and again."),
            0.0,
            1.0,
            0.9,
            0.05,
        ),
        SEED,
    ),
    simulate.echo,
    returns="delay",
)

MAKERS = {maker.name: maker for maker in (_WALK, _SINE, _ECHO)}
