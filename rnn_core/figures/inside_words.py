"""What a look inside a run shows, in one computed sentence a picture. Pure."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnn_core.figures.numbers import short
from rnn_core.figures.theme import Say
from rnn_core.figures.thin import Floats
from rnn_core.forecast.inside import GATES, THINGS, Activity, Looked, Tracked, Tracking
from rnn_core.lessons.cell.blocks import NAMES
from rnn_core.words import N_, Amount, Sentence

# The tenth of all windows that end with the largest changes, for what was usual before them, counts as jumps.
_JUMPS = 0.1
# What chance does in fewer than one case in twenty is an answer to a jump.
_SURE = 0.95
# Of the whole pull, the share that the newest rows hold between them.
_MOST_OF_IT = 0.9


def letters_of(activity: Activity) -> tuple[str, ...]:
    """What can be looked at: the gates of the cell first, then its states."""
    return (*GATES[activity.cell], *(letter for letter in ("c", "h") if letter in activity.quantities))


def quantity_name(letter: str, say: Say = str) -> str:
    """A gate or state as a person reads it.

    >>> quantity_name("f")
    'forget gate f'
    """
    return f"{say(NAMES[letter])} {letter}"


_OF_STATES = (
    "inside_state",
    N_("After the {count} largest jumps the {name} has a mean size of {jump}, after all others {calm}."),
)
_OF_GATES = {
    0: (
        "inside_gate_calm",
        N_(
            "After the {count} largest jumps the {name} stands at {jump} on average, after all others at {calm}: "
            "it hardly answers to them."
        ),
    ),
    1: (
        "inside_gate_opens",
        N_(
            "After the {count} largest jumps the {name} stands at {jump} on average, after all others at {calm}: "
            "it opens wider then."
        ),
    ),
    -1: (
        "inside_gate_shuts",
        N_(
            "After the {count} largest jumps the {name} stands at {jump} on average, after all others at {calm}: "
            "it shuts further then."
        ),
    ),
}


def gates_found(activity: Activity, letter: str, say: Say = str) -> Sentence:
    """What the gate or state does when the series jumps: its mean over units, of states the mean of their sizes."""
    count = max(1, round(_JUMPS * len(activity.jumps)))
    jumped = np.zeros(len(activity.jumps), "bool")
    jumped[np.argsort(-activity.jumps, kind="stable")[:count]] = True
    means = np.abs(activity.quantities[letter]).mean(axis=1).astype("float64")
    jump, calm = float(means[jumped].mean()), float(means[~jumped].mean()) if not jumped.all() else math.nan
    answer = int(np.sign(jump - calm)) if abs(jump - calm) > _apart_by_chance(means, jumped) else 0
    code, words = _OF_GATES[answer] if letter in GATES[activity.cell] else _OF_STATES
    return Sentence(code, words, {"count": count, "name": quantity_name(letter, say), "jump": jump, "calm": calm})


def _apart_by_chance(means: Floats, jumped: npt.NDArray[np.bool_]) -> float:
    """How far `means` `(k,)` after jumps and after others lie apart in all but one of twenty cases of chance.

    Chance is the same jumps, moved on in time by any number of windows: they stay as close together as they are, and
    the means as slow.
    """
    jumps, others = int(jumped.sum()), int((~jumped).sum())
    if others == 0:
        return math.inf
    moved = np.array([np.roll(jumped, by) for by in range(1, len(jumped))])
    sums = moved @ means
    apart = np.abs(sums / jumps - (means.sum() - sums) / others)
    return float(np.quantile(apart, _SURE))


def tracking_found(tracking: Tracking, say: Say = str) -> Sentence:
    """Which unit goes along with what, and whether that is more than luck."""
    best = tracking.best()
    if not best:
        words = N_("Too few test rows, or too little movement in them, to tell what the units keep track of.")
        return Sentence("inside_tracks_unknown", words)
    sure = [one for one in best if one.sure]
    # Not within the call of Sentence: there the catalogue would take `say` for the word that marks a text.
    said = _said((sure or best)[0], say)
    if not sure:
        return Sentence(
            "inside_tracks_nothing",
            "No unit goes along with any of these by more than luck would have it. Closest is unit {unit} with "
            "{thing}: {strength}, where luck reaches {luck}.",
            said,
        )
    more = {"units": tracking.activity.hidden.shape[1], "rows": tracking.rows}
    if sure[0].strength < 0:
        return Sentence(
            "inside_tracks_against",
            "Unit {unit} falls where this rises: {thing}. Correlation {strength}, where luck reaches {luck} for the "
            "best of {units} units over {rows} windows.",
            said | more,
        )
    return Sentence(
        "inside_tracks",
        "Unit {unit} goes along with {thing}: correlation {strength}, where luck reaches {luck} for the best of "
        "{units} units over {rows} windows.",
        said | more,
    )


def saliency_found(looked: Looked, feature: int, unit: str) -> Sentence:
    """How much the newest row moves the prediction, and how far back the network looks."""
    pull = mean_pull(looked.pull[:, :, feature])
    if not pull.sum() > 0:
        return Sentence("inside_pull_nothing", N_("Nothing that the network reads there moves its predictions."))
    words = N_(
        "One more of {feature} in the newest row moves the prediction by {first} on average; the newest {steps} of "
        "{window} rows hold nine tenths of the whole pull."
    )
    said = {
        "feature": looked.features[feature],
        "first": Amount(float(looked.pull[:, -1, feature].mean()), unit),
        "steps": reach_of(pull),
        "window": len(pull),
    }
    return Sentence("inside_pull", words, said)


def mean_pull(pull: Floats) -> Floats:
    """The mean size of `pull` `(k, window)` by steps back, the newest row first: `(window,)`."""
    sizes: Floats = np.abs(pull).mean(axis=0)[::-1]
    return sizes


def reach_of(sizes: Floats) -> int:
    """How many of the newest rows hold nine tenths of `sizes` `(window,)`, the newest first.

    >>> reach_of(np.array([6.0, 3.0, 1.0]))
    2
    """
    held = np.cumsum(sizes) / sizes.sum()
    return int(np.searchsorted(held, _MOST_OF_IT - 1e-9)) + 1


def strength_words(best: Sequence[Tracked], say: Say = str) -> str:
    """Each thing with its unit and its strength."""
    words = say("unit {unit} with {thing} {strength}")
    return "; ".join(
        words.format(unit=one.unit + 1, thing=say(THINGS[one.thing]), strength=short(one.strength)) for one in best
    )


def _said(one: Tracked, say: Say) -> dict[str, object]:
    return {"unit": one.unit + 1, "thing": say(THINGS[one.thing]), "strength": one.strength, "luck": one.luck}
