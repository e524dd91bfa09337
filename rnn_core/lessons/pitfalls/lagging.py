"""The lag illusion: a line that is one day late looks perfect from afar. Pure."""

import numpy as np

from rnn_core.judge import r2
from rnn_core.lessons.pitfalls.demonstration import Demonstration, Forecast, Knob, Picture, Pitfall, Score
from rnn_core.lessons.pitfalls.lines import last_part, line_of, real_line
from rnn_core.lessons.pitfalls.material import Material
from rnn_core.words import N_, Amount, Sentence

WHOLE = 0
_LOOKS_PERFECT, _LOOKS_WELL = 0.9, 0.5


def demonstrate_lag(material: Material, rows: int) -> Demonstration:
    """The naive line over the last `rows` of the test (`WHOLE`: all), praised by R², judged by Theil's U."""
    values, test = material.values, material.test
    whole = Forecast(test, values[test], values[test - 1], values[test - 1])
    shown = last_part(whole, rows or len(test))
    praise = r2(shown.actual, shown.predicted)
    lines = (real_line(material, shown.rows), line_of(material, shown, "naive", N_("naive line")))
    return Demonstration(
        cheated=shown,
        honest=shown,
        scores=(
            Score(N_("R² of the naive line"), praise, _counted(len(shown.rows))),
            Score(N_("Theil's U of the naive line"), shown.against_naive, _missed(shown, material.unit)),
        ),
        findings=(_told(praise), _late(shown)),
        picture=Picture(lines, N_("value")),
    )


def _counted(rows: int) -> Sentence:
    return Sentence("of_rows", "1 would be perfect ({rows} rows)", {"rows": rows})


def _missed(shown: Forecast, unit: str) -> Sentence:
    return Sentence(
        "of_naive", "below 1 would be better than repeating (RMSE {rmse})", {"rmse": Amount(shown.rmse, unit)}
    )


def _told(praise: float) -> Sentence:
    values = {"praise": praise}
    if praise > _LOOKS_PERFECT:
        return Sentence(
            "looks_perfect", "An R² of {praise} looks like a perfect forecast, and it foretells nothing.", values
        )
    if praise > _LOOKS_WELL:
        return Sentence(
            "looks_well", "An R² of {praise} still looks like a good forecast, and it foretells nothing.", values
        )
    if np.isfinite(praise):
        return Sentence(
            "looks_poor",
            "Here the illusion does not work: on these rows an R² of {praise} convinces nobody, because the "
            "values jump from row to row more than they drift.",
            values,
        )
    return Sentence("no_praise", "On these rows the values never change, so there is no R².")


def _late(shown: Forecast) -> Sentence:
    """Moved one row back, the naive line is the real one; where nothing moves nobody can see it."""
    if shown.rmse == 0:
        return Sentence("never_late", "On these rows the naive line never misses, so nobody can see that it is late.")
    return Sentence(
        "late",
        "Moved one row to the left, the naive line would lie exactly on the real one: it is always one row late. "
        "Theil's U says so at once, because it divides by the error of repeating.",
    )


def _knob(_: Material) -> Knob:
    return Knob(
        N_("Look at"),
        N_("The same line from afar and from near."),
        low=0,
        high=0,
        start=WHOLE,
        choices=((WHOLE, N_("Whole test part")), (60, N_("60 rows")), (15, N_("15 rows"))),
    )


LAG = Pitfall(
    name="lag",
    title=N_("The lag illusion"),
    story=N_(
        "This is the picture of countless tutorials: two lines that lie on each other, and an R² near 1. But the "
        "second line is no network at all. It repeats the last value, as most networks learn to do with prices."
    ),
    notice=N_(
        "Go nearer: the dashed line makes the same turns, always one row later. A good forecast would turn first. "
        "From afar nobody can see a shift of one row among hundreds."
    ),
    knob=_knob,
    demonstrate=demonstrate_lag,
)
