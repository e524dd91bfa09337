"""The words that a run out of a bundle brings along, which pages say as our own. Pure.

Law: they may be text, and never marks that a page would read as a link, a picture or a format.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from string import Formatter

from rnn_core.errors import BundleError
from rnn_core.forecast.run import Layer, Run
from rnn_core.series import ROLES, Receipt, Series
from rnn_core.words import Sentence

_MOST = 1_000
_MOST_NAME, _MOST_RECEIPTS = 1_000, 5
# Marks of Markdown, what Streamlit makes icons and colours of, and what becomes a link by itself.
_MARKS = re.compile(r"[\\`*_\[\]{}<>#$~|@\n\r]|:\S|//|www\.|^\s*(?:\d+[.)]|[-+])\s", re.IGNORECASE)
_LAYERS = {"LSTM", "GRU", "SimpleRNN", "Bidirectional", "Dense", "Dropout", "LayerNormalization", "AttentionOverTime"}
_SHAPE = re.compile(r"\d{1,9}(?: x \d{1,9}){0,3}")
_LIBRARY, _VERSION = re.compile(r"[A-Za-z0-9-]{1,40}"), re.compile(r"[A-Za-z0-9.+!-]{1,40}")


def require_plain_words(run: Run, series: Series, folder: str) -> None:
    """Refuse a run with words that are more than words.

    Raises:
        BundleError: there are such; `folder` says which run it is.
    """
    if not (_is_plain_run(run) and _is_plain_series(series)):
        raise BundleError(
            "strange_words",
            "The run in {folder} holds texts that RNN Lab does not write, so that nothing was taken in. "
            "Only take in bundles that RNN Lab has made.",
            folder=folder,
        )


def _is_plain_run(run: Run) -> bool:
    problems = [*(one.problem for one in run.baselines), *(one.problem for one in run.ahead)]
    return (
        all(_is_plain_sentence(problem) for problem in problems if problem is not None)
        and all(_is_plain(one.title) for one in run.baselines)
        and all(_is_layer(number, layer) for number, layer in enumerate(run.layers, start=1))
        and all(_LIBRARY.fullmatch(name) and _VERSION.fullmatch(said) for name, said in run.versions.items())
    )


def _is_plain_series(series: Series) -> bool:
    receipts = list(_receipts(series.receipt))
    names = chain([series.name, series.unit], series.columns, *map(_names, receipts))
    return (
        len(receipts) <= _MOST_RECEIPTS
        and all(len(name) <= _MOST_NAME for name in names)
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
        and _is_plain("".join(f"{text} " for text, *_rest in parts))
        and all(name in sentence.values and not form and not conversion for name, form, conversion in named)
        and all(name.isidentifier() for name in sentence.values)
    )


def _is_plain(text: str) -> bool:
    return len(text) <= 2 * _MOST and _MARKS.search(text) is None


def _is_layer(number: int, layer: Layer) -> bool:
    named = layer.kind in _LAYERS and layer.name == f"{number} {layer.kind}"
    return named and _SHAPE.fullmatch(layer.shape) is not None
