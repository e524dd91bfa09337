"""join_series: one series that goes on where another ends, as when training and test data come in two files. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from rnn_core.errors import SpecError
from rnn_core.series.seam import Seam, seam_warnings
from rnn_core.series.series import Origin, Receipt, Series
from rnn_core.words import N_, Sentence

OVERLAP = N_("also in the second file")


def join_series(first: Series, second: Series) -> Series:
    """`second` continues `first` in the columns that both have, under the names of the first.

    Rows of `first` on or after the first date of `second` are left out and counted.

    Raises:
        SpecError: `no_shared_columns`, or `second_not_later` when nothing of `first` remains.
    """
    shared = shared_columns(first, second)
    if not shared:
        raise SpecError(
            "no_shared_columns",
            "The second file must have a column of the first, and it has only {second} where the first has {first}. "
            "Give them the same names.",
            first=", ".join(first.columns),
            second=", ".join(second.columns),
        )
    continued = second.frame[list(shared.values())].set_axis(list(shared), axis=1)
    seam = Seam(first.frame[list(shared)], continued)
    if seam.earlier.empty:
        raise SpecError(
            "second_not_later",
            "The second file must continue the first, and it starts on {second}, no later than the first ({first}). "
            "Swap the two files.",
            first=str(first.dates[0].date()),
            second=str(second.dates[0].date()),
        )
    frame = pd.concat([seam.earlier, seam.second]).rename_axis("date")
    return replace(first, frame=frame, receipt=_joined(first, second, shared, seam))


def second_begins(second: Series) -> date:
    """The first day of the test part when the whole of `second` is to be tested on."""
    return second.dates[0].date()


def shared_columns(first: Series, second: Series) -> dict[str, str]:
    """Columns of `first` mapped to those of `second` that continue them: of the same name, else of the same role.

    A file with Close and one with 收盘价 share the close.
    """
    shared = {name: name for name in first.columns if name in second.columns}
    ours, theirs = first.receipt.roles, second.receipt.roles
    by_role = {name: theirs[role] for role, name in ours.items() if role in theirs and theirs[role] not in shared}
    both = by_role | shared
    return {name: both[name] for name in first.columns if name in both}


def _joined(first: Series, second: Series, shared: Mapping[str, str], seam: Seam) -> Receipt:
    a, b = first.receipt, second.receipt
    overlap = len(seam.first) - len(seam.earlier)
    dropped = Counter(a.dropped) + Counter(b.dropped) + Counter({OVERLAP: overlap})
    warnings = (*_overlap_warnings(overlap, second), *seam_warnings(seam), *_column_warnings(first, second, shared))
    return replace(
        a,
        source=f"{a.source} + {b.source}",
        continued_by=b,
        origin=_origin(a.origin, b.origin),
        roles={role: column for role, column in a.roles.items() if column in shared},
        dropped=dict(dropped),
        warnings=(*a.warnings, *b.warnings, *warnings),
    )


def _origin(first: Origin, second: Origin) -> Origin:
    """A joined series is as simulated as its most simulated part."""
    return first if first == second else "simulated" if "simulated" in {first, second} else "own"


def _overlap_warnings(overlap: int, second: Series) -> tuple[Sentence, ...]:
    if not overlap:
        return ()
    return (
        Sentence(
            "overlap",
            "{count} rows of the first file lie on or after {date}, where the second begins, and were left out.",
            {"count": overlap, "date": str(second.dates[0].date())},
        ),
    )


def _column_warnings(first: Series, second: Series, shared: Mapping[str, str]) -> tuple[Sentence, ...]:
    lost = [name for name in first.columns if name not in shared]
    lost += [name for name in second.columns if name not in {*shared.values(), *lost}]
    renamed = [f"{ours} = {theirs}" for ours, theirs in shared.items() if ours != theirs]
    warnings = []
    if renamed:
        warnings.append(
            Sentence(
                "matched_columns",
                "Some columns have other names in the second file; we took these for the same: {pairs}.",
                {"pairs": ", ".join(renamed)},
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
