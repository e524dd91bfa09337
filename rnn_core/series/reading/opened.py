"""From bytes to cells, whatever kind of file it is. Pure."""

from dataclasses import dataclass, field

from rnn_core.series.options import ReadOptions
from rnn_core.series.reading import remarks
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.kinds import Kind, kind_of
from rnn_core.series.reading.packed import unpack
from rnn_core.series.reading.parquet import read_parquet
from rnn_core.series.reading.table import split_table
from rnn_core.series.reading.text import decode
from rnn_core.series.reading.web_table import is_web_page, read_web_table
from rnn_core.series.reading.workbook import read_workbook
from rnn_core.words import Sentence


@dataclass(frozen=True)
class Opened:
    """The cells of a file; `encoding` of texts, `sheet` and all `sheets` of workbooks."""

    cells: Cells
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    warnings: list[Sentence] = field(default_factory=list)


def open_cells(data: bytes, options: ReadOptions) -> Opened:
    """The cells of a file with the content `data`.

    Raises:
        FileError: it holds no table.
    """
    data = unpack(data)
    match kind_of(data):
        case Kind.PARQUET:
            return Opened(read_parquet(data))
        case Kind.WORKBOOK:
            sheet = read_workbook(data, options.sheet)
            said = [*remarks.about_sheets(sheet.name, sheet.names), *remarks.about_table(sheet.cells)]
            return Opened(sheet.cells, "", sheet.name, sheet.names, said)
        case Kind.TEXT:
            text = decode(data, options.encoding)
            web = is_web_page(text.content)
            cells = read_web_table(text.content) if web else split_table(text.content, options.separator)
            guess = [remarks.about_encoding(text.encoding)] if text.guessed else []
            return Opened(cells, text.encoding, warnings=[*guess, *remarks.about_table(cells)])
