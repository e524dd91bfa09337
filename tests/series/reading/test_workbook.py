"""Workbooks are read in a process of their own, and hostile ones are refused at once without harm to ours."""

import io
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterator

import psutil
import pytest

from rnn_core.errors import FileError
from rnn_core.series import ReadOptions, read_file
from rnn_core.series.reading import child
from rnn_core.series.reading.workbook import MOST_UNPACKED, read_workbook
from tests.series.vendors.workbooks import Cell, excel, excel_cell, open_document, zipped

ROWS: list[list[Cell]] = [["Date", "Close"], *([f"2024-01-{day:02d}", 100.0 + day] for day in range(1, 29))]
SECONDS, MEGABYTES = 20.0, 100

# Elsewhere the time limit alone holds them.
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to limits on memory")


def with_part(workbook: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A workbook one part of which is another."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {part: archive.read(part).decode() for part in archive.namelist()}
    return zipped(parts | {name: change(parts.get(name, ""))})


def with_rows(rows: str) -> bytes:
    """An Excel workbook whose sheet holds `rows` as XML."""
    sheet = "xl/worksheets/sheet1.xml"
    return with_part(excel(ROWS), sheet, lambda old: old.replace("</sheetData>", f"{rows}</sheetData>"))


def blank_bomb() -> bytes:
    """A few hundred kB that unpack to more than 400 MB of blanks."""
    buffer = io.BytesIO(excel(ROWS))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media.xml", "w") as part:
        for _ in range(MOST_UNPACKED // 2**20 + 1):
            part.write(b" " * 2**20)
    return buffer.getvalue()


def lying_bomb() -> bytes:
    """The same, with a directory that says one byte."""
    bomb = bytearray(blank_bomb())
    entry = bomb.rfind(b"PK\x01\x02")
    bomb[entry + 24 : entry + 28] = struct.pack("<I", 1)
    return bytes(bomb)


def far_cell() -> bytes:
    """A table and one more cell in the last corner that a sheet has."""
    return with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def wide_block() -> bytes:
    """A cell so far away that the block between would just fit into the memory of the machine."""
    return with_rows('<row r="1048576"><c r="AZ1048576"><v>1</v></c></row>')


def repeated_text() -> bytes:
    """One text of 30 kB that 8,000 cells share."""
    with_strings = with_part(
        excel(ROWS),
        "xl/sharedStrings.xml",
        lambda _: (
            "<sst xmlns="
            f'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{"x" * 30_000}</t></si></sst>'
        ),
    )
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    linked = with_part(
        with_strings,
        "xl/_rels/workbook.xml.rels",
        lambda old: old.replace(
            "</Relationships>", f'<Relationship Id="t" Type="{relation}" Target="sharedStrings.xml"/></Relationships>'
        ),
    )
    typed = with_part(
        linked,
        "[Content_Types].xml",
        lambda old: old.replace(
            "</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}"/></Types>'
        ),
    )
    rows = f'<row>{excel_cell("2024-02-01")}<c t="s"><v>0</v></c></row>' * 8_000
    return with_part(typed, "xl/worksheets/sheet1.xml", lambda old: old.replace("</sheetData>", f"{rows}</sheetData>"))


def repeated_rows() -> bytes:
    """A row of an OpenDocument sheet that says it comes a million times, with a thousand cells each."""
    return with_part(
        open_document(ROWS),
        "content.xml",
        lambda old: old.replace(
            "</table:table>",
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
            'office:value="1" table:number-columns-repeated="1024"/></table:table-row></table:table>',
        ),
    )


def entity_bomb() -> bytes:
    """Entities that contain entities."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(10))
    return with_part(
        excel(ROWS), "xl/worksheets/sheet1.xml", lambda old: f"<!DOCTYPE s [{entities}]>" + old.replace("Close", "&e9;")
    )


@pytest.fixture
def unharmed() -> Iterator[None]:
    """Fails when the test takes long or its process grows."""
    process, start = psutil.Process(), time.perf_counter()
    before = process.memory_info().rss
    yield
    assert time.perf_counter() - start < SECONDS
    assert process.memory_info().rss - before < MEGABYTES * 1e6


@pytest.mark.parametrize(
    ("bomb", "codes"),
    [
        (blank_bomb, {"zip_bomb"}),
        (lying_bomb, {"broken_workbook"}),
        pytest.param(far_cell, {"heavy_file"}, marks=only_linux),
        pytest.param(wide_block, {"heavy_file"}, marks=only_linux),
        # Here it depends on who runs out of memory first, and says so.
        (repeated_text, {"heavy_file", "broken_workbook"}),
        (repeated_rows, {"heavy_file", "broken_workbook"}),
        (entity_bomb, {"heavy_file", "broken_workbook"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
@pytest.mark.usefixtures("unharmed")
def test_bombs_are_refused_with_a_sentence(bomb: Callable[[], bytes], codes: set[str]) -> None:
    data = bomb()
    assert len(data) < 1_000_000
    with pytest.raises(FileError) as refusal:
        read_file(data)
    assert refusal.value.code in codes
    assert str(refusal.value).endswith(".")


def test_a_lone_cell_in_the_last_corner_is_no_table() -> None:
    sheet = with_part(
        excel(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda old: (
            old[: old.index("<sheetData>")]
            + '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
        ),
    )
    with pytest.raises(FileError):
        read_file(sheet)


def test_slow_workbooks_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MOST_SECONDS", 0.001)
    with pytest.raises(FileError) as refusal:
        read_workbook(excel(ROWS))
    assert refusal.value.code == "slow_file"


def test_the_sheet_with_the_most_rows_is_read_unless_one_is_named() -> None:
    workbook = excel([["Notes"], *[["text"]] * 40], ROWS, ROWS[:10])
    series = read_file(workbook)
    assert (len(series.frame), series.receipt.sheets) == (28, ("Sheet1", "Sheet2", "Sheet3"))
    assert [warning.code for warning in series.receipt.warnings] == ["several_sheets"]
    assert len(read_file(workbook, options=ReadOptions(sheet="Sheet3")).frame) == 9


def test_line_ends_and_quotes_inside_of_cells_break_no_rows() -> None:
    named = [["Date", 'Close "last"', "Note"], *([row[0], row[1], 'two\nlines, "quoted'] for row in ROWS[1:])]
    series = read_file(excel(named))
    assert series.columns == ('Close "last"',)
    assert len(series.frame) == 28


def test_archives_without_a_workbook_are_told_apart() -> None:
    with pytest.raises(FileError) as refusal:
        read_workbook(zipped({"word/document.xml": "<w/>", "b.xml": "<b/>"}))
    assert refusal.value.code == "not_a_workbook"


@pytest.mark.parametrize("length", [100, 600, 1500])
def test_cut_off_workbooks_are_refused(length: int) -> None:
    with pytest.raises(FileError) as refusal:
        read_file(excel(ROWS)[:length])
    assert refusal.value.code in {"broken_workbook", "broken_archive"}
