"""Comparing different horizons: one step ahead is easier than twenty. Pure."""

import numpy as np
from sklearn.linear_model import LinearRegression

from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Line, Picture, Pitfall
from rnn_core.lessons.pitfalls.findings import against_naive, gain, score_of
from rnn_core.lessons.pitfalls.material import Material, windows_before
from rnn_core.words import N_, Sentence

_WINDOW = 10
LONGEST = 20


def demonstrate_horizons(material: Material, steps: int) -> Demonstration:
    """A linear model one step ahead beside the naive line of `steps`; honestly, both look `steps` ahead."""
    ahead = {h: _forecast(material, h) for h in range(1, LONGEST + 1)}
    one, honest = ahead[1], ahead[steps]
    cheated = Forecast(one.rows, one.actual, one.predicted, honest.naive)
    return Demonstration(
        cheated,
        honest,
        scores=(
            score_of(N_("Model one step ahead"), cheated, material.unit),
            score_of(N_("Model as far ahead as the naive line"), honest, material.unit),
        ),
        findings=(_told(cheated, steps), *_judged(cheated, honest, steps)),
        picture=_picture(ahead, steps),
    )


def _forecast(material: Material, steps: int) -> Forecast:
    """A linear model that predicts each test row from the rows up to `steps` before it."""
    values, test = material.values, material.test
    train = np.arange(_WINDOW + steps - 1, material.train.stop)
    model = LinearRegression()
    model.fit(windows_before(values, train, _WINDOW, ahead=steps), (values[train] - values[train - steps]))
    change = model.predict(windows_before(values, test, _WINDOW, ahead=steps))
    return Forecast(test, values[test], values[test - steps] + change, values[test - steps])


def _picture(ahead: dict[int, Forecast], steps: int) -> Picture:
    far = np.array(list(ahead))
    naive, model = (np.array([getattr(one, name) for one in ahead.values()]) for name in ("naive_rmse", "rmse"))
    lines = (
        Line("honest", N_("model, as far ahead"), far, model),
        Line("cheated", N_("model, one step ahead"), far, np.full(len(far), model[0])),
        # Last, because its dashes show on top of another line.
        Line("naive", N_("naive line"), far, naive),
    )
    return Picture(lines, N_("RMSE"), across=N_("steps ahead"), at=steps)


def _told(cheated: Forecast, steps: int) -> Sentence:
    if steps == 1:
        return Sentence("same_horizon", "Both look one step ahead: this comparison is fair. Move the slider.")
    return Sentence(
        "horizons",
        "One step ahead, the model makes {ratio} times the error of a naive line that looks {steps} steps ahead.",
        {"steps": steps, "ratio": cheated.against_naive},
    )


def _judged(cheated: Forecast, honest: Forecast, steps: int) -> tuple[Sentence, ...]:
    return (gain(cheated, honest), *against_naive(cheated, honest)) if steps > 1 else ()


def _knob(_: Material) -> Knob:
    return Knob(
        N_("Steps ahead of the naive line"),
        N_("How far ahead the naive line has to look. The more it misses, the better all others seem."),
        low=1,
        high=LONGEST,
        start=10,
    )


HORIZONS = Pitfall(
    name="horizons",
    title=N_("Comparing different horizons"),
    story=N_(
        "A report says: “our model misses by far less than the naive line”. Its model was given the true value "
        "every evening and looked one day ahead, while its naive line repeats a value that is weeks old. Almost "
        "any model would win."
    ),
    notice=N_(
        "The flat line never changes; what changes is how far the naive line has to look. Compare two forecasts at "
        "the same number of steps ahead: the honest line and the grey one. On prices they mostly cannot be told "
        "apart."
    ),
    knob=_knob,
    demonstrate=demonstrate_horizons,
)
