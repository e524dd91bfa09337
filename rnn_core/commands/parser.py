"""Reading the command line, running the command, printing its answer or its refusal."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import NoReturn

from rnn_core.cells import CELLS
from rnn_core.commands import compare, inspect, recipes, run
from rnn_core.errors import RnnLabError, SpecError
from rnn_core.forecast.predicting import PREDICTS
from rnn_core.forecast.recipes import RECIPES
from rnn_core.forecast.scaling import SCALERS
from rnn_core.forecast.spec import LOSSES, MISSING, OPTIMIZERS, SCHEDULES
from rnn_core.series import builtin_series

_INPUTS_HELP = (
    "what to read, with commas: columns, or change(High), difference(High), log(Open/High) (default: the target alone)"
)


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit status: 0, or 2 after a refusal."""
    as_json = "--json" in arguments
    try:
        options = _parser().parse_args(arguments)
        answer, text = options.command(options)
    except RnnLabError as error:
        _refuse(error, as_json)
        return 2
    sys.stdout.write((json.dumps(answer, ensure_ascii=False) if as_json else text) + "\n")
    return 0


def _refuse(error: RnnLabError, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps({"error": {"code": error.code, "text": str(error)}}, ensure_ascii=False) + "\n")
    else:
        sys.stderr.write(f"{error}\n")


class _Parser(argparse.ArgumentParser):
    """Refuses as the rest of the house does, with a sentence."""

    def error(self, message: str) -> NoReturn:
        raise SpecError("bad_option", "This command line cannot be used: {reason}. See --help.", reason=message)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m rnn_core", description="Train recurrent networks on a series and judge them.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    _add_compare(commands.add_parser("compare", help="train cells on one series and compare them"))
    _add_inspect(commands.add_parser("inspect", help="show how a file is read"))
    _add_recipes(commands.add_parser("recipes", help="list the ready-made experiments"))
    _add_run(commands.add_parser("run", help="run a ready-made experiment"))
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
    parser.add_argument("--inputs", type=_names, help=_INPUTS_HELP)
    _add_reading(parser)
    for end in ("train-from", "train-to", "test-from", "test-to"):
        parser.add_argument(f"--{end}", metavar="DAY")
    parser.add_argument("--test-share", type=float)
    parser.add_argument("--cells", type=_names, default=("LSTM", "GRU"), help=f"with commas, of {', '.join(CELLS)}")
    _add_settings(parser)


def _add_settings(parser: argparse.ArgumentParser) -> None:
    """The settings that change a network or its training; without them the defaults of the spec hold."""
    for name in ("units", "window", "epochs", "batch-size", "layers", "horizon", "patience", "seed"):
        parser.add_argument(f"--{name}", type=int)
    for name in ("learning-rate", "dropout", "recurrent-dropout", "l2", "clip-norm", "validation-share"):
        parser.add_argument(f"--{name}", type=float)
    parser.add_argument("--validation-from", metavar="DAY", help="first day of the validation part, instead of a share")
    parser.add_argument("--predict", choices=tuple(PREDICTS), help="the target itself or its change")
    parser.add_argument("--optimizer", choices=OPTIMIZERS)
    parser.add_argument("--schedule", choices=SCHEDULES, help="how the learning rate falls")
    parser.add_argument("--loss", choices=LOSSES)
    parser.add_argument("--scaling", choices=tuple(SCALERS))
    parser.add_argument("--missing", choices=MISSING)
    for name in ("bidirectional", "attention"):
        parser.add_argument(f"--{name}", action="store_const", const=True)
    parser.add_argument("--repeats", type=int, default=1, help="train each cell with so many seeds, counting up")
    _add_json(parser)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=inspect.inspect)
    parser.add_argument("file", metavar="FILE")
    _add_reading(parser)
    _add_json(parser)


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
    _add_json(parser)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=run.run)
    parser.add_argument("recipe", choices=tuple(RECIPES))
    parser.add_argument("--csv", metavar="FILE", help="a file with the recipe's columns, instead of its own data")
    parser.add_argument("--cells", type=_names, help=f"other cells than the recipe's, of {', '.join(CELLS)}")
    _add_reading(parser)
    _add_settings(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
