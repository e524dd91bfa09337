"""Tables of web pages, which some programs save as .xls or .csv. Pure."""

import re

import pyarrow as pa
from lxml import etree
from lxml import html as lxml_html

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.layout import MOST_COLUMNS, find_bare_layout, find_layout
from rnn_core.series.reading.table import not_a_table, tidy_cells

_COMMENT = re.compile(rb"<!--.*?-->|<\?xml[^>]*>", re.S)
_START = re.compile(rb"\s*<(?:!doctype html|html|head|meta|body|style|div|table)\b", re.I)
_HEAD_ROWS, _HEAD_BYTES = 200, 2_000
_MOST_TAGS = 500_000


def is_web_page(text: bytes) -> bool:
    """Whether a text begins like a web page.

    >>> is_web_page(b"<table><tr><td>Date</td></tr></table>"), is_web_page(b"<DATE>,<CLOSE>")
    (True, False)
    """
    return bool(_START.match(_COMMENT.sub(b"", text[:_HEAD_BYTES])))


def read_web_table(text: bytes) -> Cells:
    """The cells of the longest table in a web page (UTF-8).

    Raises:
        FileError: `large_web_page` or `not_a_table`.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, recover=True, huge_tree=False)
    if text.count(b"<") > _MOST_TAGS:
        raise FileError(
            "large_web_page",
            "A web page may have at most {most} tags, and this one has more. Save its table as CSV and choose that.",
            most=_MOST_TAGS,
        )
    try:
        page = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise not_a_table() from error
    tables = [table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr") for table in page.iter("table")]
    rows = [_texts(row) for row in max(tables, key=len, default=[])]
    layout = find_layout(rows[:_HEAD_ROWS]) or find_bare_layout(rows[:_HEAD_ROWS])
    if not 1 < layout.width <= MOST_COLUMNS:
        raise not_a_table()
    records = [row for row in rows[layout.first :] if len(row) == layout.width]
    columns = [pa.array([row[i] for row in records], pa.string()) for i in range(layout.width)]
    return tidy_cells(layout, columns, outside=len(rows) - layout.first - len(records))


def _texts(row: lxml_html.HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iterchildren("td", "th")]
