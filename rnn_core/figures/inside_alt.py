"""The pictures of a look inside a run in one sentence each, for those who cannot see them. Pure."""

import numpy as np

from rnn_core.figures.inside_tracking import drawn_of
from rnn_core.figures.inside_words import mean_pull, quantity_name, reach_of, strength_words
from rnn_core.figures.numbers import NONE, date_texts, short
from rnn_core.figures.theme import Say
from rnn_core.forecast.inside import Activity, Looked, Tracking
from rnn_core.words import N_, Sentence


def gates_alt(activity: Activity, letter: str, say: Say = str) -> Sentence:
    """The map of a gate in words."""
    by_unit = activity.quantities[letter].mean(axis=0)
    first, end = _ends(activity)
    return Sentence(
        "alt_inside_gates",
        N_("The {name} of {units} units from {first} to {end}: the means of the units lie between {low} and {high}."),
        {
            "name": quantity_name(letter, say),
            "units": len(by_unit),
            "first": first,
            "end": end,
            "low": float(by_unit.min()),
            "high": float(by_unit.max()),
        },
    )


def tracking_alt(tracking: Tracking, say: Say = str) -> Sentence:
    """The units over what they track in words."""
    first, end = _ends(tracking.activity)
    return Sentence(
        "alt_inside_tracking",
        N_("What may be tracked and the unit that follows it best, from {first} to {end}. Correlations: {best}."),
        {"first": first, "end": end, "best": strength_words(drawn_of(tracking), say)},
    )


def saliency_alt(looked: Looked, feature: int, unit: str) -> Sentence:
    """The map of pulls and its bars in words."""
    sizes = mean_pull(looked.pull[:, :, feature])
    strongest = int(np.argmax(sizes))
    return Sentence(
        "alt_inside_saliency",
        N_(
            "How far the prediction moves with one more of {feature} in each of {window} rows of the window: most, by "
            "{most} on average, {back} steps back. Nine tenths lie in the newest {reach} rows."
        ),
        {
            "feature": looked.features[feature],
            "window": len(sizes),
            "most": short(float(sizes[strongest]), unit),
            "back": strongest + 1,
            "reach": reach_of(sizes) if sizes.sum() > 0 else NONE,
        },
    )


def _ends(activity: Activity) -> tuple[str, str]:
    first, end = date_texts(activity.dates[[0, -1]])
    return str(first), str(end)
