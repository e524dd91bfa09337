"""join_series: one series that goes on where another ends, as when training and test data come in two files. Pure."""

from collections import Counter
from dataclasses import replace

import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.series.series import Origin, Receipt, Series
from rnn_core.words import N_, Sentence

OVERLAP = N_("also in the second file")


def join_series(first: Series, second: Series) -> Series:
    """`second` continues `first` in the columns that both have.

    Rows of `first` on or after the first date of `second` are left out and counted.

    Raises:
        SpecError: `no_shared_columns`, or `second_not_later` when nothing of `first` remains.
    """
    shared = [column for column in first.columns if column in second.columns]
    if not shared:
        raise SpecError(
            "no_shared_columns",
            "The second file must have a column of the first, and it has only {second} where the first has {first}. "
            "Give them the same names.",
            first=", ".join(first.columns),
            second=", ".join(second.columns),
        )
    earlier = first.frame.loc[first.dates < second.dates[0], shared]
    if earlier.empty:
        raise SpecError(
            "second_not_later",
            "The second file must continue the first, and it starts on {second}, no later than the first ({first}). "
            "Swap the two files.",
            first=str(first.dates[0].date()),
            second=str(second.dates[0].date()),
        )
    frame = pd.concat([earlier, second.frame[shared]]).rename_axis("date")
    return replace(first, frame=frame, receipt=_joined(first, second, shared, len(first.frame) - len(earlier)))


def _joined(first: Series, second: Series, shared: list[str], overlap: int) -> Receipt:
    a, b = first.receipt, second.receipt
    dropped = Counter(a.dropped) + Counter(b.dropped) + Counter({OVERLAP: overlap})
    lost = [column for column in dict.fromkeys(first.columns + second.columns) if column not in shared]
    return replace(
        a,
        source=f"{a.source} + {b.source}",
        origin=_origin(a.origin, b.origin),
        roles={role: column for role, column in a.roles.items() if column in shared},
        dropped=dict(dropped),
        warnings=(*a.warnings, *b.warnings, *_warnings(overlap, lost, second)),
    )


def _origin(first: Origin, second: Origin) -> Origin:
    """A joined series is as simulated as its most simulated part."""
    return first if first == second else "simulated" if "simulated" in {first, second} else "own"


def _warnings(overlap: int, lost: list[str], second: Series) -> tuple[Sentence, ...]:
    warnings = []
    if overlap:
        warnings.append(
            Sentence(
                "overlap",
                "{count} rows of the first file lie on or after {date}, where the second begins, and were left out.",
                {"count": overlap, "date": str(second.dates[0].date())},
            )
        )
    if lost:
        columns = ", ".join(lost)
        warnings.append(
            Sentence(
                "unshared_columns",
                "These columns are in only one of the two files and were left out: {columns}.",
                {"columns": columns},
            )
        )
    return tuple(warnings)
