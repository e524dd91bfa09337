"""`run`: one ready-made experiment, with settings changed where the command line says so."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rnn_core.commands.compare import compare_on
from rnn_core.commands.inspect import read_options
from rnn_core.commands.options import chosen
from rnn_core.commands.specs import specs_for
from rnn_core.errors import TickerError
from rnn_core.forecast.recipes import RECIPES, Recipe
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.series import Series, load_source, read_file


def run(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """The recipe's comparison as JSON and as text.

    Raises:
        RnnLabError: its data cannot be loaded, or the settings do not fit.
    """
    recipe = RECIPES[options.recipe]
    settings = {**recipe.settings, **chosen(options, ForecastSpec)}
    specs = specs_for(ForecastSpec, options.cells or recipe.cells, options.repeats, settings)
    return compare_on(_series(recipe, options), specs)


def _series(recipe: Recipe, options: argparse.Namespace) -> Series:
    if options.csv:
        return read_file(Path(options.csv), options=read_options(options))
    try:
        return load_source(recipe.source)
    except TickerError as error:
        if recipe.instead is None:
            raise
        instead = load_source(recipe.instead)
        sys.stderr.write(f"{error} Using {instead.name} ({instead.receipt.origin}) instead.\n")
        return instead
