"""A run as a script of plain Keras that a person can read and run; `data.csv` lies beside it. Pure: no Keras."""

from pathlib import Path

import jinja2

from rnn_core.export.script_facts import ScriptFacts
from rnn_core.export.script_literals import literal
from rnn_core.forecast.run import Run
from rnn_core.forecast.split import split
from rnn_core.series import Series

_TEMPLATES = Path(__file__).with_name("templates")


def script_of(run: Run, series: Series) -> str:
    """A Python script that trains and tests the network of `run` again, with nothing of RNN Lab.

    It reads `data.csv` (see `data_csv`) from the folder that it is started in, and prints the RMSE of the network and
    of the naive line, and whether that is what `run` had.

    Raises:
        SpecError: `series` is not one that the run can have been trained on.
    """
    facts = ScriptFacts(run, series, split(run.spec, series))
    return environment().get_template("script.py.jinja").render(of=facts, spec=run.spec, run=run)


def environment() -> jinja2.Environment:
    """The templates of scripts; whatever they are given gets into a script as a literal."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        undefined=jinja2.StrictUndefined,
        finalize=literal,  # nothing gets into a script by another way
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
