"""Outlooks: forecasts of several steps with the names and looks that they have in charts. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rnn_core.figures.names import Label, label_all
from rnn_core.figures.theme import Say
from rnn_core.forecast.run import Ahead, Run
from rnn_core.judge import HorizonBand


@dataclass(frozen=True)
class Outlook:
    """One forecast of several steps, what it is called in charts, and the band around what lies past the end."""

    label: Label
    ahead: Ahead
    band: HorizonBand | None = None


def outlooks_of(runs: Sequence[Run], say: Say = str) -> list[Outlook]:
    """All forecasts of several steps that `runs` made; where they went two ways, each name says which, and one is
    drawn with short dashes.
    """
    found = [
        Outlook(label, ahead)
        for run, label in zip(runs, label_all(runs, say), strict=True)
        for ahead in run.ahead
        if ahead.problem is None
    ]
    both = len({one.ahead.way for one in found}) > 1
    return [replace(one, label=_by_way(one, say)) for one in found] if both else found


def _by_way(one: Outlook, say: Say) -> Label:
    ways = {"recursive": say("{name}, step by step"), "direct": say("{name}, all at once")}
    look = one.label.look
    if one.ahead.way == "direct":
        look = replace(look, dash="longdashdot" if look.dash == "dashdot" else "8px,3px")
    return Label(ways[one.ahead.way].format(name=one.label.name), look)
