"""The smallest workbook of Excel 97 (BIFF8 in a compound file), by hand: one sheet of texts, numbers and dates."""

import struct
from collections.abc import Iterator, Sequence

import pandas as pd

SECTOR = 512
SMALLEST_STREAM = 4096  # shorter ones would need a second, finer table of sectors
FREE, END, TABLE, NONE = -1, -2, -3, -1
DAY_ZERO = pd.Timestamp("1899-12-30")
GENERAL, DATE = 0, 1  # the two formats of cells, by their place
DATE_FORMAT = 14  # Excel's built-in day, month, year


def old_workbook(rows: Sequence[Sequence[str | float | pd.Timestamp]]) -> bytes:
    """An XLS file with one sheet."""
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 6)) + b"".join(cells(rows)) + record(0x0A)
    opening = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 6)) + formats()
    name = b"\x06\x00Sheet1"
    start = len(opening) + len(record(0x0085, struct.pack("<IH", 0, 0) + name)) + len(record(0x0A))
    listing = record(0x0085, struct.pack("<IH", start, 0) + name)
    return compound_file("Workbook", opening + listing + record(0x0A) + sheet)


def record(kind: int, content: bytes = b"") -> bytes:
    """One record: kind, length, content."""
    return struct.pack("<HH", kind, len(content)) + content


def formats() -> bytes:
    """A general format and one for dates."""
    return b"".join(record(0x00E0, struct.pack("<HHH", 0, number, 0) + bytes(14)) for number in (0, DATE_FORMAT))


def cells(rows: Sequence[Sequence[str | float | pd.Timestamp]]) -> Iterator[bytes]:
    """One record a cell."""
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, str):
                letters = value.encode("utf-16le")
                yield record(0x0204, struct.pack("<HHHHB", row, column, GENERAL, len(value), 1) + letters)
            elif isinstance(value, pd.Timestamp):
                yield record(0x0203, struct.pack("<HHHd", row, column, DATE, (value - DAY_ZERO).days))
            else:
                yield record(0x0203, struct.pack("<HHHd", row, column, GENERAL, value))


def compound_file(name: str, stream: bytes) -> bytes:
    """One stream in the container of old Office files: header, table of sectors, directory, content."""
    stream = stream.ljust(SMALLEST_STREAM, b"\0")
    stream += bytes(-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    chain = [TABLE, END, *range(3, count + 2), END]
    table = struct.pack("<128i", *chain, *[FREE] * (128 - len(chain)))
    directory = entry("Root Entry", 5, END, 0, child=1) + entry(name, 2, 2, len(stream)) + bytes(256)
    return header() + table + directory + stream


def header() -> bytes:
    """The first sector: where the table of sectors (0) and the directory (1) are."""
    signature = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    sizes = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    places = struct.pack("<IIiIIiIiI", 0, 1, 1, 0, SMALLEST_STREAM, END, 0, END, 0)
    return signature + sizes + places + struct.pack("<109i", 0, *[FREE] * 108)


def entry(name: str, kind: int, start: int, size: int, *, child: int = NONE) -> bytes:
    """One line of the directory: 128 bytes."""
    letters = name.encode("utf-16le") + bytes(2)
    links = struct.pack("<HBBiii", len(letters), kind, 1, NONE, NONE, child)
    return letters.ljust(64, b"\0") + links + bytes(36) + struct.pack("<iII", start, size, 0)
