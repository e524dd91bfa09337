"""Reading the command line, running the command, printing its answer or its refusal."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TextIO

from rnn_core.cells import CELLS
from rnn_core.commands import compare, inspect, recipes, run
from rnn_core.commands.options import Parser, Told, add_cells, add_json, add_settings, names
from rnn_core.commands.text.parser import add_text
from rnn_core.errors import RnnLabError
from rnn_core.forecast.choice_words import CHOICES
from rnn_core.forecast.field_words import FIELDS
from rnn_core.forecast.recipes import RECIPES
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import builtin_series

_INPUTS_HELP = (
    "what to read, with commas: columns, or change(High), difference(High), log(Open/High) (default: the target alone)"
)
# Settings that say what is read and learnt from: `compare` has options of its own for them, a recipe has them fixed.
_OF_THE_DATA = frozenset(
    {"target", "inputs", "train_from", "train_to", "validation_from", "test_from", "test_to", "test_share"}
)


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit status: 0, or 2 after a refusal."""
    as_json = "--json" in arguments
    try:
        options = _parser().parse_args(arguments)
        as_json = options.json  # it may have been shortened
        answer, text = options.command(options)
    except RnnLabError as error:
        _refuse(error, as_json)
        return 2
    _print(json.dumps(answer, ensure_ascii=False) if as_json else text, sys.stdout)
    return 0


def _refuse(error: RnnLabError, as_json: bool) -> None:
    if as_json:
        _print(json.dumps({"error": {"code": error.code, "text": str(error)}}, ensure_ascii=False), sys.stdout)
    else:
        _print(str(error), sys.stderr)


def _print(text: str, out: TextIO) -> None:
    """A line on `out`. What was typed may hold bytes that are no letters, and a terminal may not know all letters."""
    known = out.encoding or "utf-8"
    out.write(text.encode(known, "backslashreplace").decode(known) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m rnn_core", description="Train recurrent networks on a series or a text and judge them."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    _add_compare(commands.add_parser("compare", help="train cells on one series and compare them"))
    _add_inspect(commands.add_parser("inspect", help="show how a file is read"))
    _add_recipes(commands.add_parser("recipes", help="list the ready-made experiments"))
    _add_run(commands.add_parser("run", help="run a ready-made experiment"))
    add_text(commands.add_parser("text", help="train networks that write, judge or rewrite texts"))
    return parser


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=compare.compare)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--csv", metavar="FILE", help="a file: CSV in any form, Excel, ODS or Parquet")
    source.add_argument("--ticker", metavar="SYMBOL")
    source.add_argument("--builtin", choices=tuple(builtin_series()))
    parser.add_argument(
        "--test-csv", metavar="FILE", help="a second file that continues the first; it is the test part"
    )
    parser.add_argument("--target", help="the column to predict (default: the closing price, else the first)")
    parser.add_argument("--inputs", type=names, help=_INPUTS_HELP)
    _add_reading(parser)
    for end in ("train-from", "train-to", "test-from", "test-to"):
        parser.add_argument(f"--{end}", metavar="DAY")
    parser.add_argument("--test-share", type=float)
    add_cells(parser, ("LSTM", "GRU"))
    _add_settings(parser, defaults=True)


def _add_settings(parser: argparse.ArgumentParser, *, defaults: bool) -> None:
    """The settings that change a network or its training; `defaults`: those of the spec hold where nothing is said."""
    add_settings(parser, ForecastSpec, Told(FIELDS, CHOICES, defaults=defaults), without=_OF_THE_DATA)
    parser.add_argument("--validation-from", metavar="DAY", help="first day of the validation part, instead of a share")
    parser.add_argument("--repeats", type=int, default=1, help="train each cell with so many seeds, counting up")
    add_json(parser)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=inspect.inspect)
    parser.add_argument("file", metavar="FILE")
    _add_reading(parser)
    add_json(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    """How to read a file; what is not said is found out."""
    parser.add_argument("--separator", default="", help="the character between the cells")
    parser.add_argument("--decimal", default="", choices=(".", ","), help="the decimal mark")
    parser.add_argument("--date-column", default="", metavar="NAME", help="the column of dates")
    parser.add_argument("--date-order", default="", choices=("day", "month", "year"), help="what dates begin with")
    parser.add_argument("--encoding", default="", help="the character encoding, such as utf-8 or gb18030")
    parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet of a workbook")
    parser.add_argument("--pick", default="", metavar="NAME", help="which series, in a file of several")


def _add_recipes(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=recipes.recipes)
    add_json(parser)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=run.run)
    parser.add_argument("recipe", choices=tuple(RECIPES))
    parser.add_argument("--csv", metavar="FILE", help="a file with the recipe's columns, instead of its own data")
    parser.add_argument("--cells", type=names, help=f"other cells than the recipe's, of {', '.join(CELLS)}")
    _add_reading(parser)
    _add_settings(parser, defaults=False)
