"""Workbooks (XLSX, XLS, ODS) as cells of text, read by calamine in a process of its own. Law: no workbook hurts us."""

import io
import json
import subprocess
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from rnn_core.errors import FileError
from rnn_core.series.reading.cells import Cells
from rnn_core.series.reading.layout import MOST_COLUMNS, find_bare_layout, find_layout
from rnn_core.series.reading.table import not_a_table, tidy_cells

MOST_UNPACKED = 400 * 1024 * 1024
_MOST_FILES = 2_000
_MOST_SECONDS = 30
_PROGRAM = Path(__file__).with_name("sheets.py")
_HEAD_ROWS = 200
_WORKBOOK_PARTS = ("xl/workbook.", "content.xml", "xl/worksheets/")


@dataclass(frozen=True)
class Sheet:
    """One sheet as cells; `name` is its own, `names` those of all sheets of the workbook."""

    cells: Cells
    name: str
    names: tuple[str, ...]


def read_workbook(data: bytes, sheet: str = "") -> Sheet:
    """The cells of `sheet`, or of the largest one.

    Raises:
        FileError: `zip_bomb`, `not_a_workbook`, `broken_workbook`, `slow_workbook` or `not_a_table`.
    """
    if data.startswith(b"PK"):
        _look_inside(data)
    answer = _read(data, sheet)
    rows = [[cell.strip() for cell in row] for row in answer["rows"]]
    if not rows:
        raise not_a_table()
    layout = find_layout(rows[:_HEAD_ROWS]) or find_bare_layout(rows[:_HEAD_ROWS])
    if not 1 <= layout.width <= MOST_COLUMNS:
        raise not_a_table()
    records = rows[layout.first :]
    columns = [pa.array([row[i] for row in records], pa.string()) for i in range(layout.width)]
    return Sheet(tidy_cells(layout, columns), answer["sheet"], tuple(answer["sheets"]))


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
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise _broken() from error


def _refuse_lies(archive: zipfile.ZipFile) -> None:
    size = 0
    for part in archive.infolist():
        with archive.open(part) as stream:
            while chunk := stream.read(1 << 20):
                size += len(chunk)
                if size > MOST_UNPACKED:
                    raise _bomb()


def _read(data: bytes, sheet: str) -> dict[str, Any]:
    command = [sys.executable, "-I", str(_PROGRAM), sheet]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_MOST_SECONDS, check=True)
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise FileError(
            "slow_workbook",
            "This workbook takes longer than {seconds} seconds to read. Save the table as CSV and choose that.",
            seconds=_MOST_SECONDS,
        ) from error
    except (subprocess.CalledProcessError, OSError, ValueError) as error:
        raise _broken() from error
    return answer


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
