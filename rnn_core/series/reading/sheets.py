"""Reads one sheet of a workbook from standard input and prints its cells. Run as a program of its own.

Law: nothing but calamine and the standard library, so that it starts at once; and a limit on memory, because a damaged
or hostile workbook can make any reader ask for more than the machine has, and must then end this program and not the
server.

The answer is one line of JSON, {"sheets": names, "sheet": name}, and a line for every row, with the cells set apart by
the control character that is there for it.
"""

import contextlib
import datetime
import io
import json
import sys
from collections.abc import Iterator

import python_calamine

_MOST_SHEETS = 20
_MOST_CELLS = 30_000_000
_MOST_BYTES = 200_000_000
_TOO_LARGE = 3
_BETWEEN = "\x1f"


def _limit_memory(size: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _text(cell: object) -> str:
    match cell:
        case str():
            return " ".join(cell.replace(_BETWEEN, " ").split())
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime.datetime():
            return cell.isoformat(sep=" ").removesuffix(" 00:00:00")
        case datetime.timedelta():
            return str(cell).rpartition(", ")[2]
    return str(cell)


def _largest(book: python_calamine.CalamineWorkbook, wanted: str) -> python_calamine.CalamineSheet:
    """The sheet called `wanted`, or the one with the most rows; sheets of one column come last."""
    tried = [wanted] if wanted in book.sheet_names else book.sheet_names[:_MOST_SHEETS]
    return max(map(book.get_sheet_by_name, tried), key=lambda sheet: sheet.height * min(2, sheet.width))


def _lines(sheet: python_calamine.CalamineSheet) -> Iterator[str]:
    if sheet.height * sheet.width > _MOST_CELLS:
        raise MemoryError
    size = 0
    for row in sheet.to_python(skip_empty_area=True):
        line = _BETWEEN.join(map(_text, row))
        size += len(line)
        if size > _MOST_BYTES:  # few texts, used in many cells
            raise MemoryError
        yield line


def _main() -> None:
    _, wanted, memory = sys.argv
    _limit_memory(int(memory))
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheet = _largest(book, wanted)
    lines = [json.dumps({"sheets": book.sheet_names, "sheet": sheet.name}), *_lines(sheet)]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr]
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    try:
        _main()
    except MemoryError:
        sys.exit(_TOO_LARGE)
