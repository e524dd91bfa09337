"""The words that a run out of a bundle brings along, which pages say as our own. Pure.

Law: they may be text, and never marks that a page would read as a link, a picture or a format. Sentences may be made of
the letters and marks that the library's own are made of, and of no others; that they are the library's own, word for
word, is not asked, so that a bundle outlives a word that is put better.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from string import Formatter
from typing import Any

from rnn_core.export.clean_text import all_clean, is_clean
from rnn_core.export.refusals import strange_words
from rnn_core.forecast.baselines import BASELINES
from rnn_core.forecast.run import Run
from rnn_core.series import ROLES, ReadOptions, Receipt, Series
from rnn_core.words import Amount, Sentence

_MOST = 1_000
_MOST_NAME, _MOST_VALUE, _MOST_RECEIPTS = 1_000, 10_000, 5
# What the library's own sentences are made of: no mark of Markdown, of HTML, or of an icon of Streamlit.
_LETTERS = re.compile(r"[A-Za-z0-9 .,:;?=%^'“”‘’()/–-]*")
# What becomes a link by itself or looks like one, and what begins a list.
_MARKS = re.compile(r":\S|//|(?i:www)|[a-z]\.[a-z]|^\s*(?:\d+[.)]|[-+])\s")
_CODE, _ENCODING = re.compile(r"[a-z_]{1,60}"), re.compile(r"[A-Za-z0-9_.-]{0,40}")
_LIBRARY, _VERSION = re.compile(r"[A-Za-z0-9-]{1,40}"), re.compile(r"\d[A-Za-z0-9.+!-]{0,40}")


def require_plain_words(run: Run, series: Series, folder: str) -> None:
    """Refuse a run with words that are more than words.

    Raises:
        BundleError: there are such; `folder` says which run it is.
    """
    if not (_is_plain_run(run) and _is_plain_series(series)):
        raise strange_words(folder)


def _is_plain_run(run: Run) -> bool:
    problems = [*(one.problem for one in run.baselines), *(one.problem for one in run.ahead)]
    return (
        all(_is_plain_sentence(problem) for problem in problems if problem is not None)
        and all(one.name in BASELINES and one.title == BASELINES[one.name].title for one in run.baselines)
        and all_clean(run.spec.model_dump(mode="json"))
        and are_versions(run.versions)
    )


def are_versions(versions: Mapping[str, str]) -> bool:
    """Whether these are names of libraries and their versions."""
    return all(_LIBRARY.fullmatch(name) and _VERSION.fullmatch(said) for name, said in versions.items())


def is_name(name: str) -> bool:
    """Whether data may be called so."""
    return len(name) <= _MOST_NAME and is_clean(name)


def _is_plain_series(series: Series) -> bool:
    receipts = list(_receipts(series.receipt))
    names = chain([series.name, series.unit], series.columns, *map(_names, receipts))
    return (
        len(receipts) <= _MOST_RECEIPTS
        and all(map(is_name, names))
        and all(_are_options(one) for receipt in receipts for one in (receipt.options, receipt.found) if one)
        and all(_is_plain_sentence(one) for receipt in receipts for one in receipt.warnings)
        and all(_is_plain(reason) for receipt in receipts for reason in receipt.dropped)
        and _are_roles(series.receipt.roles, series.columns)
    )


def _receipts(receipt: Receipt | None) -> Iterator[Receipt]:
    """A receipt and those that continue it."""
    while receipt is not None:
        yield receipt
        receipt = receipt.continued_by


def _names(receipt: Receipt) -> tuple[str, ...]:
    return (receipt.source, *receipt.table, *receipt.sheets, *receipt.picks)


def _are_options(options: ReadOptions) -> bool:
    names = (options.sheet, options.date_column, options.pick)
    return (
        all(map(is_name, names)) and len(options.separator) <= 1 and _ENCODING.fullmatch(options.encoding) is not None
    )


def _are_roles(roles: Mapping[str, str], columns: tuple[str, ...]) -> bool:
    return set(roles) <= set(ROLES) and set(roles.values()) <= set(columns)


def _is_plain_sentence(sentence: Sentence) -> bool:
    """A template names its values, and does nothing else with them."""
    try:
        parts = list(Formatter().parse(sentence.template))
    except ValueError:
        return False
    named = [(name, form, conversion) for _text, name, form, conversion in parts if name is not None]
    return (
        len(sentence.template) <= _MOST
        and _CODE.fullmatch(sentence.code) is not None
        and all(map(_is_value, sentence.values.values()))
        and _is_plain("".join(f"{text} " for text, *_rest in parts))
        and all(name in sentence.values and not form and not conversion for name, form, conversion in named)
        and all(name.isidentifier() for name in sentence.values)
    )


def _is_value(value: Any) -> bool:
    """Pages take the marks out of a value; what is left to ask is that it can be written, and ends."""
    text = value.unit if isinstance(value, Amount) else value
    return not isinstance(text, str) or (len(text) <= _MOST_VALUE and is_clean(text))


def _is_plain(text: str) -> bool:
    return len(text) <= 2 * _MOST and _LETTERS.fullmatch(text) is not None and _MARKS.search(text) is None
