"""The facts of a report in sentences: what was judged, how a file was read, what to know of it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from rnn_core.export.exported import Exported
from rnn_core.export.groups import Group
from rnn_core.export.voice import Voice
from rnn_core.forecast.in_common import common_baselines, differing_baselines
from rnn_core.forecast.run import Run
from rnn_core.series import ReadOptions, Receipt
from rnn_core.words import N_, Sentence

FROM_YAHOO = "ticker:"
_SEPARATORS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar"), " ": N_("space")}
_DECIMALS = {".": N_("point (1.5)"), ",": N_("comma (1,5)")}
_ORDERS = {"day": N_("day first"), "month": N_("month first"), "year": N_("year first")}
_READ: Mapping[str, str] = MappingProxyType(
    {
        "date_column": N_("Column of dates"),
        "date_order": N_("In dates like 03/04/05"),
        "separator": N_("Between the cells"),
        "decimal": N_("Decimal mark"),
        "encoding": N_("Character encoding"),
        "sheet": N_("Sheet"),
        "pick": N_("Which series"),
    }
)
_CHOICES = {"separator": _SEPARATORS, "decimal": _DECIMALS, "date_order": _ORDERS}


def judged_facts(group: Group, voice: Voice) -> tuple[str, ...]:
    """Which rows of which data were judged."""
    first = group.first
    days = [one.astype("datetime64[D]").item() for one in (first.dates[0], first.dates[-1])]
    rows = Sentence("judged_rows", "The test rows are those from {first} to {end}.", {"first": days[0], "end": days[1]})
    told = [voice.tell(_data(group)), voice.tell(rows), *_stops(group, voice)]
    if first.series.receipt.source.startswith(FROM_YAHOO):
        told.append(yahoo_notice(voice))
    return tuple(told)


def _data(group: Group) -> Sentence:
    """How many windows there were is said once where all runs had as many; else the table of settings says it."""
    first = group.first
    values = {"name": first.series.name, "column": first.series.target, "test": first.test_windows}
    if not group.have_equal_windows:
        return Sentence("judged_data_short", "Data: {name}, column {column}. {test} test rows.", values)
    return Sentence(
        "judged_data",
        "Data: {name}, column {column}. {train} training windows, {kept} of them kept back for validation, and "
        "{test} test rows.",
        values | {"train": first.train_windows, "kept": len(first.kept_back.actual)},
    )


def left_out(group: Group, voice: Voice) -> tuple[str, ...]:
    """Simple forecasts that could not be made, and why."""
    problems = [(one.title, one.problem) for one in common_baselines(group.runs) if one.problem is not None]
    told = [f"{voice.say(title)}: {voice.tell(problem)}" for title, problem in problems]
    if differing := differing_baselines(group.runs):
        words = N_("Left out, as the networks were trained in different ways and each has its own: {names}.")
        names = ", ".join(voice.say(title) for title in differing)
        told.append(voice.tell(Sentence("own_baselines", words, {"names": names})))
    return tuple(told)


def reading_facts(run: Run, voice: Voice) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How each file of a series was read: a heading, and a line for each thing."""
    receipts = [one for one in (run.series.receipt, run.series.receipt.continued_by) if one and one.found]
    return tuple((_reading_title(one, voice), tuple(_reading_lines(one, voice))) for one in receipts)


def yahoo_notice(voice: Voice) -> str:
    """Whose prices these are."""
    return voice.say(
        "The prices come from Yahoo Finance, which gives them for personal use; do not publish or sell them."
    )


def notes_of(runs: Sequence[Exported]) -> tuple[tuple[str, str], ...]:
    """A person's own words about runs that learnt nothing, and so belong to no group: title and note."""
    return tuple(
        (one.title or one.run.spec.cell, one.note) for one in runs if not one.run.history and one.title + one.note
    )


def versions_of(runs: Sequence[Exported]) -> tuple[str, ...]:
    """What the runs were made with, one line for each set of versions."""
    lines = [", ".join(f"{name} {version}" for name, version in one.run.versions.items()) for one in runs]
    return tuple(dict.fromkeys(line for line in lines if line))


def _stops(group: Group, voice: Voice) -> Iterator[str]:
    for run in group.runs:
        if run.stopped:
            values = {"cell": run.spec.cell, "done": len(run.history), "planned": run.spec.epochs}
            words = N_("{cell} was stopped after {done} of {planned} epochs: this is how far it got.")
            yield voice.tell(Sentence("was_stopped", words, values))


def _reading_title(receipt: Receipt, voice: Voice) -> str:
    return voice.tell(Sentence("how_read", "How {file} was read:", {"file": receipt.source}))


def _reading_lines(receipt: Receipt, voice: Voice) -> Iterator[str]:
    found = receipt.found or ReadOptions()
    for field, label in _READ.items():
        value = getattr(found, field)
        if value:
            yield f"{voice.say(label)}: {_reading_word(field, value, voice)}"


def _reading_word(field: str, value: str, voice: Voice) -> str:
    known = _CHOICES.get(field, {}).get(value)
    return voice.say(known) if known else value.upper() if field == "encoding" else value
