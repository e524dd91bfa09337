"""Workbooks (XLSX, XLS, ODS) as cells of text, read by calamine in a process of its own. Law: no workbook hurts us."""

import io
import json
import subprocess
import zipfile
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.child import run_program
from rnn_core.series.reading.layout import MOST_COLUMNS, find_bare_layout, find_layout
from rnn_core.series.reading.packed import BROKEN
from rnn_core.series.reading.records import read_records
from rnn_core.series.reading.table import not_a_table, tidy_cells

MOST_UNPACKED = 400 * 1024 * 1024
_MOST_FILES = 2_000
_BETWEEN = "\x1f"  # as sheets.py writes it
_HEAD_ROWS = 200
_WORKBOOK_PARTS = ("xl/workbook.", "content.xml", "xl/worksheets/")
# What the library raises on damaged or locked archives.


@dataclass(frozen=True)
class Sheet:
    """One sheet as cells; `name` is its own, `names` those of all sheets of the workbook."""

    cells: Cells
    name: str
    names: tuple[str, ...]


def read_workbook(data: bytes, sheet: str = "") -> Sheet:
    """The cells of `sheet`, or of the largest one.

    Raises:
        FileError: `zip_bomb`, `not_a_workbook`, `broken_workbook`, `slow_file`, `heavy_file` or `not_a_table`.
    """
    if data.startswith(b"PK"):
        _look_inside(data)
    about, rows = _read(data, sheet)
    return Sheet(_cells(rows), about["sheet"], tuple(about["sheets"]))


def _cells(text: bytes) -> Cells:
    lines = text.split(b"\n", _HEAD_ROWS)[:-1]
    head = [line.decode().split(_BETWEEN) for line in lines]
    layout = find_layout(head) or find_bare_layout(head)
    if not 1 <= layout.width <= MOST_COLUMNS:
        raise not_a_table()
    start = sum(len(line) + 1 for line in lines[: layout.first])
    try:
        records = read_records(text, start, _BETWEEN, layout.width, quoted=False)
    except pa.ArrowInvalid as error:
        raise not_a_table() from error
    return tidy_cells(layout, records.columns)


def _look_inside(data: bytes) -> None:
    """Unpack once without keeping anything, since the sizes that an archive declares may be lies."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if not any(name.startswith(_WORKBOOK_PARTS) for name in names):
                raise FileError(
                    "not_a_workbook",
                    "This is an archive or a document and not a workbook. Unpack it, or save the table as CSV.",
                )
            if len(names) > _MOST_FILES or sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise _bomb()
            _refuse_lies(archive)
    except BROKEN as error:
        raise _broken() from error


def _refuse_lies(archive: zipfile.ZipFile) -> None:
    size = 0
    for part in archive.infolist():
        with archive.open(part) as stream:
            while chunk := stream.read(1 << 20):
                size += len(chunk)
                if size > MOST_UNPACKED:
                    raise _bomb()


def _read(data: bytes, sheet: str) -> tuple[dict[str, Any], bytes]:
    """What is said about the workbook, and the rows of its sheet as lines."""
    try:
        about, _, rows = run_program("sheets.py", sheet, data).partition(b"\n")
        return json.loads(about), rows
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise _broken() from error


def _bomb() -> FileError:
    return FileError(
        "zip_bomb",
        "A workbook may unpack to at most {limit} MB, and this one is larger. "
        "Leave out rows or sheets, or save it as CSV.",
        limit=MOST_UNPACKED // 1024**2,
    )


def _broken() -> FileError:
    return FileError(
        "broken_workbook",
        "The file looks like a workbook, but it cannot be opened: it may be damaged or no workbook at all. "
        "Open it in Excel or LibreOffice, save it as CSV and choose that.",
    )
