"""The visitor's files as the source of a series: one, or a second one that continues the first and is the test part."""

from pages.ui import state
from pages.ui.series.kept import KeptFile, kept_files
from rnn_core.series import ReadOptions, Series, Source, join_series, read_file
from rnn_core.series.join import second_begins


def names() -> tuple[str, ...]:
    """The names of the visitor's files, the second one behind the first; none where the series is no file."""
    source = state.source()
    return tuple(source.name.split("+")) if source is not None and source.kind == "file" else ()


def find(name: str) -> KeptFile | None:
    """One of the visitor's files, if it is still here."""
    return kept_files().find(name)


def choose(series: Series, content: bytes) -> None:
    """Learn from this file alone."""
    state.set_source(kept_files().keep(series, content))


def continue_with(second: Series, content: bytes) -> None:
    """Learn from the first file and be tested on `second`.

    Raises:
        SpecError: it does not continue the first.
    """
    first = find(names()[0])
    if first is not None:
        join_series(first.series, second)  # refuses before anything is changed
        _take(names()[0], kept_files().keep(second, content).name)


def leave_second() -> None:
    """Learn from the first file alone again."""
    state.set_source(Source("file", names()[0]))


def read_again(name: str, options: ReadOptions) -> None:
    """Read one of the files in the way that the visitor says.

    Raises:
        RnnLabError: it cannot be read so, or the two files no longer go together.
    """
    old = kept_files().find(name)
    if old is None:
        return
    series = read_file(old.content, old.series.name, options=options)
    new = kept_files().keep(series, old.content).name
    both = tuple(new if one == name else one for one in names())
    if len(both) == 1:
        state.set_source(Source("file", new))
    elif (first := find(both[0])) is not None and (second := find(both[1])) is not None:
        join_series(first.series, second.series)
        _take(*both)


def _take(first: str, second: str) -> None:
    state.set_source(Source("file", f"{first}+{second}"))
    later = find(second)
    if later is not None:
        state.apply({**state.settings(), "test_from": second_begins(later.series)})
