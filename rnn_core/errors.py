"""The few ways in which RNN Lab refuses. A message is rule, what we got, what to do, in whole sentences."""

from typing import Any

from rnn_core.words import Sentence


class RnnLabError(Exception):
    """The base of every refusal: `code` is stable, `sentence` can be translated, `str()` is English."""

    def __init__(self, code: str, template: str, **values: Any) -> None:
        self.sentence = Sentence(code, template, values)
        super().__init__(str(self.sentence))

    @property
    def code(self) -> str:
        """The stable name of this refusal."""
        return self.sentence.code

    def __reduce__(self) -> tuple[Any, ...]:
        # Keyword arguments do not survive the default pickling, and refusals travel between processes.
        return _rebuild, (type(self), self.sentence)


class FileError(RnnLabError):
    """A file cannot be read as a series."""


class TickerError(RnnLabError):
    """Prices of a ticker cannot be loaded."""


class SourceError(RnnLabError):
    """A named source of data does not exist, or is no longer here."""


class SpecError(RnnLabError):
    """The settings do not fit each other or the series."""


class EngineError(RnnLabError):
    """The training engine cannot take or finish a job."""


class RecordError(RnnLabError):
    """What was kept of a run or a series cannot be read."""


class StoreError(RnnLabError):
    """The database of runs cannot be used."""


class BundleError(RnnLabError):
    """A bundle cannot be taken in."""


def _rebuild(kind: type[RnnLabError], sentence: Sentence) -> RnnLabError:
    return kind(sentence.code, sentence.template, **sentence.values)
