"""Reads one sheet of a workbook from standard input and prints its cells as JSON. Run as a program of its own.

Law: nothing but calamine and the standard library, so that it starts at once; and a limit on memory, because a damaged
or hostile workbook can make any reader ask for more than the machine has, and must then end this program and not the
server.
"""

import contextlib
import datetime
import io
import json
import sys

import python_calamine

_MOST_SHEETS = 20
_MOST_MEMORY = 3_000_000_000


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _text(cell: object) -> str:
    match cell:
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime.datetime() if cell.time() == datetime.time():
            return cell.date().isoformat()
        case datetime.datetime():
            return cell.isoformat(sep=" ")
        case datetime.timedelta():
            return str(cell).rpartition(", ")[2]
    return str(cell)


def _main() -> None:
    _limit_memory()
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    names = book.sheet_names
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tried = [wanted] if wanted in names else names[:_MOST_SHEETS]
    sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=True)) for name in tried]
    name, rows = max(sheets, key=lambda sheet: len(sheet[1]) * min(2, len(sheet[1][0]) if sheet[1] else 0))
    answer = {"sheets": names, "sheet": name, "rows": [[_text(cell) for cell in row] for row in rows]}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    _main()
