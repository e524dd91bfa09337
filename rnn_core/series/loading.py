"""load_source: from the short name of a source to its series."""

from rnn_core.errors import SourceError
from rnn_core.series.builtin import load_builtin
from rnn_core.series.making import load_made
from rnn_core.series.series import Series
from rnn_core.series.source import Source
from rnn_core.series.yahoo import load_ticker


def load_source(source: Source) -> Series:
    """The series that `source` names. Files are kept by the pages, so that a file can only be gone here.

    Raises:
        SourceError: `unknown_builtin` or `file_gone`.
        TickerError: the prices cannot be loaded.
    """
    match source.kind:
        case "builtin":
            return load_builtin(source.name)
        case "ticker":
            return load_ticker(source.name, source.start, source.end, source.interval)
        case "made":
            return load_made(source.name)
        case "file":
            raise SourceError(
                "file_gone", "This link names a file that is not on this server any more. Choose the file again."
            )
