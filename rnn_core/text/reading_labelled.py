"""A person's own labelled texts: from a table to Examples, and what was left out. Law: a value or a FileError."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath

from rnn_core.errors import FileError
from rnn_core.text.examples import Examples
from rnn_core.text.reading_columns import Pair, find_pairs
from rnn_core.text.reading_rows import read_rows
from rnn_core.text.reading_tidy import language_of, tidy
from rnn_core.text.sentiment.parts import FEWEST_CLASSES, FEWEST_OF_A_CLASS, FEWEST_TEXTS, MOST_CLASSES
from rnn_core.words import N_, Sentence

_MISSING = frozenset(("", "nan"))
_LANGUAGE_SAMPLE = 500


@dataclass(frozen=True)
class Labelled:
    """The examples of a file, and what there is to say about how it was read."""

    examples: Examples
    remarks: tuple[Sentence, ...] = ()


def read_examples(data: bytes, name: str) -> Labelled:
    """The texts and labels of a table called `name`: CSV with any separator and encoding, Excel, ODS or Parquet.

    Labels that differ in capitals alone are one class. A row that repeats another one is left out, because it could
    be learnt from and tested with.

    Raises:
        FileError: `text_too_large`, `too_many_examples`, `no_table_of_texts`, `too_few_examples`, `too_few_classes`,
            `too_many_classes`, `rare_classes`, or what a damaged workbook is refused with.
    """
    rows, separator = read_rows(data)
    pairs = find_pairs(rows, separator)
    complete = _complete(pairs)
    distinct = list(dict.fromkeys(complete))
    _refuse_too_few(distinct)
    texts, labels = zip(*distinct, strict=True)
    language = language_of(" ".join(texts[:_LANGUAGE_SAMPLE]))
    examples = Examples(PurePath(name).stem or name, texts, labels, "own", language)
    return Labelled(examples, _remarks(len(pairs) - len(complete), len(complete) - len(distinct)))


def _complete(pairs: list[Pair]) -> list[Pair]:
    """The pairs of which both halves say something, each in one line; a label as it was first written."""
    plain = [(_line(text), _line(label)) for text, label in pairs]
    kept = [pair for pair in plain if not _MISSING & {half.casefold() for half in pair}]
    spelling: dict[str, str] = {}
    return [(text, spelling.setdefault(label.casefold(), label)) for text, label in kept]


def _line(text: str) -> str:
    return " ".join(tidy(text).split())


def _refuse_too_few(pairs: list[Pair]) -> None:
    if len(pairs) < FEWEST_TEXTS:
        raise FileError(
            "too_few_examples",
            "A network needs at least {fewest} different texts with a label, and this file has {count}. Add more rows.",
            fewest=FEWEST_TEXTS,
            count=len(pairs),
        )
    sizes = Counter(label for _, label in pairs)
    _refuse_odd_classes(len(sizes))
    rare = sum(size < FEWEST_OF_A_CLASS for size in sizes.values())
    if rare:
        raise FileError(
            "rare_classes",
            "Every label needs at least {fewest} different texts, and {count} of the labels have fewer. "
            "Add texts for them, or leave their rows out.",
            fewest=FEWEST_OF_A_CLASS,
            count=rare,
        )


def _refuse_odd_classes(count: int) -> None:
    if count < FEWEST_CLASSES:
        raise FileError(
            "too_few_classes",
            "There must be at least {fewest} different labels to tell apart, and this file has {count}. "
            "Add texts with another label.",
            fewest=FEWEST_CLASSES,
            count=count,
        )
    if count > MOST_CLASSES:
        raise FileError(
            "too_many_classes",
            "There may be at most {most} different labels, and this file has {count}. "
            "Put some together, or choose a file whose labels repeat.",
            most=MOST_CLASSES,
            count=count,
        )


def _remarks(incomplete: int, repeated: int) -> tuple[Sentence, ...]:
    said = (
        ("incomplete_examples", N_("Rows without a text or a label that were left out: {count}."), incomplete),
        ("repeated_examples", N_("Rows that repeat another one and were left out: {count}."), repeated),
    )
    return tuple(Sentence(code, template, {"count": count}) for code, template, count in said if count)
