"""Reading a file in another way: separator, decimal mark, dates, encoding. What is not said is found out."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.ui import widgets
from pages.ui.language import _, number, plain, tell_all
from pages.ui.series import files
from rnn_core.errors import RnnLabError
from rnn_core.series import ReadOptions, Receipt, Series, read_file
from rnn_core.words import N_, Sentence

_SEPARATORS = {",": N_("comma"), ";": N_("semicolon"), "\t": N_("tab"), "|": N_("bar"), " ": N_("space")}
_DECIMALS = {".": N_("point (1.5)"), ",": N_("comma (1,5)")}
_ORDERS = {"day": N_("day first"), "month": N_("month first"), "year": N_("year first")}
_ENCODINGS = {
    name: name.upper()
    for name in ("utf-8", "gb18030", "big5", "cp932", "cp949", "cp1252", "cp1250", "cp1251", "cp1254", "utf-16")
}
_LINES, _WIDTH = 6, 160
_ROWS, _COLUMNS = 2, 8


def correct(name: str, series: Series, content: bytes) -> None:
    """The choices for a file that has been read; a change reads it anew."""
    receipt = series.receipt
    refusal = st.empty()  # what goes wrong is said beside the choices
    chosen = _choices(name, receipt.options, receipt)
    _show_beginning(content, receipt.found.encoding if receipt.found else "")
    _show_read(series)
    if chosen == receipt.options:
        return
    try:
        files.read_again(name, chosen)
    except RnnLabError as error:
        unchanged = Sentence("unread", N_("The file cannot be read in this way, so that nothing has changed."))
        refusal.error(tell_all([unchanged, error.sentence]), icon=":material/error:")
        return
    st.rerun()


def help_with(upload: UploadedFile) -> Series | None:
    """The same choices for a file that was refused, and the series as they give it; None while nothing is chosen.

    Raises:
        FileError: it cannot be read in this way either.
    """
    content = upload.getvalue()
    with st.expander(_("Read it differently"), icon=":material/tune:"):
        options = _choices(upload.file_id, ReadOptions(), None)
        _show_beginning(content, options.encoding or "utf-8")
    return None if options == ReadOptions() else read_file(content, upload.name, options=options)


def _choices(key: str, options: ReadOptions, receipt: Receipt | None) -> ReadOptions:
    """One control for each thing that can be said about this file."""
    found = (receipt.found if receipt else None) or ReadOptions()
    is_text = receipt is None or bool(found.separator)
    controls: list[tuple[str, str, dict[str, str]]] = [
        ("date_column", _("Column of dates"), {name: name for name in (receipt.table if receipt else ())}),
        ("date_order", _("In dates like 03/04/05"), {order: _(word) for order, word in _ORDERS.items()}),
    ]
    controls.append(("decimal", _("Decimal mark"), {mark: _(word) for mark, word in _DECIMALS.items()}))
    if is_text:
        controls += [
            ("separator", _("Between the cells"), {mark: _(word) for mark, word in _SEPARATORS.items()}),
            ("encoding", _("Character encoding"), _ENCODINGS),
        ]
    if receipt and receipt.sheets:
        controls.append(("sheet", _("Sheet"), {name: name for name in receipt.sheets}))
    said = dict.fromkeys(("date_column", "date_order", "separator", "decimal", "encoding", "sheet"), "")
    places = st.columns(2)
    for i, (field, label, words) in enumerate(controls):
        if words:
            with places[i % 2]:
                said[field] = _choice(f"{key}_{field}", label, words, getattr(options, field), getattr(found, field))
    return ReadOptions(**said, pick=options.pick)  # type: ignore[arg-type]


def _choice(key: str, label: str, words: dict[str, str], said: str, found: str) -> str:
    """What the visitor says, empty for "find it out"; `found` is what was found out."""
    unsaid = _("found out: {what}", what=words.get(found, found)) if found else _("find it out")
    values: Sequence[str] = ["", *words]
    return st.selectbox(
        label,
        values,
        index=values.index(said) if said in values else 0,
        format_func=lambda value: words[value] if value else unsaid,
        key=widgets.key(f"reading_{key}"),
    )


def _show_beginning(content: bytes, encoding: str) -> None:
    """The first lines of a text as they stand in the file."""
    if not encoding or content[:4] in {b"PK\x03\x04", b"PAR1"}:
        return
    lines = content[:8_000].decode(encoding, "replace").splitlines()[:_LINES]
    st.caption(_("The file begins like this:"))
    st.code("\n".join(line[:_WIDTH] for line in lines), language=None)


def _show_read(series: Series) -> None:
    """The first and the last rows as they were read: a file may have the newest row first."""
    st.caption(_("We read that as, the oldest row first:"))
    ends = pd.concat([series.frame.head(_ROWS), series.frame.tail(_ROWS)])
    rows = {plain(column): [number(value, 6) for value in ends[column]] for column in series.columns[:_COLUMNS]}
    st.table(pd.DataFrame(rows, index=[plain(str(stamp)) for stamp in _times(ends.index)]))


def _times(index: pd.Index) -> list[object]:
    """Days alone where no row has a time of day."""
    stamps = pd.DatetimeIndex(index)
    return list(stamps.date if (stamps == stamps.normalize()).all() else stamps)


def summary(receipt: Receipt) -> str:
    """How a file was read, as Markdown lines."""
    found = receipt.found or ReadOptions()
    facts = [
        (_("Column of dates"), found.date_column),
        (_("In dates like 03/04/05"), _(_ORDERS.get(found.date_order, ""))),
        (_("Between the cells"), _(_SEPARATORS.get(found.separator, found.separator))),
        (_("Decimal mark"), _(_DECIMALS[found.decimal]) if found.decimal else ""),
        (_("Character encoding"), found.encoding.upper()),
        (_("Sheet"), found.sheet),
        (_("Which series"), found.pick),
    ]
    return "\n".join(f"- {name}: **{plain(value)}**" for name, value in facts if value)
