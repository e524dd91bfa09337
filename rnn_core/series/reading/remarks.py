"""What there is to say about how a file was read, as sentences with stable codes. Pure."""

from rnn_core.series.reading.cells import Cells, listed
from rnn_core.series.reading.dates import Dates
from rnn_core.series.reading.pick import Picked
from rnn_core.words import N_, Sentence

_AMBIGUOUS = {
    "day": N_(
        "The dates in {column} can be read with the day first or in another order; we took the day first. "
        "Say so if that is wrong."
    ),
    "month": N_(
        "The dates in {column} can be read with the month first or with the day first; we took the month first. "
        "Say so if that is wrong."
    ),
    "year": N_(
        "The dates in {column} can be read with the year first or in another order; we took the year first. "
        "Say so if that is wrong."
    ),
}


_BY_SEQUENCE = {
    "day": N_(
        "The dates in {column} could have the day or the month first; we took the day first, because only so do the "
        "rows follow one another evenly."
    ),
    "month": N_(
        "The dates in {column} could have the day or the month first; we took the month first, because only so do the "
        "rows follow one another evenly."
    ),
    "year": N_(
        "The dates in {column} can be read in more than one order; we took the year first, because only so do the rows "
        "follow one another evenly."
    ),
}


def about_encoding(encoding: str) -> Sentence:
    """The alphabet was guessed."""
    return Sentence(
        "guessed_encoding",
        "The file does not say which character encoding it uses; we took {encoding}. Check the names of the columns.",
        {"encoding": encoding},
    )


def about_table(cells: Cells) -> list[Sentence]:
    """Lines that are no part of the table, and names that are ours."""
    said = []
    if not cells.named:
        said.append(Sentence("no_header", "The file has no row of column names; we named them by their place."))
    if cells.above:
        template = N_("Lines above the table that were left out: {count}.")
        said.append(Sentence("lines_above", template, {"count": cells.above}))
    if cells.outside:
        template = N_("Lines that do not fit the columns of the table and were left out: {count}.")
        said.append(Sentence("lines_outside", template, {"count": cells.outside}))
    return said


def about_dates(dates: Dates) -> list[Sentence]:
    """The order of day and month where the days themselves do not settle it."""
    column = dates.columns[0]
    if dates.settled == "sequence":
        return [Sentence("date_order_by_sequence", _BY_SEQUENCE[dates.order], {"column": column})]
    if dates.settled in {"custom", ""}:
        return [Sentence("ambiguous_dates", _AMBIGUOUS[dates.order], {"column": column})]
    return []


def about_decimal(mark: str) -> Sentence:
    """Nothing but a custom says whether a lone mark before three digits is a decimal mark."""
    template = N_(
        "Numbers like 1{mark}234 can mean one and a bit or more than a thousand; we took {mark} for the decimal mark. "
        "Say so if that is wrong."
    )
    return Sentence("ambiguous_decimal", template, {"mark": mark})


def about_columns(texts: list[str], unreadable: int) -> list[Sentence]:
    """Columns without numbers, and cells that are none among numbers."""
    said = []
    if texts:
        template = N_("These columns hold no numbers and were left out: {columns}.")
        said.append(Sentence("text_columns", template, {"columns": listed(texts)}))
    if unreadable:
        template = N_("Entries in columns of numbers that could not be read and count as missing: {count}.")
        said.append(Sentence("unreadable_numbers", template, {"count": unreadable}))
    return said


def about_pick(picked: Picked) -> list[Sentence]:
    """Several series under one another, of which one was kept."""
    if not picked.names:
        return []
    template = N_("The file holds {count} series under one another; we kept the rows of {name}.")
    return [Sentence("several_series", template, {"count": len(picked.names), "name": listed([picked.name])})]


def about_sheets(sheet: str, names: tuple[str, ...]) -> list[Sentence]:
    """Several sheets, of which one was read."""
    if len(names) < 2:
        return []
    template = N_("The workbook has {count} sheets; we read the one called {sheet}.")
    return [Sentence("several_sheets", template, {"count": len(names), "sheet": sheet})]
