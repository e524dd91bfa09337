"""`compare`: train several cells on one series, side by side on the engine's workers, and judge them."""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rnn_core.commands.answer import comparison_json, comparison_text
from rnn_core.commands.inspect import read_options
from rnn_core.commands.options import chosen
from rnn_core.commands.specs import specs_for
from rnn_core.commands.training import train_all
from rnn_core.engine import Job
from rnn_core.forecast.spec import ForecastSpec
from rnn_core.forecast.split import split
from rnn_core.series import Series, join_series, load_builtin, load_ticker, read_file
from rnn_core.series.join import second_begins

# Long enough for most questions, and Yahoo has most shares that far back.
_FIRST_TICKER_DAY = "2010-01-01"


def compare(options: argparse.Namespace) -> tuple[dict[str, Any], str]:
    """The comparison as JSON and as text.

    Raises:
        RnnLabError: the data cannot be read, or the settings do not fit.
    """
    settings = chosen(options, ForecastSpec)
    ForecastSpec.make(**settings)  # refuses before any data is asked for
    series = _series(options)
    if options.test_csv:
        second = read_file(Path(options.test_csv), options=read_options(options))
        settings.setdefault("test_from", second_begins(second))
        series = join_series(series, second)
    return compare_on(series, specs_for(ForecastSpec, options.cells, options.repeats, settings))


def compare_on(series: Series, specs: list[ForecastSpec]) -> tuple[dict[str, Any], str]:
    """Train every spec on `series`, progress on standard error.

    Raises:
        RnnLabError: a spec does not fit the series, or a training failed.
    """
    for warning in series.receipt.warnings:
        sys.stderr.write(f"{warning}\n")
    for spec in specs:
        split(spec, series)  # refuses before any process is started
    runs = train_all([Job(spec, series) for spec in specs], sys.stderr)
    return comparison_json(series, runs), comparison_text(series, runs)


def _series(options: argparse.Namespace) -> Series:
    if options.csv:
        return read_file(Path(options.csv), options=read_options(options))
    if options.builtin:
        return load_builtin(options.builtin)
    start = options.train_from or _FIRST_TICKER_DAY
    last = date.fromisoformat(options.test_to) if options.test_to else date.today()
    # `load_ticker` leaves its last day out, and the person's last day counts in full.
    return load_ticker(options.ticker, start, (last + timedelta(days=1)).isoformat())
