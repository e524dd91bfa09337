"""The texts to learn to judge: built-in reviews, or a table of the visitor's own."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.ui import refused, state, widgets
from pages.ui.language import _, listed, plain, tell
from pages.ui.text import source
from rnn_core.text.corpora import EXAMPLES, GENERATED, load_examples
from rnn_core.text.examples import Examples
from rnn_core.text.reading import MAX_BYTES, read_examples
from rnn_core.text.sentiment.parts import FEWEST_OF_A_CLASS, FEWEST_TEXTS

_OWN, _REMARKS, _FILE = "sentiment_own", "sentiment_remarks", "sentiment_file"
_KINDS = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "parquet")
_ROWS, _LETTERS, _LABELS = 6, 120, 6


def choose() -> Examples | None:
    """The examples that the visitor wants, with a look at some of them; None before there are any."""
    examples = source.choose("sentiment", _built_in, _own)
    if examples is not None:
        with st.expander(_("Some of the texts"), icon=":material/menu_book:"):
            _look(examples)
    return examples


def _built_in(name: str) -> Examples:
    examples = _loaded(name)
    st.caption(f"{_(EXAMPLES[name].text)} {_counted(examples)} · {_(GENERATED)}")
    return examples


def _own() -> Examples | None:
    """A table from a file; what was taken last stays for the visit. It is kept with the runs that learn from it."""
    st.file_uploader(
        _("A table with a text and a label in every row: CSV in any form, Excel, ODS or Parquet"),
        type=_KINDS,
        max_upload_size=MAX_BYTES // 1024**2,
        key=_FILE,
        on_change=refused.attempt,
        args=("sentiment_texts", _take_file),
        help=_("The columns are found by their names, as “text” and “label”, or by what stands in them."),
    )
    refused.show("sentiment_texts")
    examples: Examples | None = state.kept(_OWN, None)
    if examples is None:
        st.caption(
            _(
                "At least {count} different texts, {each} of each label; some thousand are better.",
                count=FEWEST_TEXTS,
                each=FEWEST_OF_A_CLASS,
            )
        )
        return None
    st.caption(f"**{plain(examples.name)}** · {_counted(examples)}")
    fingerprint, remarks = state.kept(_REMARKS, ("", ()))
    for remark in remarks if fingerprint == examples.fingerprint else ():
        st.caption(tell(remark))
    return examples


def _take_file() -> None:
    file = widgets.held(_FILE)
    if file is not None:
        labelled = read_examples(file.getvalue(), file.name)
        state.keep(_OWN, labelled.examples)
        state.keep(_REMARKS, (labelled.examples.fingerprint, labelled.remarks))


def _counted(examples: Examples) -> str:
    return _("{count} texts, {labels} labels", count=len(examples.texts), labels=len(examples.classes))


def _look(examples: Examples) -> None:
    """How often each label comes, and rows of as many labels as fit."""
    st.markdown(_labels(Counter(examples.labels).most_common()))
    rows = [(_short(examples.texts[place]), _short(examples.labels[place])) for place in _places(examples)]
    st.table(pd.DataFrame(rows, columns=[_("Text"), _("Label")]))


def _labels(counts: Sequence[tuple[str, int]]) -> str:
    told = [_("{label}: {count}", label=label, count=count) for label, count in counts[:_LABELS]]
    if len(counts) > _LABELS:
        told.append(_("{count} more", count=len(counts) - _LABELS))
    return listed(told)


def _places(examples: Examples) -> list[int]:
    """The first rows, of different labels as far as there are."""
    firsts = [examples.labels.index(label) for label in examples.classes[:_ROWS]]
    others = [place for place in range(min(len(examples.texts), 2 * _ROWS)) if place not in firsts]
    return sorted(firsts + others[: _ROWS - len(firsts)])


def _short(text: str) -> str:
    return plain(text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…")


@st.cache_resource(show_spinner=False, max_entries=4)
def _loaded(name: str) -> Examples:
    return load_examples(name)
