"""The charts of the exploration in one sentence each, for those who cannot see them. Pure."""

from rnn_core.figures.numbers import NONE, date_texts, short
from rnn_core.series.statistics import Changes, Gaps, Memory, Shift
from rnn_core.words import N_, Sentence


def gaps_alt(gaps: Gaps) -> Sentence:
    """Where values are missing, in words."""
    return Sentence(
        "alt_gaps",
        N_("Missing values over time, from {first}: {counts}."),
        {
            "first": str(date_texts(gaps.starts[:1])[0]),
            "counts": "; ".join(f"{name} {count}" for name, count in zip(gaps.columns, gaps.counts, strict=True)),
        },
    )


def changes_alt(changes: Changes, unit: str) -> Sentence:
    """The histogram of changes in words."""
    shown = "%" if changes.relative else unit
    ends = {"low": changes.values.min(), "high": changes.values.max(), "spread": changes.values.std()}
    return Sentence(
        "alt_changes",
        N_("Changes from row to row, from {low} to {high}, with a standard deviation of {spread}."),
        {name: short(float(value), shown) for name, value in ends.items()},
    )


def shift_alt(shift: Shift, unit: str) -> Sentence:
    """The two histograms in words."""
    return Sentence(
        "alt_shift",
        N_(
            "The training values lie between {low} and {high}; {above} % of the test values lie above, {below} % below."
        ),
        {
            "low": short(shift.lowest, unit),
            "high": short(shift.highest, unit),
            "above": round(100 * shift.above, 1),
            "below": round(100 * shift.below, 1),
        },
    )


def memory_alt(values: Memory, changes: Memory) -> Sentence:
    """The autocorrelations in words."""
    return Sentence(
        "alt_memory",
        N_("Autocorrelation one row later: {values} for the values, {changes} for their changes; chance: ±{band}."),
        {
            "values": short(float(values.values[0])) if values.values.size else NONE,
            "changes": short(float(changes.values[0])) if changes.values.size else NONE,
            "band": short(values.band),
        },
    )
