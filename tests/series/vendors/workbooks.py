"""Workbooks written by hand, as small as Excel and LibreOffice allow, and Parquet: dates are numbers with a style."""

import io
import zipfile
from collections.abc import Callable, Sequence

import pandas as pd

from tests.series.vendors.china import LONG_PRICES
from tests.series.vendors.old_workbook import old_workbook
from tests.series.vendors.vendor_file import ENGLISH, VendorFile
from tests.series.vendors.writing import bars

Cell = str | float | pd.Timestamp
NAMES = tuple(name for name in ENGLISH.values() if name)
CHINESE_NAMES = tuple(name for name in LONG_PRICES.values() if name)
DAY_ZERO = pd.Timestamp("1899-12-30")
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cells(frame: pd.DataFrame, header: Sequence[str], above: Sequence[Sequence[Cell]] = ()) -> list[list[Cell]]:
    """The table as rows of cells: lines above, names, numbers."""
    numbers: list[list[Cell]] = [[bar.date, *bar[1:]] for bar in bars(frame)]
    return [*map(list, above), list(header), *numbers]


def zipped(parts: dict[str, str]) -> bytes:
    """An archive of XML parts, in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def excel_cell(cell: Cell) -> str:
    """Text inside the cell; a date as a serial number with the second style."""
    if isinstance(cell, str):
        return f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
    if isinstance(cell, pd.Timestamp):
        return f'<c s="1"><v>{(cell - DAY_ZERO).days}</v></c>'
    return f"<c><v>{cell}</v></c>"


def excel_sheet(rows: Sequence[Sequence[Cell]]) -> str:
    """One worksheet."""
    body = "".join(f"<row>{''.join(map(excel_cell, row))}</row>" for row in rows)
    return f'<worksheet xmlns="{SHEETS}"><sheetData>{body}</sheetData></worksheet>'


def excel(*sheets: Sequence[Sequence[Cell]]) -> bytes:
    """An XLSX workbook of one or more sheets."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="Sheet{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{main}.worksheet+xml"/>' for n in numbers
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/>{kinds}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}<Relationship Id="s" '
            f'Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
            "xl/styles.xml": f'<styleSheet xmlns="{SHEETS}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
            'applyNumberFormat="1"/></cellXfs></styleSheet>',
            **{f"xl/worksheets/sheet{n}.xml": excel_sheet(rows) for n, rows in zip(numbers, sheets, strict=True)},
        }
    )


def open_document_cell(cell: Cell) -> str:
    """A typed cell of OpenDocument."""
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
    if isinstance(cell, pd.Timestamp):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell:%Y-%m-%d}"/>'
    return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'


def open_document(rows: Sequence[Sequence[Cell]]) -> bytes:
    """An ODS workbook of one sheet."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(f"<table:table-row>{''.join(map(open_document_cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" '
        f'xmlns:text="{name}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Sheet1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def parquet(frame: pd.DataFrame, *, dates_as_index: bool) -> bytes:
    """As pandas writes it, with the dates as the index or as a column."""
    table = frame.rename(columns=str.capitalize).rename_axis("Date")
    buffer = io.BytesIO()
    (table if dates_as_index else table.reset_index()).to_parquet(buffer)
    return buffer.getvalue()


def in_excel(header: Sequence[str], above: Sequence[Sequence[Cell]] = ()) -> Callable[[pd.DataFrame], bytes]:
    """One sheet with lines above the names."""
    return lambda frame: excel(cells(frame, header, above))


COVER = [["A workbook about prices"], ["Sheet", "What it holds"], ["Sheet2", "Daily prices"]]

WORKBOOKS = (
    VendorFile("An Excel workbook", "prices.xlsx", in_excel(("Date", *NAMES)), ENGLISH),
    VendorFile(
        "An Excel workbook with a title",
        "prices with title.xlsx",
        in_excel(("Date", *NAMES), [["Prices of ACME, daily"], [], ["Source: made up"]]),
        ENGLISH,
    ),
    VendorFile("An Excel workbook in Chinese", "行情.xlsx", in_excel(("日期", *CHINESE_NAMES)), LONG_PRICES),
    VendorFile(
        "An Excel workbook whose first sheet is a cover",
        "cover.xlsx",
        lambda frame: excel(COVER, cells(frame, ("Date", *NAMES))),
        ENGLISH,
    ),
    VendorFile(
        "An Excel workbook with dates as text",
        "text dates.xlsx",
        lambda frame: excel([("Date", *NAMES), *((f"{bar.date:%d.%m.%Y}", *bar[1:]) for bar in bars(frame))]),
        ENGLISH,
    ),
    VendorFile(
        "A LibreOffice workbook", "prices.ods", lambda frame: open_document(cells(frame, ("Date", *NAMES))), ENGLISH
    ),
    VendorFile(
        "An old Excel workbook", "prices.xls", lambda frame: old_workbook(cells(frame, ("Date", *NAMES))), ENGLISH
    ),
    VendorFile(
        "Parquet with an index of dates", "prices.parquet", lambda frame: parquet(frame, dates_as_index=True), ENGLISH
    ),
    VendorFile(
        "Parquet with a column of dates", "column.parquet", lambda frame: parquet(frame, dates_as_index=False), ENGLISH
    ),
)
