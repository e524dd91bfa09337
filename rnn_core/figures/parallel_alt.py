"""Parallel coordinates in one sentence, for those who cannot see them. Pure."""

from collections.abc import Sequence

from rnn_core.figures.numbers import NONE, short
from rnn_core.figures.parallel import ParallelAxis, drawn_places
from rnn_core.words import N_, Sentence


def parallel_alt(names: Sequence[str], axes: Sequence[ParallelAxis], score: ParallelAxis) -> Sentence:
    """How many lines there are, across what, and the ends of their scores."""
    places = sorted(drawn_places(score), key=lambda place: float(score.values[place]))
    ends = [f"{names[place]} {short(float(score.values[place]))}" for place in (*places[:1], *places[-1:])]
    low, high = ends or (NONE, NONE)
    return Sentence(
        "alt_parallel",
        N_("{count} runs as lines across {axes}, to {score}: lowest {low}, highest {high}."),
        {
            "count": len(places),
            "axes": ", ".join(axis.title for axis in axes),
            "score": score.title,
            "low": low,
            "high": high,
        },
    )
